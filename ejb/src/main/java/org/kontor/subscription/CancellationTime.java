package org.kontor.subscription;

/** When a cancellation counts. */
public enum CancellationTime {
    /** At once. What was invoiced stays as it is. */
    NOW,
    /** When the running period is over. One that is paused has none: it is cancelled at once. */
    END_OF_PERIOD
}
