package org.kontor.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.kontor.jobs.Jobs;
import org.kontor.shared.CustomerErased;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvents;
import org.kontor.webhook.DeliveryRepository.Happened;

/** Notes what happened, in the transaction in which it happened (S3-68): both are there, or neither. */
@ApplicationScoped
class WebhookOutbox {

    @Inject
    DeliveryRepository deliveries;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    void on(@Observes DomainEvent event) {
        note(List.of(event));
    }

    void on(@Observes DomainEvents events) {
        note(events.events());
    }

    /** What was told before is gone by now: this is all that is left to tell. */
    void on(@Observes CustomerErased erased) {
        note(List.of(new DomainEvent("customer.erased", erased.customerId(), Map.of(), Map.of())));
    }

    private void note(List<DomainEvent> events) {
        List<Happened> offered = events.stream()
                .flatMap(event -> WebhookEvent.told(event.kind()).stream()
                        .map(known -> new Happened(
                                known.wireName(), event.customerId(), subject(known, event), facts(known, event))))
                .toList();
        if (!offered.isEmpty()) {
            deliveries.note(offered, clock.instant()).forEach(id -> jobs.enqueue(WebhookDelivery.KIND, id));
        }
    }

    /** Which customers a merge made one, or its undo takes apart: subscribers keep their numbers. */
    private static String facts(WebhookEvent known, DomainEvent event) {
        if (known != WebhookEvent.CUSTOMER_MERGED && known != WebhookEvent.CUSTOMER_UNMERGED) {
            return "{}";
        }
        String self = Long.toString(event.customerId());
        Map<String, String> details = event.details();
        return "{\"mergeId\":" + details.getOrDefault("mergeId", "0")
                + ",\"mergedIds\":[" + details.getOrDefault("sourceIds", self).replace(" ", "")
                + "],\"mergedInto\":" + details.getOrDefault("customerId", self) + "}";
    }

    private static long subject(WebhookEvent known, DomainEvent event) {
        return switch (known.subject()) {
            case CUSTOMER, NUMBER -> event.customerId();
            case CONTACT -> Long.parseLong(event.details().getOrDefault("contactId", "0"));
            case TICKET -> Long.parseLong(event.details().getOrDefault("ticketId", "0"));
            case MESSAGE -> Long.parseLong(event.details().getOrDefault("messageId", "0"));
            case DOCUMENT, PAYMENT, CREDIT, PAYMENT_PLAN, SUBSCRIPTION, SIGNING ->
                Long.parseLong(event.details().getOrDefault("documentId", "0"));
        };
    }
}
