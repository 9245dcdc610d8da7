package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.document.TemplateDraft;
import org.kontor.document.TemplateView;
import org.kontor.document.Templates;
import org.kontor.shared.Page;

/** What documents are made with. */
@Path("/document-templates")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class DocumentTemplateResource {

    @Inject
    Templates templates;

    /** All of them. */
    @GET
    @Operation(summary = "Lists the templates of invoices and statements, one for each language")
    public Page<TemplateView> list() {
        return new Page<>(templates.list(), Optional.empty());
    }

    /** One. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a template, such as INVOICE-en")
    public TemplateView find(@PathParam("id") String id) {
        return templates.get(id);
    }

    /** Changes one by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(
            summary = "Changes a template",
            description =
                    "XHTML with Mustache placeholders; nothing is fetched and nothing is run. JSON Merge Patch; honours If-Match. Documents that were"
                            + " made before keep the version that they were made with.")
    public TemplateView change(@PathParam("id") String id, @BeanParam IfMatch ifMatch, JsonBody<TemplateDraft> body) {
        TemplateView now = templates.get(id);
        return templates.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** Goes back to the one of Kontor. */
    @POST
    @Path("{id}/reset")
    @Operation(summary = "Goes back to the template that came with Kontor")
    public TemplateView reset(@PathParam("id") String id, @BeanParam IfMatch ifMatch) {
        TemplateView now = templates.get(id);
        return templates.reset(id, ifMatch.version(now.version()));
    }

    /** Tries one out. */
    @POST
    @Path("{id}/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/pdf")
    @Operation(summary = "Makes a made-up document with a template that is not stored")
    public Response preview(@PathParam("id") String id, TemplateDraft draft) {
        return Papers.download(templates.preview(id, draft));
    }
}
