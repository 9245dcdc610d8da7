package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.paymentplan.PaymentPlanView;
import org.kontor.paymentplan.PaymentPlans;

/** Payment plans by their id. */
@Path("/payment-plans")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payment plans")
public class PaymentPlanResource {

    @Inject
    PaymentPlans plans;

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(
            summary = "Shows a payment plan and where it stands",
            description =
                    "status: ACTIVE, PAST_DUE, CLOSED, CANCELLED. What is settled is worked out from what is left of the invoices; it covers"
                            + " the instalments in their order. version steps when the plan itself is changed, not when something is paid.")
    public Optional<PaymentPlanView> find(@PathParam("id") long id) {
        return plans.find(id);
    }

    /** Cancels it. */
    @POST
    @Path("{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Cancels a payment plan; its invoices can come into another one. A reason is required",
            description = "409 (CANCELLED, CLOSED) for one that was cancelled, or of which nothing is left.")
    public PaymentPlanView cancel(@PathParam("id") long id, @BeanParam IfMatch ifMatch, PlanCancellation body) {
        return plans.cancel(
                id, ifMatch.version(plans.find(id).map(PaymentPlanView::version).orElse(0L)), body.reason());
    }
}
