package org.kontor.shared;

import java.util.List;

/**
 * Customers that are about to be removed, because their import is undone. Fired as a CDI event inside the transaction, before
 * the records go: whoever observes it removes what it stored of them.
 *
 * @param ids the customers
 */
public record CustomersRemoved(List<Long> ids) {

    /** Copies the list. */
    public CustomersRemoved {
        ids = List.copyOf(ids);
    }
}
