package org.kontor.accounting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What a customer owes in a currency, by both books. Amounts have the decimals of the currency; below zero when more is held than
 * owed.
 *
 * @param currency ISO 4217 code
 * @param synced what the accounting system said (S4-46)
 * @param asOf for which instant it said so; where several of its records are this customer, the oldest
 * @param delta what was recorded in Kontor behind that instant (S4-47)
 * @param balance both together
 * @param ledger what Kontor's ledger says now; never overwritten
 * @param difference what Kontor's ledger had for that instant, less what the accounting system said; zero where the ledger had nothing
 *     of the customer in this currency
 * @param differsSince since when there is a difference; empty for none
 * @param flagged whether the difference is older than one sync
 */
public record AccountingBalance(
        String currency,
        BigDecimal synced,
        Instant asOf,
        BigDecimal delta,
        BigDecimal balance,
        BigDecimal ledger,
        BigDecimal difference,
        Optional<Instant> differsSince,
        boolean flagged) {}
