package org.kontor.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kontor.shared.FieldError;

/**
 * What can be said of an entry of a system table.
 *
 * @param code what programs call it: upper-case letters, digits and underscores, at most 60; unique in the table. Empty when
 *     it is created lets it be made of the name; it never changes afterwards
 * @param name what people read: 1 to 100 characters, unique in the table regardless of case
 * @param order place among the choices, smallest first; empty puts a new entry at the end
 * @param active whether it can be chosen; {@code false} retires it: where it was chosen it stays. Active when nothing is said
 * @param colour of a tag; empty means {@link TagColour#SLATE}; not allowed in other tables
 */
public record SystemTableEntryDraft(
        String code, String name, Optional<Integer> order, Optional<Boolean> active, Optional<TagColour> colour) {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_]{0,59}");

    /** Trims the texts; a code is upper case. */
    public SystemTableEntryDraft {
        code = code.strip().toUpperCase(Locale.ROOT);
        name = name.strip();
    }

    /** An active entry at the end. */
    public static SystemTableEntryDraft named(String name) {
        return new SystemTableEntryDraft("", name, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What is against a rule that needs nothing but the draft. */
    public List<FieldError> wrong() {
        List<FieldError> wrong = new ArrayList<>();
        if (name.isEmpty() || name.length() > 100 || !CustomFieldValues.printable(name)) {
            wrong.add(new FieldError("name", "NAME_LENGTH", "Give it a name of 1 to 100 characters on one line."));
        }
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            wrong.add(new FieldError(
                    "code", "CODE_FORMAT", "Write the code with letters, digits and underscores, such as AT_RISK."));
        }
        return wrong;
    }
}
