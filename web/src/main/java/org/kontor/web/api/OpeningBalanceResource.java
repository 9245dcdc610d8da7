package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.receivable.CreditView;
import org.kontor.receivable.HeldQuery;
import org.kontor.receivable.OpeningBalanceDraft;
import org.kontor.receivable.OpeningBalances;
import org.kontor.shared.Page;

/** What customers owed, or had in hand, when they came from another system. */
@Path("/opening-balances")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class OpeningBalanceResource {

    @Inject
    OpeningBalances balances;

    /** Those that match, the latest posted first. */
    @GET
    @Operation(
            summary = "Lists opening balances, the latest posted first; unapplied=true: only those with something left")
    public Page<CreditView> list(
            @QueryParam("customerId") @DefaultValue("") String customerId,
            @QueryParam("unapplied") @DefaultValue("") String unapplied,
            @BeanParam Paging paging) {
        return balances.list(
                new HeldQuery(
                        QueryValues.id("customerId", customerId),
                        QueryValues.flag("unapplied", unapplied).orElse(false),
                        ""),
                paging.request());
    }

    /** Posts one. */
    @POST
    @Created("/opening-balances")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Posts an opening balance; an amount less than zero is held for the customer")
    public CreditView post(OpeningBalanceDraft draft) {
        return balances.post(draft);
    }

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows an opening balance and what is left of it")
    public Optional<CreditView> find(@PathParam("id") long id) {
        return balances.find(id);
    }

    /** Voids one. */
    @POST
    @Path("{id}/void")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Voids an opening balance; what was applied is taken back. A reason is required")
    public CreditView voidIt(@PathParam("id") long id, VoidBody body) {
        return balances.voidIt(id, body.effectiveDate(), body.reason());
    }
}
