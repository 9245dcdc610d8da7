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
import org.kontor.receivable.AppliedView;
import org.kontor.receivable.CreditDraft;
import org.kontor.receivable.CreditView;
import org.kontor.receivable.Credits;
import org.kontor.receivable.HeldQuery;
import org.kontor.shared.Page;

/** Credits given by hand. */
@Path("/credits")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class CreditResource {

    @Inject
    Credits credits;

    /** Those that match, the latest added first. */
    @GET
    @Operation(summary = "Lists credits, the latest added first; unapplied=true: only those with something left")
    public Page<CreditView> list(
            @QueryParam("customerId") @DefaultValue("") String customerId,
            @QueryParam("unapplied") @DefaultValue("") String unapplied,
            @BeanParam Paging paging) {
        return credits.list(
                new HeldQuery(
                        QueryValues.id("customerId", customerId),
                        QueryValues.flag("unapplied", unapplied).orElse(false),
                        ""),
                paging.request());
    }

    /** Adds one. */
    @POST
    @Created("/credits")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Adds a credit for a customer",
            description =
                    "It lowers what the customer owes in all. What it settles is told by policy: OFF, OLDEST_DUE_FIRST, or CHOSEN with"
                            + " invoiceId; else by the company setting creditPolicy.")
    public CreditView add(CreditDraft draft) {
        return credits.add(draft);
    }

    /** What it would settle. */
    @POST
    @Path("preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tells what adding it would settle, by the same code, and changes nothing")
    public AppliedView preview(CreditDraft draft) {
        return credits.preview(draft);
    }

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a credit and what is left of it")
    public Optional<CreditView> find(@PathParam("id") long id) {
        return credits.find(id);
    }

    /** Voids one. */
    @POST
    @Path("{id}/void")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Voids a credit; what it settled is owed again. A reason is required")
    public CreditView voidIt(@PathParam("id") long id, VoidBody body) {
        return credits.voidIt(id, body.effectiveDate(), body.reason());
    }
}
