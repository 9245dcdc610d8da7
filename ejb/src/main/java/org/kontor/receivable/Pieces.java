package org.kontor.receivable;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.kontor.shared.Cursor;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Pieces of lists that are ordered by id. */
final class Pieces {

    private Pieces() {}

    /** The page out of one more item than it may hold. */
    static <T> Page<T> of(List<T> found, PageRequest page, String list, ToLongFunction<T> id) {
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        String last = Long.toString(id.applyAsLong(found.get(page.limit() - 1)));
        return new Page<>(found.subList(0, page.limit()), Optional.of(Cursor.encode(list, last)));
    }
}
