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
import org.kontor.receivable.RefundDraft;
import org.kontor.receivable.RefundView;
import org.kontor.receivable.Refunds;
import org.kontor.shared.Page;

/** Money that went back to customers. */
@Path("/refunds")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivables")
public class RefundResource {

    @Inject
    Refunds refunds;

    /** Refunds, the latest recorded first. */
    @GET
    @Operation(summary = "Lists refunds, the latest recorded first")
    public Page<RefundView> list(
            @QueryParam("customerId") @DefaultValue("") String customerId, @BeanParam Paging paging) {
        return refunds.list(QueryValues.id("customerId", customerId), paging.request());
    }

    /** Records one. */
    @POST
    @Created("/refunds")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Records that money of a payment or credit went back to the customer",
            description =
                    "What is unapplied goes first. With reopen=true applications are taken back beyond that, the latest first, and a"
                            + " settled invoice that has a balance again gets an adjustment.")
    public RefundView record(RefundDraft draft) {
        return refunds.record(draft);
    }

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a refund")
    public Optional<RefundView> find(@PathParam("id") long id) {
        return refunds.find(id);
    }
}
