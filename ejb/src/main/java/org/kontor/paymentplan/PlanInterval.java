package org.kontor.paymentplan;

import java.time.LocalDate;
import java.time.YearMonth;

/** How far the instalments of a plan are apart. */
public enum PlanInterval {
    /** Every seven days. */
    WEEKLY,
    /** Every fourteen days. */
    TWO_WEEKLY,
    /** On the same day of each month, or on its last one where it is shorter. */
    MONTHLY,
    /** On the last day of each month, that of the first date included. */
    LAST_DAY_OF_MONTH;

    /** The day of an instalment; the first one has the number zero. */
    LocalDate day(LocalDate first, int number) {
        return switch (this) {
            case WEEKLY -> first.plusWeeks(number);
            case TWO_WEEKLY -> first.plusWeeks(2L * number);
            case MONTHLY -> first.plusMonths(number);
            case LAST_DAY_OF_MONTH -> YearMonth.from(first).plusMonths(number).atEndOfMonth();
        };
    }
}
