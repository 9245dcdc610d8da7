package org.kontor.web.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.JsonWriter;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/**
 * Cuts a list that a service gives as a whole, since there are few of them, into the pieces that were asked for: so that every list is
 * read in the same way. A piece goes on behind the item that was the last of the one before.
 */
final class WholeList {

    /** What tells items of a list apart, the first of these that they have. */
    private static final List<String> KEYS = List.of("id", "customerId", "name", "code", "kind");

    private WholeList() {}

    /**
     * The piece.
     *
     * @param whole all there are
     * @param list names the list
     * @throws AppException {@code INVALID} for a limit that is not 1 to 500; {@code MALFORMED} for a cursor whose item is gone
     */
    static Page<JsonValue> piece(Page<?> whole, String list, MultivaluedMap<String, String> query) {
        Paging paging = new Paging();
        paging.limit = Optional.ofNullable(query.getFirst("limit")).orElse(paging.limit);
        paging.cursor = Optional.ofNullable(query.getFirst("cursor")).orElse("");
        PageRequest wanted = paging.request();
        List<JsonValue> all = new ArrayList<>();
        whole.items().forEach(item -> all.add(JsonWriter.write(item)));
        int from = Cursor.decode(list, wanted.cursor())
                .map(last -> behind(all, last.get(0)))
                .orElse(0);
        int to = Math.min(all.size(), from + wanted.limit());
        return new Page<>(
                List.copyOf(all.subList(from, to)),
                to < all.size() ? Optional.of(Cursor.encode(list, key(all.get(to - 1)))) : Optional.empty());
    }

    private static int behind(List<JsonValue> all, String key) {
        for (int i = 0; i < all.size(); i++) {
            if (key(all.get(i)).equals(key)) {
                return i + 1;
            }
        }
        throw Cursor.unknown();
    }

    private static String key(JsonValue item) {
        return item instanceof JsonObject object
                ? KEYS.stream()
                        .flatMap(name -> Stream.ofNullable(object.get(name)))
                        .map(String::valueOf)
                        .findFirst()
                        .orElseGet(item::toString)
                : item.toString();
    }
}
