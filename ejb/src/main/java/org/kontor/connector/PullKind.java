package org.kontor.connector;

/** What is pulled from remote systems. */
public enum PullKind {
    /** Tickets of customers. */
    TICKET_SOURCE,
    /** What public profiles of contacts say. */
    PROFILE_WATCH,
    /** Customers, contacts and balances. */
    ACCOUNTING_SYSTEM
}
