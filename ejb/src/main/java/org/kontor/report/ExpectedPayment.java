package org.kontor.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * When an open invoice is likely to be paid, from how its customer paid before.
 *
 * @param id of the invoice
 * @param number its number
 * @param currency ISO 4217 code
 * @param dueDate when it is due
 * @param open what is left of it
 * @param expectedOn the due date and the mean delay of the customer; empty when no invoice of theirs was paid yet
 * @param paidInvoices how many paid invoices that rests on
 * @param meanDelay days from due date to payment on average, a minus for early; empty as {@code expectedOn}
 * @param spread standard deviation of these in days; empty with fewer than two
 */
public record ExpectedPayment(
        long id,
        String number,
        String currency,
        LocalDate dueDate,
        BigDecimal open,
        Optional<LocalDate> expectedOn,
        long paidInvoices,
        Optional<BigDecimal> meanDelay,
        Optional<BigDecimal> spread) {}
