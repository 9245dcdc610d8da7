package org.kontor.webhook;

/** How far a delivery is. */
public enum DeliveryState {
    /** Waits for its first or next try. */
    PENDING,
    /** The endpoint answered with a status of 200 to 299. */
    DELIVERED,
    /** Given up after three days of tries. */
    FAILED,
    /** Not sent: the subscriber may not read it, or it is gone. */
    DROPPED
}
