package org.kontor.access;

import java.util.List;
import java.util.Optional;

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
}
