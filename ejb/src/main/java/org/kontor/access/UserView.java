package org.kontor.access;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A user as stored.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was created
 * @param createdBy who created it
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it last
 * @param login sign-in name
 * @param displayName how others see the user
 * @param email one address; may be empty
 * @param active whether the user may sign in
 * @param mustChangePassword whether the next sign-in leads to a new password first
 * @param twoFactor whether a code is asked for besides the password
 * @param roles names of the user's own roles, sorted
 * @param groups names of user groups, sorted
 * @param permissions what the user's own roles and those of the groups allow together, sorted
 * @param lastSignInAt when the user last signed in with a password
 * @param customFields values of custom fields by key
 */
public record UserView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        String login,
        String displayName,
        String email,
        boolean active,
        boolean mustChangePassword,
        boolean twoFactor,
        List<String> roles,
        List<String> groups,
        List<String> permissions,
        Optional<Instant> lastSignInAt,
        Map<String, JsonValue> customFields) {

    /** The draft that, saved again, changes nothing. */
    public UserDraft toDraft() {
        Map<String, Optional<JsonValue>> given = new HashMap<>();
        customFields.forEach((key, value) -> given.put(key, Optional.of(value)));
        return new UserDraft(login, displayName, email, Optional.of(active), roles, groups, Optional.empty(), given);
    }
}
