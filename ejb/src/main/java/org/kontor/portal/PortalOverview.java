package org.kontor.portal;

import java.time.LocalDate;
import java.util.List;

/**
 * What a customer owes.
 *
 * @param asOf today, where the company entity is
 * @param balances by currency; empty when nothing was ever owed or all is settled
 * @param invoices what is left, due first
 * @param more whether there are more of them than are listed
 */
public record PortalOverview(LocalDate asOf, List<PortalBalance> balances, List<PortalInvoice> invoices, boolean more) {

    /** Copies the lists. */
    public PortalOverview {
        balances = List.copyOf(balances);
        invoices = List.copyOf(invoices);
    }
}
