package org.kontor.ticket;

/** State of a ticket. Any may follow any, but {@link #VOID} is final. */
public enum TicketStatus {
    /** Nobody has looked at it. */
    NEW,
    /** Somebody works on it. */
    OPEN,
    /** It waits for the customer or a third party. */
    PENDING,
    /** Done; it may be opened again. */
    CLOSED,
    /** Made by mistake: it counts for nothing, and stays so. */
    VOID;

    /** Whether work on it is over. */
    public boolean over() {
        return this == CLOSED || this == VOID;
    }
}
