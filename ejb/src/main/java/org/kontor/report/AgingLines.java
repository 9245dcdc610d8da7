package org.kontor.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kontor.access.CustomerScope;

/** The statement behind the lines of an aging report: one pass over the ledger, whatever a line is about. */
final class AgingLines {

    private final AgingQuery query;
    private final AgingSource source;
    private final List<AgingBucket> buckets;

    AgingLines(AgingQuery query, AgingSource source) {
        this.query = query;
        this.source = source;
        buckets = AgingBucket.between(query.bounds());
    }

    /** Lines by currency, in it the largest total first, beginning behind a line. Names are looked up for the lines that are given alone. */
    Statement statement(Optional<List<String>> after, Optional<Integer> limit) {
        Statement statement = new Statement();
        statement.add("with cell as (");
        switch (query.groupBy()) {
            case NONE -> cells(statement, "0::bigint");
            case ENTITY -> cells(statement, "r.entity_id");
            case CUSTOMER, TREE, OWNER -> cells(statement, "r.customer_id");
        }
        statement.add("), line as (select k.*, " + columns("k.b%d", " + ") + " as total from (");
        statement.add(
                switch (query.groupBy()) {
                    case NONE, ENTITY, CUSTOMER -> "select * from cell";
                    case TREE -> together("coalesce(c.parent_id, c.id)");
                    case OWNER -> together("coalesce(c.billing_owner_id, 0)");
                });
        statement.add(") k), page as (select * from line l where (" + columns("l.b%d <> 0", " or ") + ")");
        after.ifPresent(values -> statement.add(
                " and (l.currency, -l.total, l.key) > (?::bpchar, ?, ?)",
                values.get(0),
                new BigDecimal(values.get(1)).negate(),
                Long.parseLong(values.get(2))));
        statement.add(" order by l.currency, -l.total, l.key");
        limit.ifPresent(rows -> statement.add(" limit ?", rows));
        return statement.add(") select l.key, l.currency, " + columns("l.b%d", ", ") + ", l.total, "
                + columns("l.n%d", ", ") + ", " + named() + " order by l.currency, -l.total, l.key");
    }

    /** The sums by key and currency, the columns side by side, in one pass; the last column is what is unapplied. */
    private void cells(Statement statement, String key) {
        statement.add("select " + key + " as key, r.currency");
        for (int b = 0; b <= buckets.size(); b++) {
            String within = b == buckets.size()
                    ? "r.direction = -1"
                    : "r.direction = 1 and " + buckets.get(b).condition("r.day", source.asOf());
            statement.add(", coalesce(sum(r.amount) filter (where " + within + "), 0) as b" + b);
            statement.add(
                    query.groupBy() == AgingGroup.NONE
                            ? ", count(*) filter (where " + within + ") as n" + b
                            : ", 0::bigint as n" + b);
        }
        statement.add(" from (");
        source.add(statement, query, query.groupBy() == AgingGroup.NONE);
        statement.add(") r group by 1, 2");
    }

    /** The sums of customers who belong together. */
    private String together(String key) {
        return "select " + key + " as key, cell.currency, " + columns("sum(cell.b%1$d) as b%1$d", ", ") + ", "
                + columns("sum(cell.n%1$d)::bigint as n%1$d", ", ")
                + " from cell join customer c on c.id = cell.key group by 1, 2";
    }

    private String columns(String pattern, String separator) {
        return IntStream.rangeClosed(0, buckets.size())
                .mapToObj(n -> String.format(pattern, n))
                .collect(Collectors.joining(separator));
    }

    private String named() {
        return switch (query.groupBy()) {
            case NONE -> "'', '' from page l";
            case ENTITY -> "e.name, '' from page l join company_entity e on e.id = l.key";
            case CUSTOMER -> "c.display_name, c.account_number from page l join customer c on c.id = l.key";
            case OWNER -> "coalesce(u.login, ''), '' from page l left join app_user u on u.id = l.key";
            case TREE -> {
                String scope = CustomerScope.condition();
                yield "coalesce(c.display_name, ''), coalesce(c.account_number, '') from page l left join (select id,"
                        + " display_name, account_number from customer" + (scope.isEmpty() ? "" : " where " + scope)
                        + ") c on c.id = l.key";
            }
        };
    }

    /** The line in a row. */
    AgingLine read(ResultSet row) throws SQLException {
        String currency = row.getString(2);
        int width = buckets.size() + 1;
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        Map<String, Long> items = new LinkedHashMap<>();
        for (int i = 0; i < width; i++) {
            String key = i < buckets.size() ? buckets.get(i).key() : AgingBucket.UNAPPLIED;
            amounts.put(key, CurrencyDigits.of(row.getBigDecimal(3 + i), currency));
            items.put(key, row.getLong(4 + width + i));
        }
        amounts.put(AgingBucket.TOTAL, CurrencyDigits.of(row.getBigDecimal(3 + width), currency));
        long key = row.getLong(1);
        return new AgingLine(
                key == 0 ? Optional.empty() : Optional.of(key),
                row.getString(4 + 2 * width),
                row.getString(5 + 2 * width),
                currency,
                amounts,
                query.groupBy() == AgingGroup.NONE ? items : Map.of());
    }
}
