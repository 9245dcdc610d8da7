package org.kontor.ticket;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kontor.shared.DomainEvent.Change;

/** What differs between two states of a ticket, by the field names of the REST contract. */
final class TicketChanges {

    private TicketChanges() {}

    static Map<String, Change> between(TicketView before, TicketView after) {
        Map<String, String> old = texts(before);
        Map<String, Change> changes = new LinkedHashMap<>();
        texts(after).forEach((field, now) -> {
            String was = old.getOrDefault(field, "");
            if (!was.equals(now)) {
                changes.put(field, new Change(was, now));
            }
        });
        return changes;
    }

    private static Map<String, String> texts(TicketView view) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("subject", view.subject());
        texts.put("text", view.text());
        texts.put("status", view.status().name());
        texts.put("type", view.typeName());
        texts.put("priority", view.priorityName());
        texts.put("severity", view.severityName());
        texts.put("contactId", view.contactId().map(String::valueOf).orElse(""));
        texts.put("phone", view.phone());
        texts.put("email", view.email());
        texts.put("assignee", view.assignee());
        texts.put("openedAt", view.openedAt().toString());
        return texts;
    }
}
