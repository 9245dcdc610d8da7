package org.kontor.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.RowScope;
import org.kontor.communication.Messages;
import org.kontor.contact.Contacts;
import org.kontor.customer.Customers;
import org.kontor.paymentplan.PaymentPlans;
import org.kontor.receivable.Credits;
import org.kontor.receivable.Invoices;
import org.kontor.receivable.Payments;
import org.kontor.shared.JsonWriter;
import org.kontor.signing.SigningDocuments;
import org.kontor.subscription.Subscriptions;
import org.kontor.ticket.Tickets;
import org.kontor.webhook.DeliveryRepository.Due;
import org.kontor.webhook.WebhookEvent.Subject;

/**
 * What is sent: type, time, and the record as REST shows it to the subscriber at this moment (S3-70). Read for many deliveries at
 * once.
 */
@ApplicationScoped
class Payloads {

    @Inject
    Customers customers;

    @Inject
    Invoices invoices;

    @Inject
    Payments payments;

    @Inject
    Credits credits;

    @Inject
    PaymentPlans plans;

    @Inject
    Subscriptions subscriptions;

    @Inject
    SigningDocuments signing;

    @Inject
    Contacts contacts;

    @Inject
    Tickets tickets;

    @Inject
    Messages messages;

    /**
     * The bodies by number of the delivery, as the current caller may read them; one that is missing must not be sent: the
     * caller lacks the permission, or does not see the record, or it is gone (S3-69).
     */
    Map<Long, String> of(List<Due> due) {
        Caller subscriber = CallerContext.current();
        Map<Subject, List<Due>> allowed = due.stream()
                .filter(each -> subscriber.may(each.event().permission().wireName()))
                .collect(Collectors.groupingBy(each -> each.event().subject()));
        Map<Long, String> bodies = new HashMap<>();
        allowed.forEach((subject, some) -> {
            Map<Long, ? extends Record> found =
                    read(subject, some.stream().map(Payloads::id).distinct().toList());
            for (Due each : some) {
                Record data = found.get(id(each));
                if (data != null) {
                    bodies.put(each.id(), body(each, JsonWriter.object(data)));
                }
            }
        });
        return bodies;
    }

    private Map<Long, ? extends Record> read(Subject subject, List<Long> ids) {
        return switch (subject) {
            case CUSTOMER -> byId(customers.findAll(ids), c -> c.id());
            case NUMBER ->
                CallerContext.current().scope() == RowScope.ALL
                        ? byId(ids.stream().map(Gone::new).toList(), Gone::id)
                        : Map.of();
            case CONTACT -> byId(contacts.findAll(ids), c -> c.id());
            case TICKET -> byId(tickets.findAll(ids), t -> t.id());
            case MESSAGE -> byId(messages.findAll(ids), m -> m.id());
            case DOCUMENT -> byId(invoices.findAll(ids), i -> i.id());
            case PAYMENT -> byId(payments.findAll(ids), p -> p.id());
            case CREDIT -> byId(credits.findAll(ids), c -> c.id());
            case PAYMENT_PLAN -> byId(plans.findAll(ids), p -> p.id());
            case SUBSCRIPTION -> byId(subscriptions.findAll(ids), s -> s.id());
            case SIGNING -> byId(signing.findAll(ids), d -> d.id());
        };
    }

    private static long id(Due due) {
        return switch (due.event().subject()) {
            case CUSTOMER, NUMBER -> due.customerId();
            default -> due.subjectId();
        };
    }

    private static <T extends Record> Map<Long, T> byId(Collection<T> found, ToLongFunction<T> id) {
        return found.stream().collect(Collectors.toMap(id::applyAsLong, each -> each));
    }

    private static String body(Due due, JsonObject data) {
        JsonObjectBuilder all = JsonWriter.JSON.createObjectBuilder(data);
        try (JsonReader facts = JsonWriter.JSON.createReader(new StringReader(due.facts()))) {
            facts.readObject().forEach(all::add);
        }
        return JsonWriter.JSON
                .createObjectBuilder()
                .add("type", due.event().wireName())
                .add("timestamp", due.occurredAt().toString())
                .add("data", all)
                .build()
                .toString();
    }

    /** All that can be told of a customer who was erased. */
    private record Gone(long id) {}
}
