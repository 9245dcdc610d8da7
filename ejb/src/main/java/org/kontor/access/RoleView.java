package org.kontor.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A role as it is stored.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was created
 * @param createdBy who created it
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it last
 * @param name unique, regardless of case
 * @param description for the person who grants it
 * @param allPermissions whether it has every permission, also future ones; such a role cannot be changed
 * @param ownCustomersOnly whether who has it sees only customers that they own or manage, unless another role sees all
 * @param permissions what it allows, sorted
 */
public record RoleView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        String name,
        String description,
        boolean allPermissions,
        boolean ownCustomersOnly,
        List<String> permissions) {

    /** The draft that, saved again, changes nothing. */
    public RoleDraft toDraft() {
        return new RoleDraft(name, description, permissions, Optional.of(ownCustomersOnly));
    }
}
