package org.kontor.subscription;

import java.time.LocalDate;

/**
 * First days of periods. Each is worked out from the first one and never from the one before, so that a subscription from January 31 has
 * February 28 and March 31.
 */
final class BillingDates {

    private BillingDates() {}

    /**
     * The first day of a period.
     *
     * @param first first day of period 0
     * @param every how many intervals a period has; 1 or more
     * @param period its number, counted from 0
     */
    static LocalDate day(LocalDate first, SubscriptionInterval interval, int every, int period) {
        long intervals = (long) every * period;
        return interval.months() == 0 ? first.plusWeeks(intervals) : first.plusMonths(interval.months() * intervals);
    }

    /** The first period, from this one on, that begins on the day or later. */
    static int from(LocalDate first, SubscriptionInterval interval, int every, int period, LocalDate day) {
        int found = period;
        while (day(first, interval, every, found).isBefore(day)) {
            found++;
        }
        return found;
    }
}
