package org.kontor.report;

import java.time.LocalDate;

/** Periods that a report offers by name. One that runs ends today. */
public enum ReportPeriod {
    LAST_30_DAYS,
    THIS_MONTH,
    THIS_QUARTER,
    THIS_YEAR,
    LAST_MONTH,
    LAST_QUARTER,
    LAST_YEAR;

    /**
     * First and last day of a period.
     *
     * @param from first day
     * @param to last day, this one included
     */
    public record Days(LocalDate from, LocalDate to) {

        /** How many they are. */
        public int count() {
            return (int) (to.toEpochDay() - from.toEpochDay() + 1);
        }
    }

    /** Its days, as seen today. */
    public Days of(LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        LocalDate quarter = month.minusMonths((month.getMonthValue() - 1) % 3L);
        LocalDate year = today.withDayOfYear(1);
        return switch (this) {
            case LAST_30_DAYS -> new Days(today.minusDays(29), today);
            case THIS_MONTH -> new Days(month, today);
            case THIS_QUARTER -> new Days(quarter, today);
            case THIS_YEAR -> new Days(year, today);
            case LAST_MONTH -> new Days(month.minusMonths(1), month.minusDays(1));
            case LAST_QUARTER -> new Days(quarter.minusMonths(3), quarter.minusDays(1));
            case LAST_YEAR -> new Days(year.minusYears(1), year.minusDays(1));
        };
    }
}
