package org.kontor.receivable;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which payments or credits are listed.
 *
 * @param customerId only of this customer
 * @param unapplied only those with something left
 * @param reference only payments with this reference; empty for all
 * @param customFields only payments with these values of custom fields, by key; texts in any case
 */
public record HeldQuery(
        Optional<Long> customerId, boolean unapplied, String reference, Map<String, String> customFields) {

    /** Copies the map in the order of its keys. */
    public HeldQuery {
        customFields = Collections.unmodifiableMap(new TreeMap<>(customFields));
    }

    /** With any custom fields. */
    public HeldQuery(Optional<Long> customerId, boolean unapplied, String reference) {
        this(customerId, unapplied, reference, Map.of());
    }
}
