package org.kontor.access;

import java.time.Instant;
import java.util.List;

/**
 * A user group as it is stored.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was created
 * @param createdBy who created it
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it last
 * @param name unique, regardless of case
 * @param description what it is for
 * @param roles names of roles, sorted
 * @param users sign-in names of who is in the group, sorted; inactive ones, too
 * @param ownCustomersOnly whether its roles let see only customers that one owns or manages
 * @param permissions what its roles allow together, sorted
 */
public record UserGroupView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        String name,
        String description,
        List<String> roles,
        List<String> users,
        boolean ownCustomersOnly,
        List<String> permissions) {

    /** The draft that, saved again, changes nothing. */
    public UserGroupDraft toDraft() {
        return new UserGroupDraft(name, description, roles, users);
    }
}
