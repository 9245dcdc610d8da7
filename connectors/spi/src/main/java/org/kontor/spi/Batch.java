package org.kontor.spi;

import java.util.List;

/**
 * Some of what a remote system has to tell, and where to go on.
 *
 * @param items in the order in which they must be applied; may be empty
 * @param cursor where the next call goes on; opaque to Kontor, 1 to 4000 characters, still good after days
 * @param more whether the next call is worth making at once
 * @param <T> what is told
 */
public record Batch<T>(List<T> items, String cursor, boolean more) {

    /** Copies the list; refuses a cursor that cannot be kept. */
    public Batch {
        items = List.copyOf(items);
        if (cursor.isEmpty() || cursor.length() > 4000) {
            throw new IllegalArgumentException("A cursor has 1 to 4000 characters, not " + cursor.length());
        }
    }
}
