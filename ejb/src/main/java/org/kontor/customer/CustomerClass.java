package org.kontor.customer;

/** Kind of customer (S0-13); the PSA view calls it Identity (S0-14). */
public enum CustomerClass {
    /** An organisation; its name is the company name. */
    BUSINESS,
    /** A person; its name is composed from the name parts (S0-27). */
    RESIDENTIAL
}
