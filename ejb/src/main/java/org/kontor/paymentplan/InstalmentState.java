package org.kontor.paymentplan;

/** Where one instalment stands. */
public enum InstalmentState {
    /** Nothing of it is settled, and its day has not passed. */
    OPEN,
    /** Some of it is settled, and its day has not passed. */
    PARTLY_PAID,
    /** All of it is settled. */
    PAID,
    /** Its day has passed, and some of it is not settled. */
    OVERDUE
}
