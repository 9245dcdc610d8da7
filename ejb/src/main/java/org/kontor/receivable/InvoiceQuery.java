package org.kontor.receivable;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which documents are listed.
 *
 * @param customerId only of this customer
 * @param statuses only in these states; empty for all
 * @param number only with this number
 * @param disputed only contested ones, or only others
 * @param dueFrom only due on this day or later
 * @param dueTo only due on this day or earlier
 * @param customFields only with these values of custom fields, by key; texts in any case
 */
public record InvoiceQuery(
        Optional<Long> customerId,
        Set<InvoiceStatus> statuses,
        String number,
        Optional<Boolean> disputed,
        Optional<LocalDate> dueFrom,
        Optional<LocalDate> dueTo,
        Map<String, String> customFields) {

    /** Copies the set, and the map in the order of its keys. */
    public InvoiceQuery {
        statuses = Set.copyOf(statuses);
        customFields = Collections.unmodifiableMap(new TreeMap<>(customFields));
    }

    /** Documents with any custom fields. */
    public InvoiceQuery(
            Optional<Long> customerId,
            Set<InvoiceStatus> statuses,
            String number,
            Optional<Boolean> disputed,
            Optional<LocalDate> dueFrom,
            Optional<LocalDate> dueTo) {
        this(customerId, statuses, number, disputed, dueFrom, dueTo, Map.of());
    }

    /** All of a customer. */
    public static InvoiceQuery of(long customerId) {
        return new InvoiceQuery(
                Optional.of(customerId), Set.of(), "", Optional.empty(), Optional.empty(), Optional.empty());
    }
}
