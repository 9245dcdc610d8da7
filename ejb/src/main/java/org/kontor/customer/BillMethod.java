package org.kontor.customer;

/** How the bill reaches the customer (S0-25). */
public enum BillMethod {
    /** On paper. */
    PRINT,
    /** By e-mail; needs an e-mail address (S0-17). */
    EMAIL,
    /** Both; needs an e-mail address (S0-18). */
    PRINT_AND_EMAIL
}
