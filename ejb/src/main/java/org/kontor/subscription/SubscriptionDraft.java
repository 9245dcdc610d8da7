package org.kontor.subscription;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be said of a subscription. Once an invoice was made, {@code currency}, {@code interval}, {@code every},
 * {@code billingStart} and {@code trialDays} stay as they are.
 *
 * @param description what it is, for staff and customer; required, at most 200 characters
 * @param currency ISO 4217 code; empty means that of the customer
 * @param interval what its periods are counted in; required
 * @param every how many intervals a period has, 1 to 60; empty means 1
 * @param billingStart billing start date, the first day of the first period unless there is a trial; required, at most a year ago and five
 *     years ahead. Periods that have passed are made up for
 * @param trialDays how many days the first invoice comes later, 0 to 730; empty means 0
 * @param invoices after how many invoices it ends, 1 to 999; empty for never
 * @param issue whether invoices are issued at once; empty or false: they are drafts
 * @param dueDays how many days after its issue an invoice is due, 0 to 365; empty means as the company entity does it
 * @param terms what is agreed, in words, up to 200 characters
 * @param template language of the paper or code of an invoice template, as invoices have it; empty means that of the customer
 * @param notes text for the customer, up to 4,000 characters; empty means that of the company entity
 * @param purchaseOrder number of the customer's order, up to 100 characters
 * @param lines what is charged; 1 to 100
 */
public record SubscriptionDraft(
        String description,
        String currency,
        Optional<SubscriptionInterval> interval,
        Optional<Integer> every,
        Optional<LocalDate> billingStart,
        Optional<Integer> trialDays,
        Optional<Integer> invoices,
        Optional<Boolean> issue,
        Optional<Integer> dueDays,
        String terms,
        String template,
        String notes,
        String purchaseOrder,
        List<SubscriptionLineDraft> lines) {

    /** Copies the list. */
    public SubscriptionDraft {
        lines = List.copyOf(lines);
    }

    /** First day of the first period, of a draft that was checked. */
    LocalDate firstOn() {
        return billingStart.orElseThrow().plusDays(trialDays.orElse(0));
    }

    /** First day of a period, of a draft that was checked. */
    LocalDate day(int period) {
        return BillingDates.day(firstOn(), interval.orElseThrow(), every.orElse(1), period);
    }
}
