package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.receivable.SalesLists;
import org.kontor.receivable.TaxRateDraft;
import org.kontor.receivable.TaxRateView;
import org.kontor.shared.Page;

/** The list of tax rates. */
@Path("/tax-rates")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class TaxRateResource {

    @Inject
    SalesLists lists;

    /** All of them. */
    @GET
    @Operation(summary = "Lists the tax rates by code")
    public Page<TaxRateView> list() {
        return new Page<>(lists.rates(), Optional.empty());
    }

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a tax rate")
    public Optional<TaxRateView> find(@PathParam("id") long id) {
        return lists.rate(id);
    }

    /** Adds one. */
    @POST
    @Created("/tax-rates")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Adds a tax rate")
    public TaxRateView add(TaxRateDraft draft) {
        return lists.addRate(draft);
    }

    /** Changes one by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(summary = "Changes a tax rate; documents that use it stay as they are")
    public TaxRateView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<TaxRateDraft> body) {
        TaxRateView now = lists.rate(id).orElseThrow(Absent.of("tax rate", id));
        return lists.reviseRate(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }
}
