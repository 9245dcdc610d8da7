package org.kontor.subscription;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.kontor.shared.DomainEvent;

/** What happened to subscriptions, as history and subscribers of events are told. */
final class SubscriptionEvents {

    private SubscriptionEvents() {}

    /** Somebody, or the job, did something to a subscription. */
    static DomainEvent of(SubscriptionView subscription, String participle, Map<String, String> more) {
        return of(subscription, participle, Map.of(), more);
    }

    /** Somebody changed what it says. */
    static DomainEvent changed(SubscriptionView before, SubscriptionView after) {
        Map<String, String> old = texts(before);
        Map<String, DomainEvent.Change> changes = new LinkedHashMap<>();
        texts(after).forEach((field, text) -> {
            String was = old.getOrDefault(field, "");
            if (!was.equals(text)) {
                changes.put(field, new DomainEvent.Change(was, text));
            }
        });
        return of(after, "updated", changes, Map.of());
    }

    private static DomainEvent of(
            SubscriptionView subscription,
            String participle,
            Map<String, DomainEvent.Change> changes,
            Map<String, String> more) {
        Map<String, String> details = new HashMap<>(more);
        details.put("documentId", Long.toString(subscription.id()));
        details.put("subscription", subscription.description());
        return new DomainEvent("subscription." + participle, subscription.customerId(), changes, details);
    }

    private static Map<String, String> texts(SubscriptionView view) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("description", view.description());
        texts.put("currency", view.currency());
        texts.put("interval", view.interval() + (view.every() == 1 ? "" : " × " + view.every()));
        texts.put("billingStart", view.billingStart().toString());
        texts.put("trialDays", Integer.toString(view.trialDays()));
        texts.put("invoices", view.invoices().map(String::valueOf).orElse(""));
        texts.put("issue", Boolean.toString(view.issue()));
        texts.put("dueDays", view.dueDays().map(String::valueOf).orElse(""));
        texts.put("terms", view.terms());
        texts.put("template", view.template());
        texts.put("notes", view.notes());
        texts.put("purchaseOrder", view.purchaseOrder());
        texts.put(
                "lines",
                view.lines().stream()
                        .map(line -> line.quantity().toPlainString() + " × " + line.description() + ": "
                                + line.net().toPlainString())
                        .collect(Collectors.joining("; ")));
        return texts;
    }
}
