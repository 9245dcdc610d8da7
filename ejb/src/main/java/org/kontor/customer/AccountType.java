package org.kontor.customer;

/** Place of a customer in a hierarchy (S0-10). */
public enum AccountType {
    /** Stands alone. */
    STANDARD,
    /** Has children. */
    PARENT,
    /** Belongs to a parent. */
    CHILD
}
