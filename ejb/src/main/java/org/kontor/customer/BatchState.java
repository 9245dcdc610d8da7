package org.kontor.customer;

/** Where a batch stands. */
public enum BatchState {
    PENDING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    CANCELLED
}
