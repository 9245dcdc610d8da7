package org.kontor.receivable;

/** Which rule chose an item and an amount, or took an application back. */
public enum ApplicationRule {
    /** The customer named it. */
    INSTRUCTION,
    /** A clerk named it. */
    MANUAL,
    /** {@link AllocationPolicy#OLDEST_DUE_FIRST}. */
    OLDEST_DUE_FIRST,
    /** {@link AllocationPolicy#LEGAL_ORDER}. */
    LEGAL_ORDER,
    /** A new credit, by the company's setting. */
    CREDIT_POLICY,
    /** A new credit, to the invoice that was chosen with it. */
    CHOSEN,
    /** Taken back by somebody. */
    TAKEN_BACK,
    /** Taken back because one of the two was voided. */
    VOIDED,
    /** Taken back because the money went back to the customer. */
    REFUNDED
}
