package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.note.AttachmentDraft;
import org.kontor.note.FileOwner.Role;
import org.kontor.signing.SigningDocumentDraft;
import org.kontor.signing.SigningDocumentView;
import org.kontor.signing.SigningDocuments;
import org.kontor.signing.SigningRequests;
import org.kontor.signing.SigningUpload;

/** Documents for electronic signature by their id. */
@Path("/documents")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public class SigningDocumentResource {

    @Inject
    SigningDocuments documents;

    @Inject
    SigningRequests requests;

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(
            summary = "Shows a document for electronic signature and where it stands",
            description =
                    "state: DRAFT, SENDING, SENT, WITHDRAWING, SIGNED, DECLINED, EXPIRED, WITHDRAWN, FAILED. trouble says what stands in the way,"
                            + " or why it failed. files: ORIGINAL, SIGNED and PROOF, as far as they are there. version steps with what"
                            + " the service tells, too.")
    public Optional<SigningDocumentView> find(@PathParam("id") long id) {
        return documents.find(id);
    }

    /** Changes one by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(
            summary = "Changes a draft of a document for signature, or one that could not be sent",
            description =
                    "JSON Merge Patch; with If-Match the version that was seen is the one that is changed, or 412. 409 (NOT_A_DRAFT) when it was"
                            + " sent.")
    public SigningDocumentView change(
            @PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<SigningDocumentDraft> body) {
        SigningDocumentView now = find(id).orElseThrow(Absent.of("document", id));
        return documents.change(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** Deletes one. */
    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Deletes a draft of a document for signature, or one that could not be sent, with its file",
            description = "409 (NOT_A_DRAFT) when it was sent: withdraw it instead.")
    public void remove(@PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        documents.remove(id, version(id, ifMatch));
    }

    /** Keeps its PDF. */
    @POST
    @Path("{id}/original")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(
            summary = "Uploads the PDF of a draft, in place of the one before",
            description =
                    "Part: file. What it holds has to be a PDF, whatever its name says. 409 (NOT_A_DRAFT) when it was sent.")
    public SigningDocumentView upload(@PathParam("id") long id, @BeanParam IfMatch ifMatch, List<EntityPart> parts) {
        AttachmentForm form = AttachmentForm.of(parts);
        AttachmentDraft named = form.draft();
        try (InputStream content = form.file().getContent()) {
            return documents.attach(id, version(id, ifMatch), new SigningUpload(named.name(), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of what is to be signed. */
    @GET
    @Path("{id}/original")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Downloads the PDF that is to be signed")
    public Response original(@PathParam("id") long id) {
        return download(id, Role.ORIGINAL);
    }

    /** The bytes of what was signed. */
    @GET
    @Path("{id}/signed")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Downloads the PDF as everybody signed it", description = "404 before that.")
    public Response signed(@PathParam("id") long id) {
        return download(id, Role.SIGNED);
    }

    /** The bytes of the proof. */
    @GET
    @Path("{id}/proof")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(summary = "Downloads what proves who signed when", description = "404 where the service gave none.")
    public Response proof(@PathParam("id") long id) {
        return download(id, Role.PROOF);
    }

    private Response download(long id, Role role) {
        return FileDownload.of(documents.content(id, role).orElseThrow(Absent.of("document", id)));
    }

    /** Sends it. */
    @POST
    @Path("{id}/send")
    @Operation(
            summary = "Sends a draft to be signed; a job does it at once",
            description =
                    "422 names what is missing. 409: NOT_A_DRAFT when it was sent, CUSTOMER_ARCHIVED, NO_SIGNATURE_SERVICE without an enabled connection"
                            + " for the customer's company entity. It is never sent twice: what may have arrived is looked up.")
    public SigningDocumentView send(@PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        return requests.send(id, version(id, ifMatch));
    }

    /** Reminds a signer. */
    @POST
    @Path("{id}/signers/{position}/remind")
    @Operation(
            summary = "Has a signer reminded; position counts from 0",
            description = "409: NOT_SENT, NOT_THEIR_TURN, REMINDED_LATELY within an hour.")
    public SigningDocumentView remind(
            @PathParam("id") long id, @PathParam("position") int position, @BeanParam IfMatch ifMatch) {
        return requests.remind(id, version(id, ifMatch), position);
    }

    /** Takes it back. */
    @POST
    @Path("{id}/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Withdraws a document: nobody can sign it any more. A reason is required",
            description =
                    "A job asks the service, again and again until it answers: state is WITHDRAWING until then. hereAlone closes it here without asking,"
                            + " while something stands in the way. 409: NOT_SENT, MAY_HAVE_ARRIVED, ASK_THE_SERVICE.")
    public SigningDocumentView withdraw(@PathParam("id") long id, @BeanParam IfMatch ifMatch, SigningWithdrawal body) {
        return requests.withdraw(
                id, version(id, ifMatch), body.reason(), body.hereAlone().orElse(false));
    }

    private long version(long id, IfMatch ifMatch) {
        return ifMatch.version(
                documents.find(id).map(SigningDocumentView::version).orElse(0L));
    }
}
