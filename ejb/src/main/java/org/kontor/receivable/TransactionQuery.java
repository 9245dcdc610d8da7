package org.kontor.receivable;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which transactions are listed.
 *
 * @param kinds of items of these kinds; empty for all
 * @param refunds only refunds
 * @param from on this day or later
 * @param to on this day or earlier
 */
public record TransactionQuery(Set<ItemKind> kinds, boolean refunds, Optional<LocalDate> from, Optional<LocalDate> to) {

    /** All of them. */
    public static final TransactionQuery ALL =
            new TransactionQuery(Set.of(), false, Optional.empty(), Optional.empty());

    /** Copies the set. */
    public TransactionQuery {
        kinds = Set.copyOf(kinds);
    }
}
