package org.kontor.document;

/** Where a run of statements stands. */
public enum RunState {
    /** It has not begun. */
    PENDING,
    /** It is at work. */
    RUNNING,
    /** All statements are made. */
    SUCCEEDED,
    /** It ended before its end; its message says why. */
    FAILED,
    /** Somebody stopped it; what was made stays. */
    CANCELLED
}
