package org.kontor.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How well receivables were collected in a period, in one currency. Receivables are what is owed; money that is held and not applied
 * is no part of them, as in a balance sheet. Credit sales are invoices issued in the period, with their tax, less those voided in it.
 *
 * @param currency ISO 4217 code
 * @param days how many days the period has
 * @param opening receivables at the end of the day before the period
 * @param sales credit sales of the period
 * @param closing receivables at the end of the period
 * @param notDue what of these was not yet due
 * @param dso days sales outstanding; empty without sales
 * @param countBackDso the same by counting back through calendar months; empty when three years of sales do not reach
 * @param bestPossibleDso what DSO would be if nothing were past due
 * @param addPortfolio average days delinquent as DSO less best possible DSO
 * @param addInvoices average days delinquent of the invoices that were paid in the period, weighted by amount: another number
 * @param invoicesPaid how many invoices that is about
 * @param cei collection effectiveness index in percent; empty when nothing was to be collected
 * @param turnover how often receivables turned over
 */
public record KeyFigures(
        String currency,
        int days,
        BigDecimal opening,
        BigDecimal sales,
        BigDecimal closing,
        BigDecimal notDue,
        Optional<BigDecimal> dso,
        Optional<BigDecimal> countBackDso,
        Optional<BigDecimal> bestPossibleDso,
        Optional<BigDecimal> addPortfolio,
        Optional<BigDecimal> addInvoices,
        long invoicesPaid,
        Optional<BigDecimal> cei,
        Optional<BigDecimal> turnover) {

    /** The measures by name, and before them the amounts that they are made of. */
    public Map<String, Optional<BigDecimal>> measures() {
        Map<String, Optional<BigDecimal>> all = new LinkedHashMap<>();
        all.put("opening", Optional.of(opening));
        all.put("sales", Optional.of(sales));
        all.put("closing", Optional.of(closing));
        all.put("notDue", Optional.of(notDue));
        all.put("dso", dso);
        all.put("countBackDso", countBackDso);
        all.put("bestPossibleDso", bestPossibleDso);
        all.put("addPortfolio", addPortfolio);
        all.put("addInvoices", addInvoices);
        all.put("cei", cei);
        all.put("turnover", turnover);
        return all;
    }
}
