package org.kontor.lifecycle;

import java.time.Instant;

/**
 * A search for duplicates over all customers.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was started
 * @param createdBy who started it
 * @param updatedAt when it last got on
 * @param state where it stands
 * @param step what it is doing
 * @param total customers or pairs that this step looks at
 * @param done how many of them it has looked at
 * @param found pairs found so far, both bands
 * @param message why it failed; empty otherwise
 */
public record DuplicateSearchView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        State state,
        Step step,
        long total,
        long done,
        long found,
        String message) {

    /** Where a search stands. */
    public enum State {
        PENDING,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED;

        /** Whether there is something left to do. */
        boolean open() {
            return this == PENDING || this == RUNNING;
        }
    }

    /** What a search does, in this order. */
    public enum Step {
        /** Noting under which keys each customer is found. */
        KEYS,
        /** Putting together who shares a key. */
        PAIRS,
        /** Comparing pairs. */
        COMPARE,
        /** Putting pairs together to groups. */
        GROUP
    }
}
