package org.kontor.settings;

import java.util.List;
import java.util.Optional;

/**
 * What can be said of a custom field.
 *
 * @param owner whose field it is; never changes
 * @param key its name in REST, import and export: a lower-case letter, then letters and digits, at most 60; unique for its
 *     owner. Empty when it is created lets it be made of the label; never changes
 * @param label what people read: 1 to 100 characters, unique for its owner regardless of case
 * @param kind what it holds; never changes
 * @param choices for {@link CustomFieldKind#CHOICE}: 1 to 200 texts of at most 100 characters; empty for other kinds
 * @param required whether a new record must have a value, and may not lose it; imports may leave it out
 * @param searchable whether the search finds records by it; never changes, since it decides what was written to the search
 * @param order place in the form, smallest first; empty puts a new field at the end
 * @param active whether it can be filled; {@code false} retires it: values stay where they are. Active when nothing is said
 */
public record CustomFieldDraft(
        CustomFieldOwner owner,
        String key,
        String label,
        CustomFieldKind kind,
        List<String> choices,
        boolean required,
        boolean searchable,
        Optional<Integer> order,
        Optional<Boolean> active) {

    /** Trims the texts; blank and repeated choices are dropped. */
    public CustomFieldDraft {
        key = key.strip();
        label = label.strip();
        choices = choices.stream()
                .map(String::strip)
                .filter(c -> !c.isEmpty())
                .distinct()
                .toList();
    }
}
