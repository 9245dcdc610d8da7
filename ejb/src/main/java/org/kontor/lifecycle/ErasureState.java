package org.kontor.lifecycle;

/** Where an erasure stands. */
public enum ErasureState {
    /** Asked for; the person is still there. */
    REQUESTED,
    /** Something stood in the way when its turn came; nothing was erased, and it may be asked for again. */
    BLOCKED,
    /** The person is gone from Kontor; another system has not confirmed yet. */
    ERASED,
    /** The person is gone from Kontor, and every system that was asked has confirmed. */
    COMPLETED
}
