package org.kontor.customer;

/** Business state of a customer (S0-33). Independent of being archived. */
public enum CustomerStatus {
    /** Active; shown in green (S1-07). */
    OPEN,
    /** Not yet active; shown in blue (S1-08). The default at creation. */
    PENDING,
    /** May become a customer; shown in blue (S1-09). */
    PROSPECT,
    /** No longer active; shown in red (S1-10), hidden from lists by default. */
    CLOSED
}
