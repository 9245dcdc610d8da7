package org.kontor.receivable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How a customer stands.
 *
 * @param customerId the customer
 * @param asOf today, in the time zone of the company entity
 * @param accounts by currency, that of the account first
 * @param lastPayment the payment received last that was not voided (S4-54)
 */
public record AccountSummary(
        long customerId, LocalDate asOf, List<AccountView> accounts, Optional<PaymentView> lastPayment) {

    /** Copies the list. */
    public AccountSummary {
        accounts = List.copyOf(accounts);
    }
}
