package org.kontor.receivable;

/** What happened in the ledger. */
public enum PostingKind {
    INVOICE_ISSUED,
    INVOICE_VOIDED,
    CREDIT_MEMO_ISSUED,
    CREDIT_MEMO_VOIDED,
    PAYMENT_RECORDED,
    PAYMENT_VOIDED,
    CREDIT_ADDED,
    CREDIT_VOIDED,
    OPENING_BALANCE,
    OPENING_BALANCE_VOIDED,
    APPLIED,
    APPLICATION_REVERSED,
    REFUNDED,
    WRITTEN_OFF
}
