package org.kontor.communication;

/** Where a message stands. */
public enum MessageState {
    /** It waits to be sent, for the first time or again. */
    QUEUED,
    /** The connector has it at this moment. */
    SENDING,
    /** The other system has taken it. */
    SENT,
    /** It was certainly not sent, and is not tried again by itself. */
    FAILED,
    /** Nobody knows whether it was sent; it is never sent again by itself. */
    UNKNOWN,
    /** It was written down: a call, or something that was received. */
    LOGGED
}
