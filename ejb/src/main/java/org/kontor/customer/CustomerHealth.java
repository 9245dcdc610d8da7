package org.kontor.customer;

/** How a customer stands, as somebody judged it by hand (S4-15); not the sentiment of tickets. */
public enum CustomerHealth {
    GOOD,
    AT_RISK,
    CRITICAL
}
