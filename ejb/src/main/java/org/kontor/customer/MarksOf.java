package org.kontor.customer;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Tags, flags and custom values of one customer, with the sign-in names of all owners that were read along.
 *
 * @param tags in order of their table
 * @param flags oldest first
 * @param values of custom fields by key
 * @param logins id of a user to sign-in name
 */
record MarksOf(List<TagView> tags, List<FlagView> flags, Map<String, JsonValue> values, Map<Long, String> logins) {

    /** Nothing yet. */
    static MarksOf empty(Map<Long, String> logins) {
        return new MarksOf(new ArrayList<>(0), new ArrayList<>(0), new TreeMap<>(), logins);
    }

    Owners owners(List<Optional<Long>> ids) {
        List<Optional<String>> names = ids.stream()
                .map(id -> id.flatMap(user -> Optional.ofNullable(logins.get(user))))
                .toList();
        return new Owners(names.get(0), names.get(1), names.get(2), names.get(3));
    }
}
