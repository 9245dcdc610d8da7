package org.kontor.report;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the invoices behind a figure come to.
 *
 * @param currency ISO 4217 code
 * @param rows how many rows
 * @param amount sum of their amounts
 * @param settled what of it is settled by now
 * @param open what is left of it now
 * @param daysLate mean of days late, weighted by amount, one decimal; empty when the amounts come to nothing
 */
public record FigureSum(
        String currency,
        long rows,
        BigDecimal amount,
        BigDecimal settled,
        BigDecimal open,
        Optional<BigDecimal> daysLate) {}
