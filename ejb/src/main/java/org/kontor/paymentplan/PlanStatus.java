package org.kontor.paymentplan;

/** Where a payment plan stands; worked out from what is left of its invoices, never stored. */
public enum PlanStatus {
    /** Something is to be paid, and nothing is overdue. */
    ACTIVE,
    /** An instalment is overdue. */
    PAST_DUE,
    /** Nothing of what was agreed is left, whether it was paid, credited, voided or written off. */
    CLOSED,
    /** Somebody cancelled it. */
    CANCELLED
}
