package org.kontor.paymentplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kontor.paymentplan.PlanSchedule.Instalment;

/** How much is to be paid when. */
class PlanScheduleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    /** S4-133: whatever is owed, the instalments add up to it; all are the same but the last one, which is within what was rounded off. */
    @Test
    void instalmentsAddUp() {
        Random random = new Random(20261123);
        String[] currencies = {"USD", "JPY", "BHD"};
        int[] digits = {2, 0, 3};
        for (int i = 0; i < 20_000; i++) {
            int at = random.nextInt(3);
            BigDecimal total =
                    BigDecimal.valueOf(1 + random.nextInt(random.nextBoolean() ? 500 : 90_000_000), digits[at]);
            int number = 1 + random.nextInt(PlanSchedule.MOST);
            BigDecimal each = BigDecimal.valueOf(1 + random.nextInt(1_000_000), digits[at]);

            Optional<List<BigDecimal>> parts = PlanSchedule.parts(total, currencies[at], number);
            assertEquals(
                    total.unscaledValue().longValueExact() >= number,
                    parts.isPresent(),
                    "each is more than zero, or none");
            parts.ifPresent(found -> {
                assertEquals(number, found.size());
                assertAddsUp(total, found);
                BigDecimal over = found.get(number - 1).subtract(found.get(0));
                assertTrue(over.signum() >= 0 && over.unscaledValue().longValueExact() < number, found::toString);
            });
            PlanSchedule.pieces(total, currencies[at], each).ifPresent(found -> {
                assertAddsUp(total, found);
                assertTrue(found.get(found.size() - 1).compareTo(each) <= 0, found::toString);
                assertTrue(found.size() <= PlanSchedule.MOST);
            });
        }
    }

    private static void assertAddsUp(BigDecimal total, List<BigDecimal> parts) {
        assertEquals(total, parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        assertTrue(
                parts.stream().allMatch(part -> part.signum() > 0 && part.scale() == total.scale()), parts::toString);
        assertEquals(
                1,
                parts.subList(0, Math.max(1, parts.size() - 1)).stream()
                        .distinct()
                        .count());
    }

    @Test
    void daysFollowTheInterval() {
        assertEquals("[2026-12-01, 2026-12-08, 2026-12-15]", days("2026-12-01", PlanInterval.WEEKLY));
        assertEquals("[2026-12-01, 2026-12-15, 2026-12-29]", days("2026-12-01", PlanInterval.TWO_WEEKLY));
        assertEquals("[2026-12-31, 2027-01-31, 2027-02-28]", days("2026-12-31", PlanInterval.MONTHLY));
        assertEquals("[2026-12-31, 2027-01-31, 2027-02-28]", days("2026-12-05", PlanInterval.LAST_DAY_OF_MONTH));
    }

    private static String days(String first, PlanInterval interval) {
        return IntStream.range(0, 3)
                .mapToObj(i -> interval.day(LocalDate.parse(first), i))
                .toList()
                .toString();
    }

    /** S4-133: what is settled covers the instalments in their order, and exactly. */
    @Test
    void whatIsSettledCoversInOrder() {
        List<Instalment> agreed = PlanSchedule.of(
                Optional.of(new BigDecimal("10.00")),
                TODAY,
                List.of(new BigDecimal("30.00"), new BigDecimal("30.01")),
                TODAY.plusDays(7),
                PlanInterval.WEEKLY);
        assertEquals("[OPEN 0.00, OPEN 0.00, OPEN 0.00]", states(agreed, "0.00", TODAY));
        assertEquals("[PAID 10.00, PARTLY_PAID 5.00, OPEN 0.00]", states(agreed, "15.00", TODAY.plusDays(7)));
        assertEquals("[PAID 10.00, OVERDUE 5.00, OPEN 0.00]", states(agreed, "15.00", TODAY.plusDays(8)));
        assertEquals("[PAID 10.00, PAID 30.00, PAID 30.01]", states(agreed, "70.01", TODAY.plusDays(90)));
        assertFalse(agreed.isEmpty());
    }

    private static String states(List<Instalment> agreed, String settled, LocalDate today) {
        return PlanSchedule.settled(agreed, new BigDecimal(settled), today).stream()
                .map(each -> each.state() + " " + each.settled())
                .toList()
                .toString();
    }
}
