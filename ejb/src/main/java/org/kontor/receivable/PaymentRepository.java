package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.kontor.access.CustomerScope;
import org.kontor.database.DatabaseDefinition;
import org.kontor.settings.CustomFieldValues;
import org.kontor.shared.Sql;

/** Stores payments and reads them with what is left of them. */
@ApplicationScoped
class PaymentRepository {

    private static final String SELECT = """
            select p.id, m.moves + p.revisions, p.created_at, p.created_by, m.moved_at, o.customer_id, c.display_name, o.entity_id, o.amount,
                   o.currency, o.issue_date, p.source, p.method, p.reference, p.note, o.open_amount,
                   (select coalesce(sum(r.amount), 0) from refund r where r.item_id = p.id), o.voided_on is not null,
                   p.void_reason, p.custom_values::text
            from payment p
                join open_item o on o.id = p.id
                join customer c on c.id = o.customer_id
                cross join lateral (
                    select count(*) as moves, max(recorded_at) as moved_at from item_movement where item_id = p.id) m
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    void add(
            long id, PaymentSource source, PaymentMethod method, String reference, String note, Instant at, String by) {
        Sql.execute(
                dataSource,
                "insert into payment (id, created_at, created_by, source, method, reference, note) values (?, ?, ?, ?, ?, ?, ?)",
                Sql.of(id, at, by, source.name(), method.name(), reference, note));
    }

    void voided(long id, String reason) {
        Sql.execute(dataSource, "update payment set void_reason = ? where id = ?", Sql.of(reason, id));
    }

    /** Counts a change of what was noted beside the money. */
    void noted(long id) {
        Sql.execute(dataSource, "update payment set revisions = revisions + 1 where id = ?", Sql.of(id));
    }

    /** Payments by their ids that the caller sees. */
    List<PaymentView> find(Collection<Long> ids) {
        String scope = CustomerScope.condition();
        return Sql.many(
                dataSource,
                SELECT + " where p.id = any(?::bigint[])" + (scope.isEmpty() ? "" : " and " + scope) + " order by p.id",
                Sql.of((Object) ids.toArray(Long[]::new)),
                PaymentRepository::row);
    }

    /** Payments with ids below this one, the latest first. */
    List<PaymentView> list(HeldQuery query, long before, int limit) {
        StringBuilder sql = new StringBuilder(SELECT).append(" where p.id < ?");
        List<Object> values = new ArrayList<>(List.of(before));
        String scope = CustomerScope.condition();
        if (!scope.isEmpty()) {
            sql.append(" and ").append(scope);
        }
        query.customerId().ifPresent(id -> {
            sql.append(" and o.customer_id = ?");
            values.add(id);
        });
        if (query.unapplied()) {
            sql.append(" and o.open_amount > 0");
        }
        if (!query.reference().isEmpty()) {
            sql.append(" and p.reference collate \"C\" = ?");
            values.add(query.reference());
        }
        query.customFields().forEach((key, value) -> {
            sql.append(" and ").append(CustomFieldValues.holds("p.custom_values"));
            values.addAll(List.of(key, key, value));
        });
        sql.append(" order by p.id desc limit ?");
        values.add(limit);
        return Sql.many(dataSource, sql.toString(), Sql.of(values.toArray()), PaymentRepository::row);
    }

    private static PaymentView row(ResultSet row) throws SQLException {
        String currency = row.getString(10);
        return new PaymentView(
                row.getLong(1),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getString(4),
                Sql.instant(row, 5),
                row.getLong(6),
                row.getString(7),
                row.getLong(8),
                Amounts.scaled(row.getBigDecimal(9), currency),
                currency,
                row.getObject(11, LocalDate.class),
                PaymentSource.valueOf(row.getString(12)),
                PaymentMethod.valueOf(row.getString(13)),
                row.getString(14),
                row.getString(15),
                Amounts.scaled(row.getBigDecimal(16), currency),
                Amounts.scaled(row.getBigDecimal(17), currency),
                row.getBoolean(18),
                row.getString(19),
                CustomFieldValues.ofJson(row.getString(20)));
    }
}
