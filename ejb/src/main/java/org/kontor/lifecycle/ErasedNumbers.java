package org.kontor.lifecycle;

import java.time.Instant;
import java.util.List;

/**
 * Who was erased, by numbers alone: it tells nothing of a person, and is kept apart from the backups of the database (S4-102).
 *
 * @param erasedAt when
 * @param customerIds the number of the customer, and those that had led to it since merges
 */
public record ErasedNumbers(Instant erasedAt, List<Long> customerIds) {

    /** Copies the list. */
    public ErasedNumbers {
        customerIds = List.copyOf(customerIds);
    }
}
