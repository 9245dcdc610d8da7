package org.kontor.report;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.report.DashboardRepository.Due;
import org.kontor.report.DashboardView.CashStep;
import org.kontor.report.ReportPeriod.Days;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** How receivables stand today: in one currency, since none is added to another. */
@Stateless
public class Dashboard {

    private static final int TOP = 10;
    /** A period of more days than these is shown by ends of months. */
    private static final int WEEKLY = 45;

    @Inject
    DashboardRepository repository;

    @Inject
    AgingRepository agingRepository;

    @Inject
    Performance performance;

    /**
     * The figures.
     *
     * @param currency ISO 4217 code; empty for the one with most open items
     * @throws AppException {@link ErrorKind#INVALID} for what is no currency
     */
    @Requires(Permission.READ_RECEIVABLE)
    public DashboardView show(String currency, ReportPeriod period, Optional<Long> entityId) {
        LocalDate today = agingRepository.today(entityId);
        Days days = period.of(today);
        AgingQuery asked = AgingQuery.by(AgingGroup.CUSTOMER).of(entityId).in(currency);
        AgingRules.check(asked);
        List<Due> everything = repository.due(today, entityId);
        List<String> currencies = currencies(everything);
        String chosen =
                asked.currency().isEmpty() ? currencies.stream().findFirst().orElse("") : asked.currency();
        List<Due> open =
                everything.stream().filter(d -> d.currency().equals(chosen)).toList();
        List<Due> due = open.stream().filter(d -> d.direction() == 1).toList();
        List<Due> late = due.stream().filter(d -> d.day().isBefore(today)).toList();
        BigDecimal[] invoiced = repository.invoiced(chosen, days, entityId);
        return new DashboardView(
                today,
                chosen,
                currencies,
                days.from(),
                days.to(),
                items(due),
                amount(due, chosen),
                items(late),
                amount(late, chosen),
                open.isEmpty() ? Optional.empty() : Optional.of(aged(open, today, chosen)),
                CurrencyDigits.of(invoiced[0], chosen),
                CurrencyDigits.of(invoiced[0].subtract(invoiced[1]), chosen),
                CurrencyDigits.of(invoiced[1], chosen),
                cash(due, today, chosen),
                open.isEmpty() ? List.of() : top(asked.in(chosen), today),
                performance.figures(days.from(), days.to(), entityId).stream()
                        .filter(f -> f.currency().equals(chosen))
                        .findFirst(),
                repository.trend(chosen, points(days), entityId));
    }

    /** Lines of the largest balances: who they are comes from the sums, their age from their items alone. */
    private List<AgingLine> top(AgingQuery query, LocalDate today) {
        List<Long> customers = repository.largest(query.currency(), today, query.entityId(), TOP);
        AgingLines lines = new AgingLines(query, agingRepository.source(query).of(customers));
        return agingRepository.all(lines.statement(Optional.empty(), Optional.empty()), lines::read);
    }

    /** Currencies in which something is open, the one with most items first. */
    private static List<String> currencies(List<Due> open) {
        Map<String, Long> items = new TreeMap<>();
        open.forEach(d -> items.merge(d.currency(), d.items(), Long::sum));
        return items.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The line of an aging report over everything in a currency. */
    private static AgingLine aged(List<Due> open, LocalDate today, String currency) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        Map<String, Long> items = new LinkedHashMap<>();
        for (AgingBucket bucket : AgingBucket.between(AgingQuery.USUAL_BOUNDS)) {
            List<Due> within = open.stream()
                    .filter(d -> d.direction() == 1 && bucket.holds(d.day(), today))
                    .toList();
            amounts.put(bucket.key(), amount(within, currency));
            items.put(bucket.key(), items(within));
        }
        List<Due> held = open.stream().filter(d -> d.direction() == -1).toList();
        amounts.put(AgingBucket.UNAPPLIED, amount(held, currency).negate());
        items.put(AgingBucket.UNAPPLIED, items(held));
        amounts.put(AgingBucket.TOTAL, amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        return new AgingLine(Optional.empty(), "", "", currency, amounts, items);
    }

    private static List<CashStep> cash(List<Due> due, LocalDate today, String currency) {
        LocalDate month = today.withDayOfMonth(today.lengthOfMonth());
        LocalDate quarter = month.plusDays(1)
                .plusMonths((3 - today.getMonthValue() % 3) % 3)
                .minusDays(1);
        LocalDate year = LocalDate.of(today.getYear(), 12, 31);
        return List.of(
                step("MONTH", month, due, today, currency),
                step("QUARTER", quarter, due, today, currency),
                step("YEAR", year, due, today, currency));
    }

    private static CashStep step(String span, LocalDate until, List<Due> due, LocalDate today, String currency) {
        List<Due> within = due.stream()
                .filter(d -> !d.day().isBefore(today) && !d.day().isAfter(until))
                .toList();
        return new CashStep(span, until, items(within), amount(within, currency));
    }

    /** The last day and, before it, ends of weeks or months of the period. */
    private static List<LocalDate> points(Days days) {
        TreeSet<LocalDate> points = new TreeSet<>(List.of(days.from().minusDays(1), days.to()));
        if (days.count() <= WEEKLY) {
            for (LocalDate day = days.to(); !day.isBefore(days.from()); day = day.minusWeeks(1)) {
                points.add(day);
            }
        } else {
            for (LocalDate day = days.from().withDayOfMonth(1); day.isBefore(days.to()); day = day.plusMonths(1)) {
                points.add(day.minusDays(1));
            }
        }
        return new ArrayList<>(points);
    }

    private static long items(List<Due> due) {
        return due.stream().mapToLong(Due::items).sum();
    }

    private static BigDecimal amount(List<Due> due, String currency) {
        return CurrencyDigits.of(due.stream().map(Due::amount).reduce(BigDecimal.ZERO, BigDecimal::add), currency);
    }
}
