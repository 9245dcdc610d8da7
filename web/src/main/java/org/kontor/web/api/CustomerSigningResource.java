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
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.shared.Page;
import org.kontor.signing.SigningAbility;
import org.kontor.signing.SigningDocumentDraft;
import org.kontor.signing.SigningDocumentView;
import org.kontor.signing.SigningDocuments;

/** Documents of a customer that are signed electronically. */
@Path("/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Documents")
public class CustomerSigningResource {

    @Inject
    SigningDocuments documents;

    /** All of them. */
    @GET
    @Path("{id}/documents")
    @Operation(summary = "Lists the documents of a customer for electronic signature, the latest made first")
    public Page<SigningDocumentView> list(@PathParam("id") long id, @BeanParam Paging paging) {
        return documents.ofCustomer(id, paging.request());
    }

    /** Makes one. */
    @POST
    @Path("{id}/documents")
    @Created("/documents")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes a draft of a document for electronic signature",
            description =
                    "Its PDF follows by POST /documents/{id}/original, then POST /documents/{id}/send. signers: name and email, or a contactId of"
                            + " the customer whose name and address count. inOrder: a signer is asked when the one before has signed."
                            + " expiresOn: last day to sign. 409 (CUSTOMER_ARCHIVED) for a customer in the archive.")
    public SigningDocumentView make(@PathParam("id") long id, SigningDocumentDraft draft) {
        return documents.make(id, draft);
    }

    /** What can be done. */
    @GET
    @Path("{id}/signature-service")
    @Operation(
            summary =
                    "Tells whether documents of a customer can be sent for signature now, and what the service can do",
            description = "reason says what to do where ready is false. largestFile is in bytes.")
    public SigningAbility ability(@PathParam("id") long id) {
        return documents.ability(id);
    }
}
