package org.kontor.receivable;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Which documents are listed.
 *
 * @param customerId only of this customer
 * @param statuses only in these states; empty for all
 * @param number only with this number
 * @param disputed only contested ones, or only others
 * @param dueFrom only due on this day or later
 * @param dueTo only due on this day or earlier
 */
public record InvoiceQuery(
        Optional<Long> customerId,
        Set<InvoiceStatus> statuses,
        String number,
        Optional<Boolean> disputed,
        Optional<LocalDate> dueFrom,
        Optional<LocalDate> dueTo) {

    /** Copies the set. */
    public InvoiceQuery {
        statuses = Set.copyOf(statuses);
    }

    /** All of a customer. */
    public static InvoiceQuery of(long customerId) {
        return new InvoiceQuery(
                Optional.of(customerId), Set.of(), "", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
