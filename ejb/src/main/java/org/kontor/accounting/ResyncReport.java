package org.kontor.accounting;

import java.time.Instant;
import java.util.List;

/**
 * What reading one customer again changed (S4-30).
 *
 * @param customerId the customer
 * @param asOf for which instant the accounting system told how they stand; the oldest of several
 * @param changes field by field; empty when both said the same
 * @param left what was not taken, and what to do: one sentence each
 */
public record ResyncReport(long customerId, Instant asOf, List<SyncedChange> changes, List<String> left) {

    /** Copies the lists. */
    public ResyncReport {
        changes = List.copyOf(changes);
        left = List.copyOf(left);
    }
}
