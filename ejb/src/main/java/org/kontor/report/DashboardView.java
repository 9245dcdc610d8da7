package org.kontor.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * How receivables stand today, in one currency.
 *
 * @param asOf today in the time zone of the company entity
 * @param currency ISO 4217 code; empty when nothing is open and nothing was ever sold
 * @param currencies those in which something is open, the one with most items first
 * @param from first day of the period
 * @param to last day of the period
 * @param openItems how many items are owed
 * @param open what is owed
 * @param pastDueItems how many of these are past due
 * @param pastDue what of it is past due
 * @param aging everything by age; empty when nothing is open
 * @param invoiced invoices issued in the period and not voided
 * @param invoicedPaid what of these is settled by now
 * @param invoicedOpen what of these is open now
 * @param cash what falls due by the end of this month, quarter and year
 * @param top the customers with the largest balance, ten at most
 * @param figures measures of the period; empty without receivables and sales
 * @param trend what was owed by age, and days sales outstanding, on days of the period
 */
public record DashboardView(
        LocalDate asOf,
        String currency,
        List<String> currencies,
        LocalDate from,
        LocalDate to,
        long openItems,
        BigDecimal open,
        long pastDueItems,
        BigDecimal pastDue,
        Optional<AgingLine> aging,
        BigDecimal invoiced,
        BigDecimal invoicedPaid,
        BigDecimal invoicedOpen,
        List<CashStep> cash,
        List<AgingLine> top,
        Optional<KeyFigures> figures,
        List<TrendPoint> trend) {

    /** Copies the lists. */
    public DashboardView {
        currencies = List.copyOf(currencies);
        cash = List.copyOf(cash);
        top = List.copyOf(top);
        trend = List.copyOf(trend);
    }

    /**
     * What falls due from today until a day.
     *
     * @param span {@code MONTH}, {@code QUARTER} or {@code YEAR}: the one that runs
     * @param until its last day
     * @param items how many items
     * @param amount what is left of them
     */
    public record CashStep(String span, LocalDate until, long items, BigDecimal amount) {}
}
