package org.kontor.receivable;

/** What an open item came from. */
public enum ItemKind {
    INVOICE,
    CREDIT_MEMO,
    PAYMENT,
    CREDIT,
    OPENING_BALANCE
}
