package org.kontor.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * Measures of collection, each in one currency. Days and percent are given with one decimal, ratios with two; nothing is rounded
 * before. A measure that would divide by nothing is empty.
 */
final class Formulas {

    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private Formulas() {}

    /**
     * Sales of a month.
     *
     * @param days how many days of it count
     * @param sales credit sales in them
     */
    record Month(int days, BigDecimal sales) {}

    /** Days sales outstanding: receivables / sales × days. */
    static Optional<BigDecimal> dso(BigDecimal receivables, BigDecimal sales, int days) {
        return inDays(exactly(receivables, sales, days));
    }

    /** Best possible DSO: what is not yet due / sales × days. */
    static Optional<BigDecimal> bestPossibleDso(BigDecimal notDue, BigDecimal sales, int days) {
        return inDays(exactly(notDue, sales, days));
    }

    /** Average days delinquent of the portfolio: DSO less best possible DSO. */
    static Optional<BigDecimal> addOfPortfolio(BigDecimal receivables, BigDecimal notDue, BigDecimal sales, int days) {
        return inDays(exactly(receivables.subtract(notDue), sales, days));
    }

    /**
     * Average days delinquent of paid invoices.
     *
     * @param lateDays sum over the invoices of days late, not less than 0, × amount
     * @param paid sum of their amounts
     */
    static Optional<BigDecimal> addOfInvoices(BigDecimal lateDays, BigDecimal paid) {
        return inDays(exactly(lateDays, paid, 1));
    }

    /**
     * DSO by counting back: months of sales are taken off the receivables from the newest back while they fit, then the part of a month.
     *
     * @param months the newest first
     * @return empty when all of them do not make up the receivables
     */
    static Optional<BigDecimal> countBackDso(BigDecimal receivables, List<Month> months) {
        BigDecimal left = receivables;
        int days = 0;
        for (Month month : months) {
            if (left.signum() <= 0) {
                break;
            }
            if (left.compareTo(month.sales()) < 0) {
                BigDecimal part =
                        left.multiply(BigDecimal.valueOf(month.days())).divide(month.sales(), EXACT);
                return inDays(Optional.of(part.add(BigDecimal.valueOf(days))));
            }
            left = left.subtract(month.sales());
            days += month.days();
        }
        return left.signum() > 0 ? Optional.empty() : inDays(Optional.of(BigDecimal.valueOf(days)));
    }

    /** Collection effectiveness index in percent: (opening + sales − closing) / (opening + sales − not yet due) × 100. */
    static Optional<BigDecimal> cei(BigDecimal opening, BigDecimal sales, BigDecimal closing, BigDecimal notDue) {
        BigDecimal collectable = opening.add(sales).subtract(notDue);
        BigDecimal collected = opening.add(sales).subtract(closing);
        return collectable.signum() <= 0
                ? Optional.empty()
                : Optional.of(
                        collected.multiply(HUNDRED).divide(collectable, EXACT).setScale(1, RoundingMode.HALF_UP));
    }

    /** How often receivables turn over: sales / mean of opening and closing receivables. */
    static Optional<BigDecimal> turnover(BigDecimal opening, BigDecimal sales, BigDecimal closing) {
        BigDecimal both = opening.add(closing);
        return both.signum() <= 0
                ? Optional.empty()
                : Optional.of(sales.multiply(BigDecimal.valueOf(2))
                        .divide(both, EXACT)
                        .setScale(2, RoundingMode.HALF_UP));
    }

    private static Optional<BigDecimal> exactly(BigDecimal part, BigDecimal whole, int days) {
        return whole.signum() <= 0
                ? Optional.empty()
                : Optional.of(part.multiply(BigDecimal.valueOf(days)).divide(whole, EXACT));
    }

    private static Optional<BigDecimal> inDays(Optional<BigDecimal> value) {
        return value.map(days -> days.setScale(1, RoundingMode.HALF_UP));
    }
}
