package org.kontor.receivable;

/** Where a document stands. Never stored: it follows from the document and its open item. */
public enum InvoiceStatus {
    /** Not issued; can be changed and thrown away. */
    DRAFT,
    /** Nothing is settled, and it is not past due. */
    OPEN,
    /** Something is settled, something is left, and it is not past due. */
    PARTIALLY_PAID,
    /** Something is left, and the due date is over. */
    PAST_DUE,
    /** Nothing is left. */
    PAID,
    /** Was never valid. */
    VOID,
    /** What was left was given up. */
    WRITTEN_OFF
}
