package org.kontor.paymentplan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kontor.receivable.Amounts;

/**
 * The instalments of a plan. They add up to what is owed, exactly: all are the same, in the digits of the currency, but for the last
 * one, which takes the remainder.
 */
final class PlanSchedule {

    /** More instalments than ten years of months have nobody agrees to. */
    static final int MOST = 120;

    private PlanSchedule() {}

    /**
     * An instalment.
     *
     * @param dueOn its day
     * @param amount how much
     */
    record Instalment(LocalDate dueOn, BigDecimal amount) {}

    /** What some instalments make of this: the first ones are rounded down. Empty when not each would be more than zero. */
    static Optional<List<BigDecimal>> parts(BigDecimal total, String currency, int number) {
        BigDecimal whole = Amounts.rounded(total, currency);
        BigDecimal each = whole.divide(BigDecimal.valueOf(number), whole.scale(), RoundingMode.DOWN);
        return each.signum() > 0 ? Optional.of(parts(whole, each, number)) : Optional.empty();
    }

    /** What instalments of an amount make of this; empty when there would be more than {@link #MOST}. */
    static Optional<List<BigDecimal>> pieces(BigDecimal total, String currency, BigDecimal each) {
        BigDecimal whole = Amounts.rounded(total, currency);
        BigDecimal number = whole.divide(each, 0, RoundingMode.CEILING);
        return number.compareTo(BigDecimal.valueOf(MOST)) > 0
                ? Optional.empty()
                : Optional.of(parts(whole, Amounts.rounded(each, currency), number.intValueExact()));
    }

    private static List<BigDecimal> parts(BigDecimal whole, BigDecimal each, int number) {
        List<BigDecimal> parts = new ArrayList<>();
        for (int i = 1; i < number; i++) {
            parts.add(each);
        }
        parts.add(whole.subtract(each.multiply(BigDecimal.valueOf(number - 1L))));
        return parts;
    }

    /** Amounts on their days, behind what is due today. */
    static List<Instalment> of(
            Optional<BigDecimal> down,
            LocalDate today,
            List<BigDecimal> parts,
            LocalDate first,
            PlanInterval interval) {
        List<Instalment> instalments = new ArrayList<>();
        down.ifPresent(amount -> instalments.add(new Instalment(today, amount)));
        IntStream.range(0, parts.size())
                .mapToObj(i -> new Instalment(interval.day(first, i), parts.get(i)))
                .forEach(instalments::add);
        return instalments;
    }

    /** What becomes of instalments when so much is settled: it covers them in their order. */
    static List<InstalmentView> settled(List<Instalment> instalments, BigDecimal settled, LocalDate today) {
        List<InstalmentView> views = new ArrayList<>();
        BigDecimal left = settled;
        for (Instalment each : instalments) {
            BigDecimal covered = left.min(each.amount()).setScale(each.amount().scale(), RoundingMode.UNNECESSARY);
            left = left.subtract(covered);
            views.add(new InstalmentView(
                    views.size() + 1, each.dueOn(), each.amount(), covered, state(each, covered, today)));
        }
        return views;
    }

    private static InstalmentState state(Instalment instalment, BigDecimal covered, LocalDate today) {
        if (covered.compareTo(instalment.amount()) == 0) {
            return InstalmentState.PAID;
        }
        if (instalment.dueOn().isBefore(today)) {
            return InstalmentState.OVERDUE;
        }
        return covered.signum() > 0 ? InstalmentState.PARTLY_PAID : InstalmentState.OPEN;
    }
}
