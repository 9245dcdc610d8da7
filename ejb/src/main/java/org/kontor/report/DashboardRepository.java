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
import org.kontor.access.CustomerScope;
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

    /** What is owed with one due date. */
    record Due(LocalDate day, long items, BigDecimal amount) {}

    /** Currencies in which something is open, the one with most items first. */
    List<String> currencies(Optional<Long> entityId) {
        Statement statement = new Statement().add("select i.currency from open_item i where i.open_amount > 0");
        narrow(statement, "i", entityId);
        statement.add(" group by i.currency order by count(*) desc, i.currency");
        return Sql.many(dataSource, statement.sql(), Sql.of(statement.parameters()), row -> row.getString(1));
    }

    /** What is owed by due date, the first one first. */
    List<Due> due(String currency, Optional<Long> entityId) {
        Statement statement = new Statement()
                .add(
                        "select i.due_date, count(*), sum(i.open_amount) from open_item i where i.open_amount > 0 and"
                                + " i.direction = 1 and i.currency = ?::bpchar",
                        currency);
        narrow(statement, "i", entityId);
        statement.add(" group by i.due_date order by i.due_date");
        return Sql.many(
                dataSource,
                statement.sql(),
                Sql.of(statement.parameters()),
                row -> new Due(row.getObject(1, LocalDate.class), row.getLong(2), row.getBigDecimal(3)));
    }

    /** Amount, and what is left now, of the invoices issued in a period and not voided. */
    BigDecimal[] invoiced(String currency, Days days, Optional<Long> entityId) {
        Statement statement = new Statement()
                .add(
                        "select coalesce(sum(i.amount), 0), coalesce(sum(i.open_amount), 0) from open_item i where"
                                + " i.kind = 'INVOICE' and i.voided_on is null and i.issue_date between ? and ? and"
                                + " i.currency = ?::bpchar",
                        days.from(),
                        days.to(),
                        currency);
        narrow(statement, "i", entityId);
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
                                + " as amount from item_movement i where i.direction = 1 and i.currency = ?::bpchar and"
                                + " i.effective_date <= ?",
                        (Object) days,
                        (Object) days,
                        currency,
                        points.get(points.size() - 1));
        narrow(statement, "i", entityId);
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
                                + " o.effective_date, sum(m.amount) as amount from posting o join item_movement m on"
                                + " m.posting_id = o.id where o.kind in ('INVOICE_ISSUED', 'INVOICE_VOIDED') and"
                                + " m.direction = 1 and m.currency = ?::bpchar and o.effective_date between ? and ?",
                        days,
                        currency,
                        points.get(0).minusDays(SALES_DAYS - 1L),
                        points.get(points.size() - 1));
        narrow(statement, "m", entityId);
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

    private static void narrow(Statement statement, String table, Optional<Long> entityId) {
        entityId.ifPresent(id -> statement.add(" and " + table + ".entity_id = ?", id));
        String scope = CustomerScope.condition();
        if (!scope.isEmpty()) {
            statement.add(" and " + table + ".customer_id in (select id from customer where " + scope + ")");
        }
    }
}
