package org.kontor.customer;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.settings.CustomFieldValues;
import org.kontor.shared.DomainEvent.Change;

/** What differs between two states of a customer, by the field names of the REST contract. */
public final class CustomerChanges {

    private CustomerChanges() {}

    /** Field to before and after; empty where both say the same. */
    public static Map<String, Change> between(CustomerView before, CustomerView after) {
        Map<String, String> old = texts(before);
        Map<String, String> present = texts(after);
        Map<String, Change> changes = new LinkedHashMap<>();
        Set<String> fields = new LinkedHashSet<>(present.keySet());
        fields.addAll(old.keySet());
        for (String field : fields) {
            Change change = new Change(old.getOrDefault(field, ""), present.getOrDefault(field, ""));
            if (!change.before().equals(change.after())) {
                changes.put(field, change);
            }
        }
        return changes;
    }

    private static Map<String, String> texts(CustomerView view) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("entityId", Long.toString(view.entityId()));
        texts.put("accountNumber", view.accountNumber());
        texts.put("accountType", view.accountType().name());
        texts.put("parentId", view.parentId().map(String::valueOf).orElse(""));
        texts.put("class", view.customerClass().name());
        texts.put("status", view.status().name());
        texts.put("companyName", view.companyName());
        texts.put("firstName", view.firstName());
        texts.put("middleName", view.middleName());
        texts.put("lastName", view.lastName());
        texts.put("suffix", view.suffix());
        texts.put("nickname", view.nickname());
        texts.put("displayName", view.displayName());
        texts.put("emails", String.join(", ", view.emails()));
        texts.put("website", view.website());
        texts.put("billMethod", view.billMethod().name());
        texts.put(
                "phones",
                view.phones().stream().map(p -> p.type() + " " + p.number()).collect(Collectors.joining(", ")));
        texts.put("address.line1", view.address().line1());
        texts.put("address.line2", view.address().line2());
        texts.put("address.city", view.address().city());
        texts.put("address.state", view.address().state());
        texts.put("address.postalCode", view.address().postalCode());
        texts.put("address.country", view.address().country());
        texts.put("birthdate", view.birthdate().map(String::valueOf).orElse(""));
        texts.put("gender", view.gender());
        texts.put("occupation", view.occupation());
        texts.put("currency", view.currency());
        texts.put(
                "externalIds",
                view.externalIds().stream()
                        .map(id -> id.system() + "/" + id.kind() + ": " + id.value())
                        .collect(Collectors.joining(", ")));
        texts.put("tags", String.join(", ", view.tags()));
        texts.put(
                "flags",
                view.flags().stream()
                        .map(f -> f.note().isEmpty() ? f.type() : f.type() + " (" + f.note() + ")")
                        .collect(Collectors.joining(", ")));
        texts.put("health", view.health().map(Enum::name).orElse(""));
        for (Owners.Part part : Owners.Part.values()) {
            texts.put("owners." + part.field(), view.owners().of(part).orElse(""));
        }
        view.customFields().forEach((key, value) -> texts.put("customFields." + key, CustomFieldValues.text(value)));
        texts.put("autoPayments", Boolean.toString(view.autoPayments()));
        texts.put("lateFees", Boolean.toString(view.lateFees()));
        texts.put("archived", Boolean.toString(view.archived()));
        return texts;
    }
}
