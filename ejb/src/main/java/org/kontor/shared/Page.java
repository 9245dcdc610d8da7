package org.kontor.shared;

import java.util.List;
import java.util.Optional;

/**
 * A piece of a list.
 *
 * @param items the items in the order asked for
 * @param nextCursor where the next piece starts; empty at the end
 * @param <T> kind of item
 */
public record Page<T>(List<T> items, Optional<String> nextCursor) {

    /** Copies the list. */
    public Page {
        items = List.copyOf(items);
    }
}
