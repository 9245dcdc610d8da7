package org.kontor.access;

import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.shared.FieldError;

/** Custom fields of users; the feature that defines custom fields knows them. */
public interface UserFields {

    /**
     * Checks and normalises values.
     *
     * @param given key to value; no value is as good as no key
     * @param before the values that the user has; empty for a new user
     * @param errors takes what is against a rule, by the path {@code customFields.<key>}
     */
    Map<String, JsonValue> check(
            Map<String, Optional<JsonValue>> given, Optional<Map<String, JsonValue>> before, List<FieldError> errors);

    /** The values of users by their ids; those without any are left out. */
    Map<Long, Map<String, JsonValue>> of(Collection<Long> userIds);

    /** Ids of the users who have these values, as text and regardless of case; each must hold. */
    Set<Long> having(Map<String, String> values);

    /** Replaces the values of a user by these, which were checked. */
    void write(long userId, Map<String, JsonValue> values);
}
