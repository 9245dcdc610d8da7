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

    /** Lines by currency, in it the largest total first, beginning behind a line. */
    Statement statement(Optional<List<String>> after, Optional<Integer> limit) {
        Statement statement = new Statement();
        statement.add("with cell as (");
        switch (query.groupBy()) {
            case NONE -> cells(statement, "0::bigint");
            case ENTITY -> cells(statement, "r.entity_id");
            case CUSTOMER, TREE, OWNER -> cells(statement, "r.customer_id");
        }
        statement.add("), line as (select ");
        statement.add(
                switch (query.groupBy()) {
                    case NONE, ENTITY, CUSTOMER -> across("cell.key", "cell");
                    case TREE -> across("coalesce(c.parent_id, c.id)", "cell join customer c on c.id = cell.key");
                    case OWNER -> across("coalesce(c.billing_owner_id, 0)", "cell join customer c on c.id = cell.key");
                });
        statement.add(") select l.key, l.currency, " + columns("l.b%d", ", ") + ", l.total, " + columns("l.n%d", ", ")
                + ", " + named() + " where (" + columns("l.b%d <> 0", " or ") + ")");
        after.ifPresent(values -> statement.add(
                " and (l.currency, -l.total, l.key) > (?::bpchar, ?, ?)",
                values.get(0),
                new BigDecimal(values.get(1)).negate(),
                Long.parseLong(values.get(2))));
        statement.add(" order by l.currency, -l.total, l.key");
        limit.ifPresent(rows -> statement.add(" limit ?", rows));
        return statement;
    }

    /** The sums by key, currency and column, in one pass; that of the last column is what is unapplied. */
    private void cells(Statement statement, String key) {
        statement.add("select " + key + " as key, r.currency, case when r.direction = -1 then " + buckets.size());
        for (int b = 0; b < buckets.size(); b++) {
            statement.add(" when " + buckets.get(b).condition("r.day", source.asOf()) + " then " + b);
        }
        statement.add(" end as b, sum(r.amount) as amount, count(*) as items from (");
        source.add(statement, query, query.groupBy() == AgingGroup.NONE);
        statement.add(") r group by 1, 2, 3");
    }

    /** The sums of a key side by side. */
    private String across(String key, String from) {
        return key + " as key, cell.currency, "
                + columns("coalesce(sum(cell.amount) filter (where cell.b = %1$d), 0) as b%1$d", ", ") + ", "
                + columns("coalesce(sum(cell.items) filter (where cell.b = %1$d), 0) as n%1$d", ", ")
                + ", sum(cell.amount) as total from " + from + " group by 1, 2";
    }

    private String columns(String pattern, String separator) {
        return IntStream.rangeClosed(0, buckets.size())
                .mapToObj(n -> String.format(pattern, n))
                .collect(Collectors.joining(separator));
    }

    private String named() {
        return switch (query.groupBy()) {
            case NONE -> "'', '' from line l";
            case ENTITY -> "e.name, '' from line l join company_entity e on e.id = l.key";
            case CUSTOMER -> "c.display_name, c.account_number from line l join customer c on c.id = l.key";
            case OWNER -> "coalesce(u.login, ''), '' from line l left join app_user u on u.id = l.key";
            case TREE -> {
                String scope = CustomerScope.condition();
                yield "coalesce(c.display_name, ''), coalesce(c.account_number, '') from line l left join (select id,"
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
