package org.kontor.subscription;

/** Where a subscription stands. */
public enum SubscriptionState {
    /** The days of trial are not over: no invoice is made yet. */
    TRIAL,
    /** Invoices are made. */
    ACTIVE,
    /** Nothing is invoiced until somebody resumes it; what falls due meanwhile is left out. */
    PAUSED,
    /** Somebody ended it. */
    CANCELLED,
    /** All its invoices were made, or nothing is left to be charged. */
    ENDED
}
