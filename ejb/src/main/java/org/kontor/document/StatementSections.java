package org.kontor.document;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kontor.receivable.Amounts;
import org.kontor.receivable.TransactionView;
import org.kontor.report.AgingBucket;
import org.kontor.report.AgingItem;
import org.kontor.report.AgingLine;
import org.kontor.report.AgingReport;

/** The sections of a statement in figures, one for each currency. */
final class StatementSections {

    private StatementSections() {}

    /** What is open. */
    static List<StatementView.Section> open(AgingReport aging, List<AgingItem> items) {
        return aging.items().stream()
                .map(line -> new StatementView.Section(
                        line.currency(),
                        Optional.empty(),
                        balance(line.buckets()),
                        line.buckets(),
                        items.stream()
                                .filter(item -> item.currency().equals(line.currency()))
                                .map(StatementSections::line)
                                .toList()))
                .toList();
    }

    /** What changed the balance. */
    static List<StatementView.Section> forward(
            AgingReport aging, Map<String, BigDecimal> opening, List<TransactionView> changes) {
        Set<String> currencies = new TreeSet<>(opening.keySet());
        aging.items().forEach(line -> currencies.add(line.currency()));
        changes.forEach(change -> currencies.add(change.currency()));
        return currencies.stream()
                .map(currency -> {
                    BigDecimal none = Amounts.scaled(BigDecimal.ZERO, currency);
                    Map<String, BigDecimal> buckets = aging.items().stream()
                            .filter(line -> line.currency().equals(currency))
                            .map(AgingLine::buckets)
                            .findFirst()
                            .orElseGet(() -> nothing(aging, none));
                    return new StatementView.Section(
                            currency,
                            Optional.of(opening.getOrDefault(currency, none)),
                            balance(buckets),
                            buckets,
                            changes.stream()
                                    .filter(change -> change.currency().equals(currency))
                                    .map(StatementSections::line)
                                    .toList());
                })
                .toList();
    }

    private static BigDecimal balance(Map<String, BigDecimal> buckets) {
        return buckets.getOrDefault(AgingBucket.TOTAL, BigDecimal.ZERO);
    }

    private static Map<String, BigDecimal> nothing(AgingReport aging, BigDecimal none) {
        Map<String, BigDecimal> buckets = new LinkedHashMap<>();
        aging.columns().forEach(column -> buckets.put(column, none));
        return buckets;
    }

    private static StatementView.Line line(AgingItem item) {
        boolean held = item.open().signum() < 0;
        return new StatementView.Line(
                item.id(),
                item.kind(),
                item.number(),
                item.issueDate(),
                held ? Optional.empty() : Optional.of(item.dueDate()),
                held ? item.amount().negate() : item.amount(),
                Optional.of(item.open()),
                Optional.empty());
    }

    private static StatementView.Line line(TransactionView change) {
        return new StatementView.Line(
                change.id(),
                change.kind().name(),
                change.number(),
                change.date(),
                Optional.empty(),
                change.amount(),
                Optional.empty(),
                Optional.of(change.balance()));
    }
}
