package org.kontor.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The statement behind the items of an aging report, the oldest first. */
final class AgingItems {

    private final AgingQuery query;
    private final AgingSource source;
    private final List<AgingBucket> buckets;

    AgingItems(AgingQuery query, AgingSource source) {
        this.query = query;
        this.source = source;
        buckets = AgingBucket.between(query.bounds());
    }

    /** Whether there is a column with this key. */
    boolean knows(String bucket) {
        return bucket.isEmpty()
                || bucket.equals(AgingBucket.PAST_DUE)
                || bucket.equals(AgingBucket.OWED)
                || bucket.equals(AgingBucket.UNAPPLIED)
                || buckets.stream().anyMatch(b -> b.key().equals(bucket));
    }

    /** Items of a column, or of all when it is empty, beginning behind an item. */
    Statement statement(String bucket, Optional<List<String>> after, Optional<Integer> limit) {
        Statement statement = new Statement();
        statement.add(
                "select i.id, i.kind, i.number, c.id, c.display_name, i.currency, i.issue_date, i.due_date, i.amount,"
                        + " r.amount, r.day, i.direction from (");
        source.add(statement, query, true);
        statement.add(") r join open_item i on i.id = r.item_id join customer c on c.id = r.customer_id where true");
        if (!bucket.isEmpty()) {
            statement.add(" and " + condition(bucket));
        }
        after.ifPresent(values -> statement.add(
                " and (r.day, r.item_id) > (?, ?)", LocalDate.parse(values.get(0)), Long.parseLong(values.get(1))));
        statement.add(" order by r.day, r.item_id");
        limit.ifPresent(rows -> statement.add(" limit ?", rows));
        return statement;
    }

    /** How many items of a column there are, and what they come to, by currency. */
    Statement sums(String bucket) {
        Statement statement = new Statement();
        statement.add("select r.currency, count(*), sum(r.amount) from (");
        source.add(statement, query, true);
        statement.add(") r where true");
        if (!bucket.isEmpty()) {
            statement.add(" and " + condition(bucket));
        }
        return statement.add(" group by r.currency order by r.currency");
    }

    private String condition(String bucket) {
        return switch (bucket) {
            case AgingBucket.UNAPPLIED -> "r.direction = -1";
            case AgingBucket.OWED -> "r.direction = 1";
            case AgingBucket.PAST_DUE -> "r.direction = 1 and r.day < date '" + source.asOf() + "'";
            default ->
                "r.direction = 1 and "
                        + buckets.stream()
                                .filter(b -> b.key().equals(bucket))
                                .findFirst()
                                .orElseThrow()
                                .condition("r.day", source.asOf());
        };
    }

    /** The item in a row. */
    AgingItem read(ResultSet row) throws SQLException {
        String currency = row.getString(6);
        long age = ChronoUnit.DAYS.between(row.getObject(11, LocalDate.class), source.asOf());
        return new AgingItem(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                currency,
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class),
                age,
                row.getInt(12) == -1 ? AgingBucket.UNAPPLIED : bucket(age),
                CurrencyDigits.of(row.getBigDecimal(9), currency),
                CurrencyDigits.of(row.getBigDecimal(10), currency));
    }

    private String bucket(long age) {
        return buckets.stream()
                .filter(b -> age <= b.to())
                .findFirst()
                .orElseThrow()
                .key();
    }

    /** The day by which a list of these is ordered. */
    LocalDate day(AgingItem item) {
        return query.basis() == AgingBasis.DUE_DATE ? item.dueDate() : item.issueDate();
    }
}
