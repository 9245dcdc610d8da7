package org.kontor.wallet;

/** Kinds of payment methods. */
public enum PaymentMethodType {
    /** Credit or debit card. */
    CARD,
    /** ACH, SEPA or another debit of a bank account: holds for one payer, by a mandate. */
    BANK_DEBIT
}
