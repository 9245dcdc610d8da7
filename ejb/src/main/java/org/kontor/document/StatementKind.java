package org.kontor.document;

/** What a statement lists. */
public enum StatementKind {
    /** What is open on its day (S4-23). */
    OPEN_ITEM,
    /** What the balance was, what changed it, and what it is. */
    BALANCE_FORWARD
}
