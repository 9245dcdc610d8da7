package org.kontor.access;

import java.util.List;

/**
 * What can be said of a role.
 *
 * @param name unique, regardless of case; 1 to 100 characters
 * @param description for the person who grants it; at most 500 characters
 * @param permissions names from the catalogue; only such as the caller has
 */
public record RoleDraft(String name, String description, List<String> permissions) {

    /** Trims the texts and copies the list. */
    public RoleDraft {
        name = name.strip();
        description = description.strip();
        permissions = permissions.stream().distinct().toList();
    }
}
