package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.report.ExpectedPayment;
import org.kontor.report.Performance;
import org.kontor.shared.Page;

/** When a customer is likely to pay. */
@Path("/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class ExpectedPaymentResource {

    @Inject
    Performance performance;

    /** The open invoices of a customer, all at once. */
    @GET
    @Path("{id}/expected-payments")
    @Operation(
            summary = "Says when the open invoices of a customer are likely to be paid",
            description = "expectedOn is the due date and the mean delay of the invoices that the customer paid before:"
                    + " paidInvoices of them, with a standard deviation of spread days. Empty when none was paid"
                    + " yet.")
    public Page<ExpectedPayment> expected(@PathParam("id") long id) {
        return new Page<>(performance.expected(id), Optional.empty());
    }
}
