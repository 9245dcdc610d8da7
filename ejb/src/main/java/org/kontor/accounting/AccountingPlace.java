package org.kontor.accounting;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.spi.AccountingRecord.Kind;

/**
 * Where the pull of an accounting system is: which kind of record comes next, and behind which cursor each of them goes on.
 *
 * @param kinds what is pulled, in order
 * @param kind the next one
 * @param cursors the place of each; one without begins at the beginning
 */
record AccountingPlace(List<Kind> kinds, Kind kind, Map<Kind, String> cursors) {

    private static final String NEXT = "next";

    /** Reads what {@link #text} wrote; what cannot be read is the beginning. */
    static AccountingPlace of(List<Kind> kinds, Optional<String> text) {
        if (kinds.isEmpty()) {
            throw new IllegalStateException("The accounting system tells nothing of customers");
        }
        Map<Kind, String> cursors = new EnumMap<>(Kind.class);
        JsonObject stored = text.map(AccountingPlace::read).orElse(JsonObject.EMPTY_JSON_OBJECT);
        kinds.forEach(kind -> Optional.ofNullable(stored.getString(kind.name(), null))
                .ifPresent(cursor -> cursors.put(kind, cursor)));
        Kind next = kinds.stream()
                .filter(kind -> kind.name().equals(stored.getString(NEXT, "")))
                .findFirst()
                .orElse(kinds.get(0));
        return new AccountingPlace(kinds, next, cursors);
    }

    private static JsonObject read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException e) {
            return JsonObject.EMPTY_JSON_OBJECT;
        }
    }

    /** Where the next kind goes on. */
    Optional<String> cursor() {
        return Optional.ofNullable(cursors.get(kind));
    }

    /** The place behind a batch: the same kind again while there is more of it, then the next kind, at the end the first one. */
    AccountingPlace behind(String cursor, boolean more) {
        Map<Kind, String> moved = new EnumMap<>(Kind.class);
        moved.putAll(cursors);
        moved.put(kind, cursor);
        Kind next = more ? kind : kinds.get((kinds.indexOf(kind) + 1) % kinds.size());
        return new AccountingPlace(kinds, next, moved);
    }

    /** Whether a round begins here. */
    boolean first() {
        return kind == kinds.get(0);
    }

    /** To be kept as the cursor of the pull. */
    String text() {
        JsonObjectBuilder json = Json.createObjectBuilder().add(NEXT, kind.name());
        cursors.forEach((each, cursor) -> json.add(each.name(), cursor));
        return json.build().toString();
    }
}
