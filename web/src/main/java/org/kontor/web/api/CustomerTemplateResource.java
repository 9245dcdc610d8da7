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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.receivable.CustomerTemplateDraft;
import org.kontor.receivable.CustomerTemplateView;
import org.kontor.receivable.InvoiceTemplates;

/** Which invoice template a customer has (S4-57). */
@Path("/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class CustomerTemplateResource {

    @Inject
    InvoiceTemplates templates;

    /** What a customer has. */
    @GET
    @Path("{id}/invoice-template")
    @Operation(summary = "Tells by which template invoices of a customer are made that name none")
    public CustomerTemplateView ofCustomer(@PathParam("id") long id) {
        return templates.ofCustomer(id);
    }

    /** Chooses another one. */
    @PUT
    @Path("{id}/invoice-template")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Chooses the invoice template of a customer",
            description = "By its code; empty for none. Documents that are there keep theirs.")
    public CustomerTemplateView choose(@PathParam("id") long id, CustomerTemplateDraft draft) {
        return templates.choose(id, draft);
    }
}
