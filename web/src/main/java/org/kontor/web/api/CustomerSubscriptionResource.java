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
import org.kontor.shared.Page;
import org.kontor.subscription.RecurringRevenue;
import org.kontor.subscription.SubscriptionDraft;
import org.kontor.subscription.SubscriptionPreview;
import org.kontor.subscription.SubscriptionView;
import org.kontor.subscription.Subscriptions;

/** Subscriptions of a customer. */
@Path("/customers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions")
public class CustomerSubscriptionResource {

    static final String DRAFT =
            "interval: WEEKLY, MONTHLY, QUARTERLY, YEARLY; every: of how many of them a period is. The first invoice is made on billingStart, trialDays"
                    + " later; periods that have passed are made up for. invoices: after how many it ends. issue: whether invoices are"
                    + " issued at once, or kept as drafts. Lines are those of an invoice; one with oneTime is charged on the next invoice"
                    + " alone, one with startsOn or endsOn in periods that begin in its time. Needs write:receivable, too.";

    @Inject
    Subscriptions subscriptions;

    /** All of them. */
    @GET
    @Path("{id}/subscriptions")
    @Operation(summary = "Lists the subscriptions of a customer, the latest made first")
    public Page<SubscriptionView> list(@PathParam("id") long id, @BeanParam Paging paging) {
        return subscriptions.ofCustomer(id, paging.request());
    }

    /** What recurs. */
    @GET
    @Path("{id}/recurring-revenue")
    @Operation(
            summary = "Tells what recurs of a customer in a month (MRR), by currency",
            description =
                    "Without tax. Of subscriptions that are invoiced today: lines that are charged once, trials, paused and cancelled ones"
                            + " do not count. A week counts 52/12 times, a quarter a third, a year a twelfth; each subscription is rounded.")
    public Page<RecurringRevenue> revenue(@PathParam("id") long id) {
        return new Page<>(subscriptions.revenue(id), Optional.empty());
    }

    /** Makes one. */
    @POST
    @Path("{id}/subscriptions")
    @Created("/subscriptions")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a subscription: the customer is invoiced again and again", description = DRAFT)
    public SubscriptionView make(@PathParam("id") long id, SubscriptionDraft draft) {
        return subscriptions.make(id, draft);
    }

    /** What it would come to. */
    @POST
    @Path("{id}/subscriptions/preview")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Tells what its first invoice would be, and stores nothing", description = DRAFT)
    public SubscriptionPreview preview(@PathParam("id") long id, SubscriptionDraft draft) {
        return subscriptions.preview(id, draft);
    }
}
