package org.kontor.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** On which days periods begin, and what recurs in a month. */
class BillingDatesTest {

    private static List<String> days(String first, SubscriptionInterval interval, int every, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> BillingDates.day(LocalDate.parse(first), interval, every, i)
                        .toString())
                .toList();
    }

    /** S4-132: the last days of months stay the last ones. */
    @Test
    void monthsKeepTheirEnds() {
        assertEquals(
                List.of("2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"),
                days("2027-01-31", SubscriptionInterval.MONTHLY, 1, 5));
        assertEquals(
                List.of("2026-11-30", "2027-02-28", "2027-05-30"),
                days("2026-11-30", SubscriptionInterval.QUARTERLY, 1, 3));
        assertEquals(
                List.of("2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"),
                days("2028-02-29", SubscriptionInterval.YEARLY, 1, 5));
        assertEquals(
                List.of("2026-12-28", "2027-01-11", "2027-01-25"),
                days("2026-12-28", SubscriptionInterval.WEEKLY, 2, 3));
        assertEquals(
                List.of("2026-12-31", "2027-02-28", "2027-04-30"),
                days("2026-12-31", SubscriptionInterval.MONTHLY, 2, 3));
    }

    /** S4-132: whatever the first day and the interval, periods follow each other without gap, each as far from the first as it is to be. */
    @Test
    void periodsFollowEachOther() {
        Random random = new Random(132);
        for (int i = 0; i < 5_000; i++) {
            LocalDate first = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(3_000));
            SubscriptionInterval interval = SubscriptionInterval.values()[random.nextInt(4)];
            int every = 1 + random.nextInt(60);
            int period = random.nextInt(400);
            LocalDate day = BillingDates.day(first, interval, every, period);
            assertTrue(day.isBefore(BillingDates.day(first, interval, every, period + 1)));
            if (interval == SubscriptionInterval.WEEKLY) {
                assertEquals(7L * every * period, day.toEpochDay() - first.toEpochDay());
            } else {
                YearMonth month = YearMonth.from(first).plusMonths((long) interval.months() * every * period);
                assertEquals(month.atDay(Math.min(first.getDayOfMonth(), month.lengthOfMonth())), day);
            }
            assertEquals(period, BillingDates.from(first, interval, every, 0, day));
            assertEquals(period + 1, BillingDates.from(first, interval, every, 0, day.plusDays(1)));
        }
    }

    /** S4-132: what recurs in a month is rounded once, in the digits of the currency. */
    @Test
    void whatRecursInAMonth() {
        assertEquals("10.00", monthly("10.00", "EUR", SubscriptionInterval.MONTHLY, 1));
        assertEquals("8.33", monthly("100.00", "EUR", SubscriptionInterval.YEARLY, 1));
        assertEquals("33.33", monthly("100.00", "EUR", SubscriptionInterval.QUARTERLY, 1));
        assertEquals("43.33", monthly("10.00", "EUR", SubscriptionInterval.WEEKLY, 1));
        assertEquals("21.67", monthly("10.00", "EUR", SubscriptionInterval.WEEKLY, 2));
        assertEquals("8", monthly("100", "JPY", SubscriptionInterval.YEARLY, 1));
        assertEquals("0.833", monthly("10.000", "KWD", SubscriptionInterval.YEARLY, 1));
        assertEquals("0.12", monthly("1.50", "EUR", SubscriptionInterval.YEARLY, 1));
    }

    private static String monthly(String net, String currency, SubscriptionInterval interval, int every) {
        return Charge.monthly(new BigDecimal(net), currency, interval, every).toPlainString();
    }
}
