package org.kontor.access;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.kontor.shared.AppException;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** A cursor over ids in ascending order: the last id seen. */
final class IdCursor {

    private IdCursor() {}

    static long after(PageRequest page) {
        String cursor = page.cursor().orElse("0");
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw AppException.invalid(
                    "cursor", "UNKNOWN_CURSOR", "Start again without a cursor: this one is not known.");
        }
    }

    /** The page out of {@code limit + 1} found items. */
    static <T> Page<T> page(List<T> found, int limit, ToLongFunction<T> id) {
        if (found.size() <= limit) {
            return new Page<>(found, Optional.empty());
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, Optional.of(Long.toString(id.applyAsLong(items.get(limit - 1)))));
    }
}
