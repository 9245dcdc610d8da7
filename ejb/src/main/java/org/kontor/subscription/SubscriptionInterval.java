package org.kontor.subscription;

import java.math.BigDecimal;

/** What the periods of a subscription are counted in. */
public enum SubscriptionInterval {
    /** Seven days. */
    WEEKLY(0, 52, 12),
    /** A month: the same day of each month, or its last one where it is shorter. */
    MONTHLY(1, 1, 1),
    /** Three months. */
    QUARTERLY(3, 1, 3),
    /** Twelve months. */
    YEARLY(12, 1, 12);

    private final int months;
    private final int times;
    private final int inMonths;

    SubscriptionInterval(int months, int times, int inMonths) {
        this.months = months;
        this.times = times;
        this.inMonths = inMonths;
    }

    /** How many months it is; 0 for weeks. */
    int months() {
        return months;
    }

    /** How often it comes in {@link #inMonths} months; a year has 52 weeks. */
    BigDecimal times() {
        return BigDecimal.valueOf(times);
    }

    /** In how many months it comes {@link #times} times. */
    BigDecimal inMonths() {
        return BigDecimal.valueOf(inMonths);
    }
}
