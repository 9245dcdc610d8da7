package org.kontor.shared;

import java.util.Optional;

/**
 * Which piece of a list is wanted.
 *
 * @param limit 1 to 500
 * @param cursor as a former {@link Page} gave it; empty for the start. A cursor that Kontor did not make is refused
 */
public record PageRequest(int limit, Optional<String> cursor) {

    /** How many items a list gives when nothing is said. */
    public static final int DEFAULT_LIMIT = 50;

    /** How many items a list gives at most. */
    public static final int MAX_LIMIT = 500;

    /** Refuses a limit out of range. */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw AppException.invalid("limit", "OUT_OF_RANGE", "Choose a limit from 1 to " + MAX_LIMIT + ".");
        }
    }

    /** The first piece with the default size. */
    public static PageRequest first() {
        return new PageRequest(DEFAULT_LIMIT, Optional.empty());
    }
}
