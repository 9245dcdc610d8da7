package org.kontor.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.timeline.TimelineEntry;

/**
 * What happened on one day.
 *
 * @param day Today, Yesterday or the date
 * @param items what happened, newest first
 */
public record HistoryDay(String day, List<Item> items) {

    private static final Map<String, String> ICONS = Map.ofEntries(
            Map.entry("customer.created", "plus"),
            Map.entry("customer.updated", "edit"),
            Map.entry("customer.imported", "ul"),
            Map.entry("customer.archived", "archive"),
            Map.entry("customer.restored", "undo"),
            Map.entry("service.added", "phone"),
            Map.entry("service.removed", "phone"),
            Map.entry("btn.changed", "phone"),
            Map.entry("contact.created", "user"),
            Map.entry("contact.updated", "user"),
            Map.entry("note.created", "note"),
            Map.entry("note.added", "note"),
            Map.entry("ticket.created", "sms"),
            Map.entry("ticket.updated", "sms"),
            Map.entry("sentiment.changed", "smile"),
            Map.entry("contact.job-changed", "link"),
            Map.entry("sms.blocked", "off"),
            Map.entry("email.sent", "mail"),
            Map.entry("email.received", "mail"),
            Map.entry("sms.sent", "sms"),
            Map.entry("sms.received", "sms"),
            Map.entry("letter.sent", "letter"),
            Map.entry("letter.received", "letter"),
            Map.entry("call.logged", "phone"),
            Map.entry("invoice.sent", "mail"),
            Map.entry("journal.created", "todo"),
            Map.entry("journal.updated", "todo"),
            Map.entry("cadence.assigned", "todo"),
            Map.entry("cadence.changed", "todo"),
            Map.entry("cadence.removed", "todo"),
            Map.entry("to-do.added", "todo"),
            Map.entry("to-do.done", "check"),
            Map.entry("to-do.skipped", "off"),
            Map.entry("to-do.cancelled", "off"),
            Map.entry("subscription.created", "sync"),
            Map.entry("subscription.updated", "edit"),
            Map.entry("subscription.invoiced", "invoice"),
            Map.entry("subscription.failed", "alert"),
            Map.entry("subscription.paused", "pause"),
            Map.entry("subscription.resumed", "sync"),
            Map.entry("subscription.cancellation-scheduled", "cal"),
            Map.entry("subscription.cancelled", "off"),
            Map.entry("subscription.ended", "check"),
            Map.entry("subscription.deleted", "trash"),
            Map.entry("document.created", "sig"),
            Map.entry("document.updated", "edit"),
            Map.entry("document.deleted", "trash"),
            Map.entry("document.queued", "sig"),
            Map.entry("document.sent", "sig"),
            Map.entry("document.signer-signed", "sig"),
            Map.entry("document.signed", "check"),
            Map.entry("document.declined", "off"),
            Map.entry("document.expired", "clock"),
            Map.entry("document.withdrawn", "undo"),
            Map.entry("document.failed", "alert"),
            Map.entry("document.reminded", "bell"),
            Map.entry("payment-plan.created", "pay"),
            Map.entry("payment-plan.cancelled", "off"),
            Map.entry("customer.synced", "sync"),
            Map.entry("balance.synced", "sync"),
            Map.entry("customer.not-duplicate", "user"),
            Map.entry("customer.duplicate-postponed", "user"),
            Map.entry("attachment.created", "clip"),
            Map.entry("attachment.updated", "clip"),
            Map.entry("attachment.deleted", "trash"));

    /** Copies the list. */
    public HistoryDay {
        items = List.copyOf(items);
    }

    /**
     * One thing that happened.
     *
     * @param icon name of its icon
     * @param title what happened
     * @param text who did it, and what changed
     * @param at the instant, for a machine
     * @param time time of day
     */
    public record Item(String icon, String title, String text, String at, String time) {}

    /** Groups entries, which come newest first, by day. */
    static List<HistoryDay> of(List<TimelineEntry> entries, Texts texts) {
        Map<String, List<Item>> days = new LinkedHashMap<>();
        for (TimelineEntry entry : entries) {
            days.computeIfAbsent(texts.day(entry.at()), day -> new ArrayList<>())
                    .add(item(entry, texts));
        }
        return days.entrySet().stream()
                .map(day -> new HistoryDay(day.getKey(), day.getValue()))
                .toList();
    }

    private static Item item(TimelineEntry entry, Texts texts) {
        List<String> parts = new ArrayList<>();
        parts.add(texts.of("history.by", entry.actor()));
        entry.changes().forEach((field, change) -> parts.add(changed(field, change, texts)));
        entry.details()
                .forEach((name, value) -> texts.find("history.detail." + name)
                        .ifPresent(key -> parts.add(texts.of("history.detail." + name, value))));
        return new Item(
                ICONS.getOrDefault(entry.kind(), "clock"),
                texts.find("history." + entry.kind()).orElse(entry.kind()),
                String.join(" · ", parts),
                entry.at().toString(),
                texts.time(entry.at()));
    }

    private static String changed(String field, Change change, Texts texts) {
        String label = texts.find("field." + field.substring(field.lastIndexOf('.') + 1))
                .orElse(field);
        // Kontor notes no change from nothing to nothing: what the values were was taken out.
        if (change.before().isEmpty() && change.after().isEmpty()) {
            return texts.of("history.struck", label);
        }
        return texts.of("history.change", label, shown(change.before(), texts), shown(change.after(), texts));
    }

    private static String shown(Object value, Texts texts) {
        String text = String.valueOf(value);
        return text.isBlank() || text.equals("null") ? texts.of("history.blank") : text;
    }
}
