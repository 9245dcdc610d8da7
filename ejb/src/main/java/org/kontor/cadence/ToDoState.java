package org.kontor.cadence;

/** Where a to-do stands. */
public enum ToDoState {
    /** Its day has not come, or it is about to be sent. */
    SCHEDULED,
    /** Somebody has to do it; {@link ToDoReason} says why. */
    PENDING,
    /** It was sent or done. */
    DONE,
    /** Somebody left it out. */
    SKIPPED,
    /** It does not apply any more. */
    CANCELLED;

    /** Whether something can still come of it. */
    public boolean isOpen() {
        return this == SCHEDULED || this == PENDING;
    }
}
