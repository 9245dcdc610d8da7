package org.kontor.access;

import java.util.List;
import java.util.Locale;

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
}
