package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.note.AttachmentContent;
import org.kontor.note.AttachmentDraft;
import org.kontor.note.AttachmentView;
import org.kontor.receivable.DocumentAttachments;

/** Files of invoices and credit memos by their id. */
@Path("/document-attachments")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Attachments")
public class DocumentAttachmentResource {

    @Inject
    DocumentAttachments attachments;

    /** What is said of one. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows what is said of a file of an invoice or a credit memo, with its checksum")
    public Optional<AttachmentView> find(@PathParam("id") long id) {
        return attachments.find(id);
    }

    /** Changes what is said of one. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(
            summary = "Changes name, description or internal of a file of a document",
            description = "JSON Merge Patch.")
    public AttachmentView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<AttachmentDraft> body) {
        AttachmentView now = attachments.find(id).orElseThrow(Absent.of("attachment", id));
        return attachments.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** Removes one. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Removes a file of a document; that it was there stays in the timeline")
    public void remove(@PathParam("id") long id) {
        attachments.remove(id);
    }

    /** Its bytes. */
    @GET
    @Path("{id}/content")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Downloads a file of a document")
    public Response content(@PathParam("id") long id) {
        AttachmentContent content = attachments.content(id).orElseThrow(Absent.of("attachment", id));
        return FileDownload.of(content);
    }
}
