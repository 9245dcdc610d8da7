package org.kontor.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.shared.FieldError;

/**
 * What can be said of a role.
 *
 * @param name unique, regardless of case; 1 to 100 characters
 * @param description for the person who grants it; at most 500 characters
 * @param permissions names from the catalogue; only such as the caller has
 * @param ownCustomersOnly whether who has it sees only customers that they own or manage, unless another role sees all; empty means
 *     no for a new role and unchanged for an existing one
 */
public record RoleDraft(String name, String description, List<String> permissions, Optional<Boolean> ownCustomersOnly) {

    /** A role that sees all customers. */
    public RoleDraft(String name, String description, List<String> permissions) {
        this(name, description, permissions, Optional.empty());
    }

    /** Trims the texts and copies the list. */
    public RoleDraft {
        name = name.strip();
        description = description.strip();
        permissions = permissions.stream().distinct().toList();
    }

    /** What is against a rule that needs nothing but the draft; permissions are not looked at. */
    public List<FieldError> wrong() {
        List<FieldError> wrong = new ArrayList<>();
        if (name.isEmpty() || name.length() > 100) {
            wrong.add(new FieldError("name", "NAME_LENGTH", "Give the role a name of 1 to 100 characters."));
        }
        if (description.length() > 500) {
            wrong.add(new FieldError("description", "TOO_LONG", "Shorten the description to 500 characters."));
        }
        return wrong;
    }
}
