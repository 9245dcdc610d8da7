package org.kontor.cadence;

/** Why a to-do waits for somebody, or does not apply any more. */
public enum ToDoReason {
    /** The step is to be reviewed before it is sent. */
    REVIEW,
    /** It is something that people do. */
    TASK,
    /** It could not be sent within three days of its day. */
    LATE,
    /** There is no address to send it to. */
    NO_ADDRESS,
    /** Something that its text names is not there; {@code trouble} says what. */
    EMPTY_PLACEHOLDER,
    /** It was refused, such as without a connection; {@code trouble} says why. */
    REFUSED,
    /** The cadence was changed or removed. */
    CADENCE_REMOVED,
    /** What it was about has passed: the invoice is settled, void or in dispute, or the condition is true no more. */
    NO_LONGER_DUE
}
