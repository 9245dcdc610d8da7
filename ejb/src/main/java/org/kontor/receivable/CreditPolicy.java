package org.kontor.receivable;

/** What becomes of a new credit. */
public enum CreditPolicy {
    /** It lowers what the customer owes in all, and no invoice. */
    OFF,
    /** It settles what is due longest. */
    OLDEST_DUE_FIRST,
    /** It settles the invoice that is chosen with it, or nothing when none is. */
    CHOSEN
}
