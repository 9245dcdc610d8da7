package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.document.Documents;
import org.kontor.receivable.DocumentKind;

/** Credit memos as files. */
@Path("/credit-memos")
@ApplicationScoped
@Tag(name = "Receivables")
public class CreditMemoDocumentResource {

    @Inject
    Documents documents;

    /** As PDF. */
    @GET
    @Path("{id}/pdf")
    @Produces("application/pdf")
    @Operation(
            summary = "Downloads a credit memo as PDF",
            description =
                    "Tagged PDF/A-3. What was issued is the same at each call, byte by byte, and holds itself as Factur-X (EN 16931) where the"
                            + " letterhead of the company entity says what that needs. A draft says that it is one.")
    public Response pdf(@PathParam("id") long id) {
        return Papers.download(documents.pdf(DocumentKind.CREDIT_MEMO, id));
    }

    /** As Cross Industry Invoice. */
    @GET
    @Path("{id}/factur-x.xml")
    @Produces("application/xml")
    @Operation(
            summary = "Downloads a credit memo as Cross Industry Invoice",
            description =
                    "Factur-X and ZUGFeRD, profile EN 16931: what lies in its PDF. 409 for a draft, and with what is missing.")
    public Response cii(@PathParam("id") long id) {
        return Papers.download(documents.cii(DocumentKind.CREDIT_MEMO, id));
    }

    /** As UBL. */
    @GET
    @Path("{id}/ubl.xml")
    @Produces("application/xml")
    @Operation(
            summary = "Downloads a credit memo as UBL",
            description = "PEPPOL BIS Billing 3. 409 for a draft, and with what is missing.")
    public Response ubl(@PathParam("id") long id) {
        return Papers.download(documents.ubl(DocumentKind.CREDIT_MEMO, id));
    }
}
