package org.kontor.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.RowScope;
import org.kontor.contact.Contacts;
import org.kontor.customer.Customers;
import org.kontor.receivable.Credits;
import org.kontor.receivable.Invoices;
import org.kontor.receivable.Payments;
import org.kontor.shared.JsonWriter;
import org.kontor.webhook.DeliveryRepository.Due;

/**
 * What is sent: type, time, and the record as REST shows it to the subscriber at this moment (S3-70). Read for many deliveries at
 * once.
 */
@ApplicationScoped
class Payloads {

    private static final Set<WebhookEvent> OF_CONTACT =
            Set.of(WebhookEvent.CONTACT_CREATED, WebhookEvent.CONTACT_UPDATED);

    private static final Set<WebhookEvent> OF_DOCUMENT = Set.of(
            WebhookEvent.INVOICE_ISSUED,
            WebhookEvent.INVOICE_PAID,
            WebhookEvent.INVOICE_REOPENED,
            WebhookEvent.INVOICE_VOIDED,
            WebhookEvent.CREDIT_MEMO_ISSUED);
    private static final Set<WebhookEvent> OF_PAYMENT =
            Set.of(WebhookEvent.PAYMENT_CREATED, WebhookEvent.PAYMENT_VOIDED);
    private static final Set<WebhookEvent> OF_CREDIT = Set.of(WebhookEvent.CREDIT_CREATED);

    @Inject
    Customers customers;

    @Inject
    Invoices invoices;

    @Inject
    Payments payments;

    @Inject
    Credits credits;

    @Inject
    Contacts contacts;

    /**
     * The bodies by number of the delivery, as the current caller may read them; one that is missing must not be sent: the
     * caller lacks the permission, or does not see the record, or it is gone (S3-69).
     */
    Map<Long, String> of(List<Due> due) {
        Caller subscriber = CallerContext.current();
        List<Due> allowed = due.stream()
                .filter(each -> subscriber.may(each.event().permission().wireName()))
                .toList();
        Map<Long, String> bodies = new HashMap<>();
        List<Due> ofContacts = only(allowed, OF_CONTACT);
        List<Due> ofDocuments = only(allowed, OF_DOCUMENT);
        List<Due> ofPayments = only(allowed, OF_PAYMENT);
        List<Due> ofCredits = only(allowed, OF_CREDIT);
        allowed.stream()
                .filter(each -> each.event() == WebhookEvent.CUSTOMER_ERASED && subscriber.scope() == RowScope.ALL)
                .forEach(each -> bodies.put(each.id(), body(each, JsonWriter.object(new Gone(each.customerId())))));
        List<Due> ofCustomers = allowed.stream()
                .filter(d -> d.event() != WebhookEvent.CUSTOMER_ERASED)
                .filter(d -> Stream.of(OF_CONTACT, OF_DOCUMENT, OF_PAYMENT, OF_CREDIT)
                        .noneMatch(kinds -> kinds.contains(d.event())))
                .toList();
        if (!ofCustomers.isEmpty()) {
            add(
                    bodies,
                    ofCustomers,
                    Due::customerId,
                    customers.findAll(ids(ofCustomers, Due::customerId)),
                    c -> c.id());
        }
        if (!ofContacts.isEmpty()) {
            add(bodies, ofContacts, Due::subjectId, contacts.findAll(ids(ofContacts, Due::subjectId)), c -> c.id());
        }
        if (!ofDocuments.isEmpty()) {
            add(bodies, ofDocuments, Due::subjectId, invoices.findAll(ids(ofDocuments, Due::subjectId)), i -> i.id());
        }
        if (!ofPayments.isEmpty()) {
            add(bodies, ofPayments, Due::subjectId, payments.findAll(ids(ofPayments, Due::subjectId)), p -> p.id());
        }
        if (!ofCredits.isEmpty()) {
            add(bodies, ofCredits, Due::subjectId, credits.findAll(ids(ofCredits, Due::subjectId)), c -> c.id());
        }
        return bodies;
    }

    private static List<Due> only(List<Due> due, Set<WebhookEvent> events) {
        return due.stream().filter(each -> events.contains(each.event())).toList();
    }

    private static List<Long> ids(List<Due> due, ToLongFunction<Due> id) {
        return due.stream().map(id::applyAsLong).distinct().toList();
    }

    private static <T extends Record> void add(
            Map<Long, String> bodies,
            List<Due> due,
            ToLongFunction<Due> wanted,
            Collection<T> found,
            ToLongFunction<T> id) {
        Map<Long, T> byId = found.stream().collect(Collectors.toMap(id::applyAsLong, each -> each));
        for (Due each : due) {
            T data = byId.get(wanted.applyAsLong(each));
            if (data != null) {
                bodies.put(each.id(), body(each, JsonWriter.object(data)));
            }
        }
    }

    private static String body(Due due, JsonObject data) {
        return JsonWriter.JSON
                .createObjectBuilder()
                .add("type", due.event().wireName())
                .add("timestamp", due.occurredAt().toString())
                .add("data", data)
                .build()
                .toString();
    }

    /** All that can be told of a customer who was erased. */
    private record Gone(long id) {}
}
