package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A credit for a customer (S4-69).
 *
 * @param customerId who gets it
 * @param amount required, more than zero, in the decimals of the account's currency (S4-70, S4-71)
 * @param currency ISO 4217 code; empty means that of the account, another is refused
 * @param description what it is for (S4-72), up to 1,000 characters
 * @param date from which day on, not in the future; empty means today
 * @param policy what becomes of it; empty means as the company does it, or {@code CHOSEN} when an invoice is given
 * @param invoiceId the invoice that it settles, for {@code CHOSEN}
 */
public record CreditDraft(
        long customerId,
        Optional<BigDecimal> amount,
        String currency,
        String description,
        Optional<LocalDate> date,
        Optional<CreditPolicy> policy,
        Optional<Long> invoiceId) {}
