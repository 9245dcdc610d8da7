package org.kontor.receivable;

/** By which means money came or went back. */
public enum PaymentMethod {
    CASH,
    CHECK,
    BANK_TRANSFER,
    DIRECT_DEBIT,
    CARD,
    OTHER
}
