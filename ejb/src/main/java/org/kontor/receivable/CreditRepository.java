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
import org.kontor.shared.Sql;

/** Stores credits and opening balances and reads them with what is left of them. */
@ApplicationScoped
class CreditRepository {

    private static final String SELECT = """
            select k.id, m.moves, k.created_at, k.created_by, m.moved_at, o.kind, o.direction, o.customer_id, c.display_name,
                   o.entity_id, o.number, o.amount, o.currency, o.issue_date, o.due_date, k.description, o.open_amount,
                   o.voided_on is not null, k.void_reason
            from credit k
                join open_item o on o.id = k.id
                join customer c on c.id = o.customer_id
                cross join lateral (
                    select count(*) as moves, max(recorded_at) as moved_at from item_movement where item_id = k.id) m
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    void add(long id, String description, Instant at, String by) {
        Sql.execute(
                dataSource,
                "insert into credit (id, created_at, created_by, description) values (?, ?, ?, ?)",
                Sql.of(id, at, by, description));
    }

    void voided(long id, String reason) {
        Sql.execute(dataSource, "update credit set void_reason = ? where id = ?", Sql.of(reason, id));
    }

    /** Those of a kind by their ids that the caller sees. */
    List<CreditView> find(ItemKind kind, Collection<Long> ids) {
        String scope = CustomerScope.condition();
        return Sql.many(
                dataSource,
                SELECT + " where o.kind = ? and k.id = any(?::bigint[])" + (scope.isEmpty() ? "" : " and " + scope)
                        + " order by k.id",
                Sql.of(kind.name(), ids.toArray(Long[]::new)),
                CreditRepository::row);
    }

    /** Those of a kind with ids below this one, the latest first. */
    List<CreditView> list(ItemKind kind, HeldQuery query, long before, int limit) {
        StringBuilder sql = new StringBuilder(SELECT).append(" where o.kind = ? and k.id < ?");
        List<Object> values = new ArrayList<>(List.of(kind.name(), before));
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
        sql.append(" order by k.id desc limit ?");
        values.add(limit);
        return Sql.many(dataSource, sql.toString(), Sql.of(values.toArray()), CreditRepository::row);
    }

    private static CreditView row(ResultSet row) throws SQLException {
        String currency = row.getString(13);
        return new CreditView(
                row.getLong(1),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getString(4),
                Sql.instant(row, 5),
                ItemKind.valueOf(row.getString(6)),
                row.getInt(7) > 0,
                row.getLong(8),
                row.getString(9),
                row.getLong(10),
                row.getString(11),
                Amounts.scaled(row.getBigDecimal(12), currency),
                currency,
                row.getObject(14, LocalDate.class),
                row.getObject(15, LocalDate.class),
                row.getString(16),
                Amounts.scaled(row.getBigDecimal(17), currency),
                row.getBoolean(18),
                row.getString(19));
    }
}
