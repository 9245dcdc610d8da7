package org.kontor.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kontor.shared.FieldError;

/**
 * What can be said of a user group.
 *
 * @param name unique, regardless of case; 1 to 100 characters
 * @param description what it is for; at most 500 characters
 * @param roles names of roles, which everybody in the group has; only such as the caller may grant
 * @param users sign-in names of who is in the group
 */
public record UserGroupDraft(String name, String description, List<String> roles, List<String> users) {

    /** Trims the texts and copies the lists. */
    public UserGroupDraft {
        name = name.strip();
        description = description.strip();
        roles = roles.stream().distinct().toList();
        users = users.stream()
                .map(login -> login.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    /** What is against a rule that needs nothing but the draft; roles and users are not looked at. */
    public List<FieldError> wrong() {
        List<FieldError> wrong = new ArrayList<>();
        if (name.isEmpty() || name.length() > 100) {
            wrong.add(new FieldError("name", "NAME_LENGTH", "Give the user group a name of 1 to 100 characters."));
        }
        if (description.length() > 500) {
            wrong.add(new FieldError("description", "TOO_LONG", "Shorten the description to 500 characters."));
        }
        return wrong;
    }
}
