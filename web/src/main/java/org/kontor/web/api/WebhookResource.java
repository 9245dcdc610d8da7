package org.kontor.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kontor.shared.Page;
import org.kontor.webhook.DeliveryState;
import org.kontor.webhook.DeliveryView;
import org.kontor.webhook.NewWebhook;
import org.kontor.webhook.ReplayDraft;
import org.kontor.webhook.Replayed;
import org.kontor.webhook.WebhookDraft;
import org.kontor.webhook.WebhookEventView;
import org.kontor.webhook.WebhookView;
import org.kontor.webhook.Webhooks;

/** Subscriptions to events, and the log of what was sent. */
@Path("/webhooks")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
public class WebhookResource {

    @Inject
    Webhooks webhooks;

    /** Subscriptions, oldest first. */
    @GET
    @Operation(summary = "Lists the caller's webhooks; with write:user everybody's")
    public Page<WebhookView> list(@BeanParam Paging paging) {
        return webhooks.list(paging.request());
    }

    /** The events that exist. */
    @GET
    @Path("events")
    @Operation(summary = "Lists the events, with the permission that each needs")
    public Page<WebhookEventView> events() {
        return new Page<>(webhooks.events(), Optional.empty());
    }

    /** Subscribes. */
    @POST
    @Created
    @NotKept
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Subscribes to events; the secret is shown this once",
            description =
                    "What is sent is signed as Standard Webhooks has it, and holds what the subscriber may read when it"
                            + " is sent. Failed deliveries are tried again for three days.")
    public NewWebhook create(WebhookDraft draft) {
        return webhooks.create(draft);
    }

    /** One subscription. */
    @GET
    @Path("{id}")
    @Operation(summary = "Shows a webhook without its secret")
    public Optional<WebhookView> find(@PathParam("id") long id) {
        return webhooks.find(id);
    }

    /** Changes one by a merge patch. */
    @PATCH
    @Path("{id}")
    @Consumes(JsonBody.MERGE_PATCH)
    @Operation(summary = "Changes a webhook; somebody else's can only be switched off")
    public WebhookView change(@PathParam("id") long id, @BeanParam IfMatch ifMatch, JsonBody<WebhookDraft> body) {
        WebhookView now = webhooks.find(id).orElseThrow(Absent.of("webhook", id));
        return webhooks.revise(id, ifMatch.version(now.version()), body.patch(now, now.toDraft()));
    }

    /** Ends a subscription. */
    @DELETE
    @Path("{id}")
    @Operation(summary = "Deletes a webhook with its log; what waits is not sent")
    public void delete(@PathParam("id") long id, @BeanParam IfMatch ifMatch) {
        WebhookView now = webhooks.find(id).orElseThrow(Absent.of("webhook", id));
        webhooks.delete(id, ifMatch.version(now.version()));
    }

    /** Makes a new secret. */
    @POST
    @Path("{id}/secret")
    @NotKept
    @Operation(summary = "Gives a webhook a new secret, shown this once; the former one is worthless at once")
    public NewWebhook newSecret(@PathParam("id") long id) {
        return webhooks.newSecret(id);
    }

    /** The delivery log. */
    @GET
    @Path("{id}/deliveries")
    @Operation(
            summary = "Lists what was sent or waits, newest first",
            description = "state: PENDING, DELIVERED, FAILED or DROPPED. Kept for 90 days after it was settled.")
    public Page<DeliveryView> deliveries(
            @PathParam("id") long id, @QueryParam("state") @DefaultValue("") String state, @BeanParam Paging paging) {
        return webhooks.deliveries(id, ImportForm.choice("state", DeliveryState.class, state), paging.request());
    }

    /** Sends once more. */
    @POST
    @Path("{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Sends deliveries once more, with the same webhook-id",
            description =
                    "ids, a span of time (from, to: when it happened), or failed = true for everything that failed or was"
                            + " dropped; what is said together must all fit.")
    public Replayed replay(@PathParam("id") long id, ReplayDraft what) {
        return webhooks.replay(id, what);
    }
}
