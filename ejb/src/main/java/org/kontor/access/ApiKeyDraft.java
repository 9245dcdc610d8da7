package org.kontor.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.shared.FieldError;

/**
 * An API key that is wanted.
 *
 * @param name what it is for; 1 to 100 characters
 * @param permissions names from the catalogue, at least one; only such as the caller has
 * @param expiresAt when it ends by itself; empty for never
 */
public record ApiKeyDraft(String name, List<String> permissions, Optional<Instant> expiresAt) {

    /** Trims the name and copies the list. */
    public ApiKeyDraft {
        name = name.strip();
        permissions = permissions.stream().distinct().sorted().toList();
    }

    /** What is against a rule that needs nothing but the draft and the time; which permissions there are is not looked at. */
    public List<FieldError> wrong(Instant now) {
        List<FieldError> wrong = new ArrayList<>();
        if (name.isEmpty() || name.length() > 100) {
            wrong.add(new FieldError("name", "NAME_LENGTH", "Give the key a name of 1 to 100 characters."));
        }
        if (permissions.isEmpty()) {
            wrong.add(new FieldError("permissions", "REQUIRED", "Choose at least one permission for the key."));
        }
        if (expiresAt.filter(end -> !end.isAfter(now)).isPresent()) {
            wrong.add(new FieldError("expiresAt", "IN_THE_PAST", "Choose a time in the future, or none."));
        }
        return wrong;
    }
}
