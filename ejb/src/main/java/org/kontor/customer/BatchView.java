package org.kontor.customer;

import java.time.Instant;

/**
 * A batch action over a list of customers.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was started
 * @param createdBy who started it
 * @param updatedAt when it last got on
 * @param action what is done with each customer
 * @param value tag, status, sign-in name, name of a cadence, or text
 * @param dryRun whether it only counts
 * @param state where it stands
 * @param done customers looked at so far
 * @param changed those of them that were changed, or would be
 * @param message why it failed; empty otherwise
 */
public record BatchView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        BatchAction action,
        String value,
        boolean dryRun,
        BatchState state,
        long done,
        long changed,
        String message) {}
