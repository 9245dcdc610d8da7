package org.kontor.subscription;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kontor.receivable.Amounts;
import org.kontor.receivable.InvoiceDraft;
import org.kontor.receivable.InvoiceLineDraft;
import org.kontor.receivable.InvoiceStatus;

/**
 * What is charged for one period. The preview and the invoice come from here. Pure.
 *
 * @param period number of the period, counted from 0
 * @param startsOn its first day
 * @param endsOn its last day
 * @param lines which lines are charged, counted from 0
 */
record Charge(int period, LocalDate startsOn, LocalDate endsOn, List<Integer> lines) {

    /** Lines that begin later than so many periods ahead are not looked for. */
    private static final int AHEAD = 1_000;

    /** What a period comes to; empty when no line is charged in it. The draft was checked. */
    static Optional<Charge> of(SubscriptionDraft draft, int period) {
        LocalDate day = draft.day(period);
        List<Integer> charged = IntStream.range(0, draft.lines().size())
                .filter(i -> draft.lines().get(i).chargedOn(day))
                .boxed()
                .toList();
        return charged.isEmpty()
                ? Optional.empty()
                : Optional.of(new Charge(period, day, draft.day(period + 1).minusDays(1), charged));
    }

    /** The first period from this one on in which something is charged. */
    static Optional<Charge> next(SubscriptionDraft draft, int period) {
        return IntStream.range(period, period + AHEAD)
                .mapToObj(each -> of(draft, each))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Whether anything can be charged from a period on, when these lines are gone. */
    static boolean anyLeft(SubscriptionDraft draft, int period, List<Integer> gone) {
        LocalDate day = draft.day(period);
        return IntStream.range(0, draft.lines().size())
                .filter(i -> !gone.contains(i))
                .anyMatch(
                        i -> draft.lines().get(i).endsOn().filter(day::isAfter).isEmpty());
    }

    /** Those of its lines that are charged once. */
    List<Integer> once(SubscriptionDraft draft) {
        return lines.stream().filter(i -> draft.lines().get(i).once()).toList();
    }

    /**
     * The invoice. It is issued on the first day of the period; when that has passed, today: nothing is dated back.
     *
     * @param customerId who it is made out to
     * @param today the date in the company entity
     */
    InvoiceDraft invoice(long customerId, SubscriptionDraft draft, LocalDate today) {
        LocalDate issued = startsOn.isBefore(today) ? today : startsOn;
        return new InvoiceDraft(
                customerId,
                Optional.of(draft.issue().orElse(false) ? InvoiceStatus.OPEN : InvoiceStatus.DRAFT),
                "",
                draft.currency(),
                Optional.of(issued),
                draft.dueDays().map(issued::plusDays),
                draft.terms(),
                draft.notes(),
                draft.template(),
                draft.purchaseOrder(),
                Optional.empty(),
                Optional.empty(),
                lines.stream().map(i -> line(draft.lines().get(i))).toList());
    }

    private InvoiceLineDraft line(SubscriptionLineDraft line) {
        return line.line(
                line.once() ? line.description() : line.description() + " (" + startsOn + " – " + endsOn + ")");
    }

    /**
     * What recurs in a month, rounded once to the digits of the currency.
     *
     * @param net what recurs in a period
     */
    static BigDecimal monthly(BigDecimal net, String currency, SubscriptionInterval interval, int every) {
        return net.multiply(interval.times())
                .divide(
                        interval.inMonths().multiply(BigDecimal.valueOf(every)),
                        Amounts.scaled(BigDecimal.ZERO, currency).scale(),
                        RoundingMode.HALF_EVEN);
    }
}
