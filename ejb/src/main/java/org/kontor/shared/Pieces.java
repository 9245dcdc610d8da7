package org.kontor.shared;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Pieces of lists that are ordered by id. */
public final class Pieces {

    private Pieces() {}

    /**
     * The page out of one more item than it may hold.
     *
     * @param found the items, at most {@code page.limit() + 1}
     * @param list name of the list, which its cursors carry
     * @param id the number that a list goes on behind
     */
    public static <T> Page<T> of(List<T> found, PageRequest page, String list, ToLongFunction<T> id) {
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        String last = Long.toString(id.applyAsLong(found.get(page.limit() - 1)));
        return new Page<>(found.subList(0, page.limit()), Optional.of(Cursor.encode(list, last)));
    }
}
