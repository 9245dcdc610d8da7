package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.receivable.InvoiceTemplateDraft;
import org.kontor.receivable.InvoiceTemplateView;
import org.kontor.receivable.InvoiceTemplates;
import org.kontor.shared.Page;

/** Invoice templates that the company named (S4-57). */
@Path("/invoice-templates")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class InvoiceTemplateResource {

    @Inject
    InvoiceTemplates templates;

    /** All of them. */
    @GET
    @Operation(
            summary = "Lists the invoice templates of the company",
            description =
                    "They are named at /system-tables/invoice-templates; what they look like is at /document-templates.")
    public Page<InvoiceTemplateView> list() {
        return new Page<>(templates.list(), Optional.empty());
    }

    /** What one offers. */
    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "States language and ways to pay of an invoice template",
            description =
                    "BANK_TRANSFER, CARD, DIRECT_DEBIT, CHECK, CASH; none to say nothing. They stand on invoices that are made into a paper"
                            + " from then on, and at open invoices in the portal.")
    public InvoiceTemplateView offer(@PathParam("code") String code, InvoiceTemplateDraft draft) {
        return templates.offer(code, draft);
    }
}
