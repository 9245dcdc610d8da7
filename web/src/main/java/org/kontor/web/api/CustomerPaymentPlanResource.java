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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.paymentplan.PaymentPlanDraft;
import org.kontor.paymentplan.PaymentPlanPreview;
import org.kontor.paymentplan.PaymentPlanView;
import org.kontor.paymentplan.PaymentPlans;
import org.kontor.shared.Page;

/** Payment plans of a customer. */
@Path("/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payment plans")
public class CustomerPaymentPlanResource {

    static final String DRAFT =
            "invoiceIds: open invoices of the customer in one currency, of one company entity, not disputed and in no other plan. interval:"
                    + " WEEKLY, TWO_WEEKLY, MONTHLY, LAST_DAY_OF_MONTH. Either instalments, how many, or instalmentAmount, how much each is;"
                    + " the last one takes the remainder. downPayment is due today. total: what you saw to be open; when it has changed"
                    + " since, 409 CHANGED_MEANWHILE.";

    @Inject
    PaymentPlans plans;

    /** All of them. */
    @GET
    @Path("{id}/payment-plans")
    @Operation(summary = "Lists the payment plans of a customer, the latest agreed first")
    public Page<PaymentPlanView> list(@PathParam("id") long id, @BeanParam Paging paging) {
        return plans.ofCustomer(id, paging.request());
    }

    /** Agrees one. */
    @POST
    @Path("{id}/payment-plans")
    @Created("/payment-plans")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Agrees a payment plan over open invoices of a customer", description = DRAFT)
    public PaymentPlanView agree(@PathParam("id") long id, PaymentPlanDraft draft) {
        return plans.agree(id, draft);
    }

    /** What it would come to. */
    @POST
    @Path("{id}/payment-plans/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tells which instalments agreeing it would make, and stores nothing", description = DRAFT)
    public PaymentPlanPreview preview(@PathParam("id") long id, PaymentPlanDraft draft) {
        return plans.preview(id, draft);
    }
}
