package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.accounting.AccountingView;
import org.kontor.accounting.CustomerAccounting;
import org.kontor.accounting.ResyncReport;
import org.kontor.accounting.Resyncs;

/** A customer, as the accounting system knows them. */
@Path("/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounting")
public class CustomerAccountingResource {

    @Inject
    CustomerAccounting accounting;

    @Inject
    Resyncs resyncs;

    /** How they stand there. */
    @GET
    @Path("{id}/accounting")
    @Operation(
            summary = "Shows what the accounting system says a customer owes, beside what was recorded in Kontor since",
            description =
                    "balance is synced and delta together; Kontor's own ledger is never overwritten. flagged: both books have differed for"
                            + " longer than one sync, which is two hours. Without an enabled connection that knows the customer, connected"
                            + " is false and there are no balances.")
    public AccountingView show(@PathParam("id") long id) {
        return accounting.of(id);
    }

    /** Reads one again. */
    @POST
    @Path("{id}/resync")
    @Operation(
            summary = "Reads one customer again from the accounting system",
            description =
                    "Answers which fields changed from what to what; done again, none. 409 says why it cannot be done; 502 that the"
                            + " accounting system did not do its part, and nothing was changed.")
    public ResyncReport resync(@PathParam("id") long id) {
        return resyncs.resync(id);
    }
}
