package org.kontor.communication;

/** Who began. */
public enum MessageDirection {
    /** From the business to the customer. */
    OUT,
    /** From the customer to the business. */
    IN
}
