package org.kontor.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kontor.shared.FieldError;

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

    static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");

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

    /** What is against a rule that needs nothing but the draft. */
    public List<FieldError> wrong() {
        List<FieldError> wrong = new ArrayList<>();
        if (label.isEmpty() || label.length() > 100 || !CustomFieldValues.printable(label)) {
            wrong.add(new FieldError("label", "LABEL_LENGTH", "Give it a label of 1 to 100 characters on one line."));
        }
        if (!key.isEmpty() && !KEY.matcher(key).matches()) {
            wrong.add(new FieldError(
                    "key",
                    "KEY_FORMAT",
                    "Write the key with letters and digits, a lower-case letter first: salesRegion."));
        }
        boolean choice = kind == CustomFieldKind.CHOICE;
        if (!choice && !choices.isEmpty()) {
            wrong.add(new FieldError("choices", "NOT_ALLOWED", "Leave out the choices, or choose the kind CHOICE."));
        }
        boolean good = !choices.isEmpty()
                && choices.size() <= 200
                && choices.stream().allMatch(c -> c.length() <= 100 && CustomFieldValues.printable(c));
        if (choice && !good) {
            wrong.add(new FieldError("choices", "CHOICES", "Give 1 to 200 choices of at most 100 characters each."));
        }
        if (searchable && owner != CustomFieldOwner.CUSTOMER) {
            wrong.add(
                    new FieldError(
                            "searchable",
                            "NOT_ALLOWED",
                            "Leave searchable out: the search looks through customers; lists of other records are filtered by customField."));
        }
        return wrong;
    }
}
