package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.note.AttachmentView;
import org.kontor.receivable.DocumentAttachments;
import org.kontor.receivable.DocumentKind;
import org.kontor.shared.Page;

/** Files of an invoice. */
@Path("/invoices/{id}/attachments")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attachments")
public class InvoiceAttachmentResource {

    @Inject
    DocumentAttachments attachments;

    /** Files, newest first. */
    @GET
    @Operation(summary = "Lists the files of an invoice, newest first")
    public Page<AttachmentView> list(@PathParam("id") long id, @BeanParam Paging paging) {
        return attachments.ofDocument(DocumentKind.INVOICE, id, paging.request());
    }

    /** Uploads one. */
    @POST
    @Created("/document-attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Uploads a file for an invoice",
            description =
                    "Parts: file; optional description, and internal (true or false; false shares it with the customer in the"
                            + " portal). The company settings attachmentMaxMb and attachmentTypes say what is accepted.")
    public AttachmentView add(@PathParam("id") long id, List<EntityPart> parts) {
        return AttachmentForm.of(parts)
                .keep((draft, content) -> attachments.add(DocumentKind.INVOICE, id, draft, content));
    }
}
