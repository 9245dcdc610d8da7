package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.receivable.AccountSummary;
import org.kontor.receivable.CustomerAccounts;
import org.kontor.receivable.ItemKind;
import org.kontor.receivable.TransactionQuery;
import org.kontor.receivable.TransactionView;
import org.kontor.shared.Page;

/** How a customer stands. */
@Path("/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class CustomerAccountResource {

    @Inject
    CustomerAccounts accounts;

    /** How they stand today. */
    @GET
    @Path("{id}/account")
    @Operation(summary = "Shows what a customer owes by days past due, what is held for them, and their last payment")
    public AccountSummary summary(@PathParam("id") long id) {
        return accounts.summary(id);
    }

    /** What made it so. */
    @GET
    @Path("{id}/transactions")
    @Operation(
            summary = "Lists what changed the balance of a customer, the latest first, with the running balance",
            description =
                    "kind: INVOICE, CREDIT_MEMO, PAYMENT, CREDIT, OPENING_BALANCE, separated by commas. The running balance counts all"
                            + " transactions, whatever is shown.")
    public Page<TransactionView> transactions(
            @PathParam("id") long id,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("refunds") @DefaultValue("") String refunds,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to,
            @BeanParam Paging paging) {
        return accounts.transactions(
                id,
                new TransactionQuery(
                        QueryValues.choices("kind", kind, ItemKind.class),
                        QueryValues.flag("refunds", refunds).orElse(false),
                        QueryValues.date("from", from),
                        QueryValues.date("to", to)),
                paging.request());
    }
}
