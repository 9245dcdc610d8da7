package org.kontor.accounting;

import java.util.List;

/**
 * How a customer stands by the accounting system.
 *
 * @param customerId the customer
 * @param connected whether an enabled accounting connection has told how they stand; if not, Kontor's ledger alone counts
 * @param links which records of accounting systems the customer is, over enabled connections
 * @param balances by currency, in alphabetical order
 */
public record AccountingView(
        long customerId, boolean connected, List<AccountingLink> links, List<AccountingBalance> balances) {

    /** Copies the lists. */
    public AccountingView {
        links = List.copyOf(links);
        balances = List.copyOf(balances);
    }
}
