package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.lifecycle.ErasurePreview;
import org.kontor.lifecycle.ErasureView;
import org.kontor.lifecycle.Erasures;
import org.kontor.lifecycle.PersonalData;

/** Erases a customer, and gives out all data of one. */
@Path("/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Erasure")
public class CustomerErasureResource {

    @Inject
    Erasures erasures;

    @Inject
    PersonalData personalData;

    /** Everything of one customer. */
    @GET
    @Path("{id}/personal-data.zip")
    @Produces("application/zip")
    @Operation(
            summary = "Downloads everything that Kontor holds of a customer",
            description =
                    "A zip with data.json, the same to read as data.html, and the files; streamed, and noted in the audit log. Needs"
                            + " export:personal-data, and what is needed to see each part: a part would be taken for the whole.")
    public Response personalData(@PathParam("id") long id) {
        personalData.begin(id);
        StreamingOutput body = out -> personalData.write(id, out);
        return Response.ok(body, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"customer-" + id + ".zip\"")
                .build();
    }

    /** Begins, or shows what would happen. */
    @DELETE
    @Path("{id}")
    @Accepted("/erasures")
    @DryRun(ErasurePreview.class)
    @Operation(
            summary = "Erases a customer for good",
            description =
                    "There is no way back; POST /customers/{id}/archive is the alternative. confirm, the display name of the customer, is"
                            + " required. 202 with the erasure, whose steps go on by themselves; then the id answers 410. 409 when"
                            + " something stands in the way, 412 when If-Match names another version. With dryRun=true nothing is erased,"
                            + " confirm may be left out, and 200 tells what goes and what stays, which payment vaults are asked, which"
                            + " other systems know the customer and are not asked, and what stands in the way. Needs erase:customer.")
    @Answers(ErasureView.class)
    public Record erase(
            @PathParam("id") long id,
            @QueryParam("confirm") @DefaultValue("") String confirm,
            @QueryParam("dryRun") @DefaultValue("") String dryRun,
            @BeanParam IfMatch ifMatch) {
        return QueryValues.flag("dryRun", dryRun).orElse(false)
                ? erasures.preview(id)
                : erasures.erase(id, confirm, ifMatch.named());
    }
}
