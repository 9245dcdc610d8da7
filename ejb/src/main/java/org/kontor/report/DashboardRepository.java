package org.kontor.report;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.report.ReportPeriod.Days;
import org.kontor.shared.Sql;

/** What the dashboard shows, each part by one statement. */
@ApplicationScoped
class DashboardRepository {

    /** How many days of sales a point of the DSO trend rests on. */
    static final int SALES_DAYS = 90;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * What is open with one due date.
     *
     * @param direction 1 is owed, -1 is held for customers
     * @param items how many items
     * @param amount what is left of them, without sign
     */
    record Due(String currency, int direction, LocalDate day, long items, BigDecimal amount) {}

    /** What is open as of a day, by due date, the first one first. What was posted with a later date does not count. */
    List<Due> due(LocalDate asOf, Optional<Long> entityId) {
        Statement statement =
                new Statement().add("select currency, direction, due_date, sum(items), sum(amount) from (");
        LedgerSums.openItems(statement, entityId);
        statement.add(" union all ");
        LedgerSums.takenOff(
                statement, "i.currency, i.direction, i.due_date", "-f.amount * i.direction", asOf, entityId);
        statement.add(") s group by 1, 2, 3 having sum(items) <> 0 order by 3, 1, 2");
        return Sql.many(
                dataSource,
                statement.sql(),
                Sql.of(statement.parameters()),
                row -> new Due(
                        row.getString(1),
                        row.getInt(2),
                        row.getObject(3, LocalDate.class),
                        row.getLong(4),
                        row.getBigDecimal(5)));
    }

    /** Customers with the largest balance as of a day, the largest first. What was posted with a later date does not count. */
    List<Long> largest(String currency, LocalDate asOf, Optional<Long> entityId, int limit) {
        Statement statement = new Statement();
        LedgerSums.largest(statement, currency, asOf, entityId, limit);
        return Sql.many(dataSource, statement.sql(), Sql.of(statement.parameters()), row -> row.getLong(1));
    }

    /** Amount, and what is left now, of the invoices issued in a period and not voided. */
    BigDecimal[] invoiced(String currency, Days days, Optional<Long> entityId) {
        Statement statement =
                new Statement().add("select coalesce(sum(i.amount), 0), coalesce(sum(i.open_amount), 0) from ");
        LedgerSums.issued(statement, days, entityId);
        statement.add(" i where i.currency = ?::bpchar", currency);
        return Sql.one(dataSource, statement.sql(), Sql.of(statement.parameters()), row ->
                        new BigDecimal[] {row.getBigDecimal(1), row.getBigDecimal(2)})
                .orElseThrow();
    }

    /** What was owed by age at the end of each of the days, growing: one pass over the movements for all of them. */
    List<TrendPoint> trend(String currency, List<LocalDate> points, Optional<Long> entityId) {
        List<AgingBucket> buckets = AgingBucket.between(AgingQuery.USUAL_BOUNDS);
        StringBuilder bucket = new StringBuilder("case");
        for (int b = 0; b < buckets.size() - 1; b++) {
            bucket.append(" when o.due_date >= p.day - ")
                    .append(buckets.get(b).to())
                    .append(" then ")
                    .append(b);
        }
        bucket.append(" else ").append(buckets.size() - 1).append(" end");
        String[] days = points.stream().map(LocalDate::toString).toArray(String[]::new);
        Statement statement = new Statement()
                .add(
                        "with point as (select n, day from unnest(?::date[]) with ordinality as u (day, n)), owed as"
                                + " (select (select count(*) from unnest(?::date[]) d where d < e.effective_date) as"
                                + " passed, e.due_date, e.amount from (select i.effective_date, i.due_date, sum(i.amount)"
                                + " as amount from ",
                        (Object) days,
                        (Object) days);
        LedgerSums.movements(statement, entityId);
        statement.add(
                " i where i.direction = 1 and i.currency = ?::bpchar and i.effective_date <= ?",
                currency,
                points.get(points.size() - 1));
        statement.add(" group by 1, 2) e) select p.n, " + bucket
                + ", sum(o.amount) from owed o join point p on o.passed < p.n" + " group by 1, 2");
        List<Map<String, BigDecimal>> sums = new ArrayList<>();
        for (int n = 0; n < points.size(); n++) {
            Map<String, BigDecimal> zero = new LinkedHashMap<>();
            buckets.forEach(b -> zero.put(b.key(), CurrencyDigits.of(BigDecimal.ZERO, currency)));
            sums.add(zero);
        }
        Sql.many(
                dataSource,
                statement.sql(),
                Sql.of(statement.parameters()),
                row -> sums.get(row.getInt(1) - 1)
                        .put(buckets.get(row.getInt(2)).key(), CurrencyDigits.of(row.getBigDecimal(3), currency)));
        Map<Integer, BigDecimal> sales = sales(currency, points, days, entityId);
        List<TrendPoint> trend = new ArrayList<>();
        for (int n = 0; n < points.size(); n++) {
            BigDecimal owed = sums.get(n).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            trend.add(new TrendPoint(
                    points.get(n),
                    sums.get(n),
                    owed.subtract(sums.get(n).getOrDefault(buckets.get(0).key(), BigDecimal.ZERO)),
                    Formulas.dso(owed, sales.getOrDefault(n + 1, BigDecimal.ZERO), SALES_DAYS)));
        }
        return trend;
    }

    private Map<Integer, BigDecimal> sales(
            String currency, List<LocalDate> points, String[] days, Optional<Long> entityId) {
        Statement statement = new Statement()
                .add(
                        "select p.n, sum(s.amount) from unnest(?::date[]) with ordinality as p (day, n) join (select"
                                + " m.effective_date, sum(m.amount) as amount from ",
                        (Object) days);
        LedgerSums.movements(statement, entityId);
        statement.add(
                " m where m.sale and m.direction = 1 and m.currency = ?::bpchar and m.effective_date between ? and ?",
                currency,
                points.get(0).minusDays(SALES_DAYS - 1L),
                points.get(points.size() - 1));
        statement.add(
                " group by 1) s on s.effective_date between p.day - " + (SALES_DAYS - 1) + " and p.day group by 1");
        Map<Integer, BigDecimal> sales = new LinkedHashMap<>();
        Sql.many(
                dataSource,
                statement.sql(),
                Sql.of(statement.parameters()),
                row -> sales.put(row.getInt(1), row.getBigDecimal(2)));
        return sales;
    }
}
