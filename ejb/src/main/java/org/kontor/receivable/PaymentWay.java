package org.kontor.receivable;

/** A way to pay (S4-56, S4-57). Nothing is charged by it: it is what customers are told. */
public enum PaymentWay {
    /** To the account on the letterhead. */
    BANK_TRANSFER,
    /** By card. */
    CARD,
    /** Collected from the customer's account. */
    DIRECT_DEBIT,
    /** By check. */
    CHECK,
    /** In cash. */
    CASH
}
