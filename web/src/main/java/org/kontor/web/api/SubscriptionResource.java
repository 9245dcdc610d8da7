package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.kontor.shared.Page;
import org.kontor.subscription.SubscriptionDraft;
import org.kontor.subscription.SubscriptionInvoiceView;
import org.kontor.subscription.SubscriptionPreview;
import org.kontor.subscription.SubscriptionView;
import org.kontor.subscription.Subscriptions;

/** Subscriptions by their id. */
@Path("/subscriptions")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Subscriptions")
public class SubscriptionResource {

    @Inject
    Subscriptions subscriptions;

    /** One by its id. */
    @GET
    @Path("{id}")
    @Operation(
            summary = "Shows a subscription and where it stands",
            description =
                    "state: TRIAL, ACTIVE, PAUSED, CANCELLED, ENDED. problem says why the next invoice could not be made; it is tried again by"
                            + " itself. version steps with each change, and with each invoice that is made.")
    public Optional<SubscriptionView> find(@PathParam("id") long id) {
        return subscriptions.find(id);
    }

    /** Changes one by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(
            summary = "Changes a subscription; it counts from the next invoice on",
            description =
                    "JSON Merge Patch; with If-Match the version that was seen is the one that is changed, or 412. Once an invoice was made,"
                            + " currency, interval, every, billingStart and trialDays stay. 409 (OVER) for one that is over."
                            + " Needs write:receivable, too.")
    public SubscriptionView change(
            @PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<SubscriptionDraft> body) {
        SubscriptionView now = find(id).orElseThrow(Absent.of("subscription", id));
        return subscriptions.change(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** Removes one. */
    @DELETE
    @Path("{id}")
    @Operation(
            summary = "Removes a subscription of which no invoice was made",
            description = "409 (INVOICED) when one was made: cancel it instead.")
    public void remove(@PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        subscriptions.remove(id, version(id, ifMatch));
    }

    /** What comes next. */
    @GET
    @Path("{id}/next-invoice")
    @Operation(
            summary = "Tells what its next invoice will be",
            description =
                    "404 when it is paused, cancelled or over. 422 says why the invoice cannot be made as things are. Needs write:receivable,"
                            + " too, as the preview of an invoice does.")
    public Optional<SubscriptionPreview> next(@PathParam("id") long id) {
        return subscriptions.next(id);
    }

    /** What was made of it. */
    @GET
    @Path("{id}/invoices")
    @Operation(summary = "Lists the invoices that were made of a subscription, the latest period first")
    public Page<SubscriptionInvoiceView> invoices(@PathParam("id") long id, @BeanParam Paging paging) {
        return subscriptions.invoices(id, paging.request());
    }

    /** Pauses it. */
    @POST
    @Path("{id}/pause")
    @Operation(
            summary = "Pauses a subscription: what falls due meanwhile is not invoiced, nor made up for",
            description = "409 (PAUSED, TO_BE_CANCELLED, OVER) for one that is not running.")
    public SubscriptionView pause(@PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        return subscriptions.pause(id, version(id, ifMatch));
    }

    /** Resumes it. */
    @POST
    @Path("{id}/resume")
    @Operation(
            summary = "Resumes a subscription that is paused, or takes back that it will be cancelled",
            description =
                    "It goes on with the first period that begins today or later. 409 (RUNNING, OVER) for any other.")
    public SubscriptionView resume(@PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        return subscriptions.resume(id, version(id, ifMatch));
    }

    /** Cancels it. */
    @POST
    @Path("{id}/cancel")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Cancels a subscription. A reason is required",
            description = "when: NOW, END_OF_PERIOD. Invoices that were made stay. 409 (OVER) for one that is over.")
    public SubscriptionView cancel(
            @PathParam("id") long id, @BeanParam IfMatch ifMatch, SubscriptionCancellation body) {
        return subscriptions.cancel(id, version(id, ifMatch), body.when(), body.reason());
    }

    private long version(long id, IfMatch ifMatch) {
        return ifMatch.version(
                subscriptions.find(id).map(SubscriptionView::version).orElse(0L));
    }
}
