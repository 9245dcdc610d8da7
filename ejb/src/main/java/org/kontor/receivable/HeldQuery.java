package org.kontor.receivable;

import java.util.Optional;

/**
 * Which payments or credits are listed.
 *
 * @param customerId only of this customer
 * @param unapplied only those with something left
 * @param reference only payments with this reference; empty for all
 */
public record HeldQuery(Optional<Long> customerId, boolean unapplied, String reference) {}
