package org.kontor.receivable;

/** The accounts beside receivables. */
enum Account {
    REVENUE,
    TAX,
    CASH,
    BAD_DEBT,
    CREDITS_GRANTED,
    OPENING
}
