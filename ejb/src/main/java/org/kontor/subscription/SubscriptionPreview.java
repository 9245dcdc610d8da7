package org.kontor.subscription;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.kontor.receivable.PricedView;

/**
 * What a subscription will invoice next, worked out by what makes invoices.
 *
 * @param startsOn first day of the period
 * @param endsOn last day of the period
 * @param invoice what the invoice comes to
 * @param days first days of this and the next periods, at most six
 * @param mrr what recurs of it in a month without tax, once the lines of this invoice are charged
 */
public record SubscriptionPreview(
        LocalDate startsOn, LocalDate endsOn, PricedView invoice, List<LocalDate> days, BigDecimal mrr) {

    /** Copies the list. */
    public SubscriptionPreview {
        days = List.copyOf(days);
    }
}
