package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.document.Documents;
import org.kontor.receivable.DocumentKind;

/** Invoices as files. */
@Path("/invoices")
@ApplicationScoped
@Tag(name = "Receivables")
public class InvoiceDocumentResource {

    @Inject
    Documents documents;

    /** As PDF. */
    @GET
    @Path("{id}/pdf")
    @Produces("application/pdf")
    @Operation(
            summary = "Downloads an invoice as PDF",
            description =
                    "Tagged PDF/A-3. What was issued is the same at each call, byte by byte, and holds itself as Factur-X (EN 16931) where the"
                            + " letterhead of the company entity says what that needs. A draft says that it is one.")
    public Response pdf(@PathParam("id") long id) {
        return Papers.download(documents.pdf(DocumentKind.INVOICE, id));
    }

    /** As Cross Industry Invoice. */
    @GET
    @Path("{id}/factur-x.xml")
    @Produces("application/xml")
    @Operation(
            summary = "Downloads an invoice as Cross Industry Invoice",
            description =
                    "Factur-X and ZUGFeRD, profile EN 16931: what lies in its PDF. 409 for a draft, and with what is missing.")
    public Response cii(@PathParam("id") long id) {
        return Papers.download(documents.cii(DocumentKind.INVOICE, id));
    }

    /** As UBL. */
    @GET
    @Path("{id}/ubl.xml")
    @Produces("application/xml")
    @Operation(
            summary = "Downloads an invoice as UBL",
            description = "PEPPOL BIS Billing 3. 409 for a draft, and with what is missing.")
    public Response ubl(@PathParam("id") long id) {
        return Papers.download(documents.ubl(DocumentKind.INVOICE, id));
    }

    /** Several as one file. */
    @GET
    @Path("documents.zip")
    @Produces("application/zip")
    @Operation(
            summary = "Downloads invoices as PDF in one archive",
            description = "ids: 1 to 100 ids of invoices, separated by commas; the archive holds these and no other.")
    public Response archive(@QueryParam("ids") @DefaultValue("") String ids) {
        return Papers.download(documents.archive(QueryValues.ids("ids", ids)));
    }
}
