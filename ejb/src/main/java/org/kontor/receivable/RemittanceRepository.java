package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.access.CustomerScope;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Remittance advices and their rows, each written once. */
@ApplicationScoped
class RemittanceRepository {

    private static final String NUMBERED = """
            select i.id from open_item i
            where i.direction = 1 and i.entity_id = ? and upper(i.number) = any(?::text[])
                and i.customer_id in (select id from customer where ? in (id, parent_id))
            """;

    private static final String LINES = """
            insert into remittance_line (payment_id, position, row_number, number, stated, outcome, item_id, open_amount, applied)
            select ?, x.n, x.row_number, x.number, x.stated, x.outcome, x.item_id, x.open_amount, x.applied
            from unnest(?::bigint[], ?::text[], ?::numeric[], ?::text[], ?::bigint[], ?::numeric[], ?::numeric[])
                with ordinality as x (row_number, number, stated, outcome, item_id, open_amount, applied, n)
            """;

    private static final String VIEW = """
            select r.payment_id, i.customer_id, c.display_name, i.currency, i.amount, r.stated, r.applied, i.issue_date, i.number,
                   r.file_name, p.created_at, p.created_by, i.voided_on is not null
            from remittance r join open_item i on i.id = r.payment_id join payment p on p.id = r.payment_id
                join customer c on c.id = i.customer_id
            where true
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** Ids of what the customers of a tree owe or owed under one of these numbers, in capital letters. */
    List<Long> numbered(long treeId, long entityId, List<String> numbers) {
        String scope = CustomerScope.condition();
        return Sql.many(
                dataSource,
                NUMBERED
                        + (scope.isEmpty()
                                ? ""
                                : " and i.customer_id in (select id from customer where " + scope + ")"),
                Sql.of(entityId, numbers.toArray(String[]::new), treeId),
                row -> row.getLong(1));
    }

    /** The payment that stands and was recorded from the same advice. */
    Optional<Long> recorded(String contentHash) {
        return Sql.one(
                dataSource,
                "select r.payment_id from remittance r join open_item i on i.id = r.payment_id"
                        + " where r.content_hash = ? and i.voided_on is null limit 1",
                Sql.of(contentHash),
                row -> row.getLong(1));
    }

    void add(
            long paymentId,
            String contentHash,
            String fileName,
            BigDecimal stated,
            BigDecimal applied,
            List<RemittanceMatch> lines) {
        Sql.execute(
                dataSource,
                "insert into remittance (payment_id, content_hash, file_name, stated, applied) values (?, ?, ?, ?, ?)",
                Sql.of(paymentId, contentHash, fileName, stated, applied));
        Sql.execute(
                dataSource,
                LINES,
                Sql.of(
                        paymentId,
                        lines.stream().map(RemittanceMatch::row).toArray(Long[]::new),
                        lines.stream().map(RemittanceMatch::number).toArray(String[]::new),
                        lines.stream().map(line -> line.stated().orElse(null)).toArray(BigDecimal[]::new),
                        lines.stream().map(line -> line.outcome().name()).toArray(String[]::new),
                        lines.stream().map(line -> line.itemId().orElse(null)).toArray(Long[]::new),
                        lines.stream().map(RemittanceMatch::open).toArray(BigDecimal[]::new),
                        lines.stream().map(RemittanceMatch::applied).toArray(BigDecimal[]::new)));
    }

    /** One with its rows, as far as the caller sees the payment. */
    Optional<RemittanceView> find(long paymentId) {
        return Sql.one(
                dataSource,
                VIEW + " and r.payment_id = ?" + scoped(),
                Sql.of(paymentId),
                row -> view(row, lines(paymentId)));
    }

    /** The latest first, without rows. */
    List<RemittanceView> list(Optional<Long> customerId, long before, int limit) {
        return Sql.many(
                dataSource,
                VIEW + " and (?::bigint is null or i.customer_id = ?) and r.payment_id < ?" + scoped()
                        + " order by r.payment_id desc limit ?",
                Sql.of(customerId.orElse(null), customerId.orElse(null), before, limit),
                row -> view(row, List.of()));
    }

    private static String scoped() {
        String scope = CustomerScope.condition();
        return scope.isEmpty() ? "" : " and i.customer_id in (select id from customer where " + scope + ")";
    }

    private List<RemittanceMatch> lines(long paymentId) {
        return Sql.many(
                dataSource,
                "select l.row_number, l.number, l.stated, l.outcome, l.item_id, i.customer_id, coalesce(c.display_name, ''),"
                        + " l.open_amount, l.applied, p.currency from remittance_line l join open_item p on p.id = l.payment_id"
                        + " left join open_item i on i.id = l.item_id left join customer c on c.id = i.customer_id"
                        + " where l.payment_id = ? order by l.position",
                Sql.of(paymentId),
                RemittanceRepository::line);
    }

    private static RemittanceMatch line(ResultSet row) throws SQLException {
        String currency = row.getString(10);
        return new RemittanceMatch(
                row.getLong(1),
                row.getString(2),
                Optional.ofNullable(row.getBigDecimal(3)).map(stated -> Amounts.scaled(stated, currency)),
                RemittanceOutcome.valueOf(row.getString(4)),
                Optional.ofNullable(row.getObject(5, Long.class)),
                Optional.ofNullable(row.getObject(6, Long.class)),
                row.getString(7),
                Amounts.scaled(row.getBigDecimal(8), currency),
                Amounts.scaled(row.getBigDecimal(9), currency));
    }

    private static RemittanceView view(ResultSet row, List<RemittanceMatch> lines) throws SQLException {
        String currency = row.getString(4);
        BigDecimal amount = Amounts.scaled(row.getBigDecimal(5), currency);
        BigDecimal applied = Amounts.scaled(row.getBigDecimal(7), currency);
        return new RemittanceView(
                Optional.of(row.getLong(1)),
                row.getLong(2),
                row.getString(3),
                currency,
                amount,
                Amounts.scaled(row.getBigDecimal(6), currency),
                applied,
                amount.subtract(applied),
                row.getObject(8, LocalDate.class),
                row.getString(9),
                row.getString(10),
                row.getTimestamp(11).toInstant(),
                row.getString(12),
                row.getBoolean(13),
                lines);
    }
}
