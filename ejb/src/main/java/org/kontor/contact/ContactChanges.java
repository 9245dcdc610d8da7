package org.kontor.contact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.settings.CustomFieldValues;
import org.kontor.shared.DomainEvent.Change;

/** What differs between two states of a contact, by the field names of the REST contract. */
public final class ContactChanges {

    private ContactChanges() {}

    /** Field to before and after; empty where both say the same. */
    public static Map<String, Change> between(ContactView before, ContactView after) {
        Map<String, String> old = texts(before);
        Map<String, Change> changes = new LinkedHashMap<>();
        texts(after).forEach((field, now) -> {
            String was = old.getOrDefault(field, "");
            if (!was.equals(now)) {
                changes.put(field, new Change(was, now));
            }
        });
        changes.putAll(CustomFieldValues.changes(before.customFields(), after.customFields()));
        return changes;
    }

    /** The changed fields, the parts of an address being one. */
    static Set<String> fields(Map<String, Change> changes) {
        return changes.keySet().stream()
                .map(field -> field.startsWith("address.") ? "address" : field)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> texts(ContactView view) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("firstName", view.firstName());
        texts.put("lastName", view.lastName());
        texts.put("title", view.title());
        texts.put("email", view.email());
        texts.put("phone", view.phone());
        texts.put("mobile", view.mobile());
        texts.put("smsOptIn", Boolean.toString(view.smsOptIn()));
        texts.put("linkedInUrl", view.linkedInUrl());
        texts.put("contactType", view.contactTypeName());
        texts.put("address.line1", view.address().line1());
        texts.put("address.line2", view.address().line2());
        texts.put("address.city", view.address().city());
        texts.put("address.state", view.address().state());
        texts.put("address.postalCode", view.address().postalCode());
        texts.put("address.country", view.address().country());
        texts.put("status", view.status().name());
        texts.put("setInactive", Boolean.toString(view.setInactive()));
        texts.put("upstream", view.upstream().name());
        texts.put("primary", Boolean.toString(view.primary()));
        return texts;
    }
}
