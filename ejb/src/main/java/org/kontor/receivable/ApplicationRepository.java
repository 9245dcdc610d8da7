package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.access.CustomerScope;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Reads applications with what they link. */
@ApplicationScoped
class ApplicationRepository {

    private static final String SELECT = """
            select a.id, a.credit_item_id, k.kind, k.number, a.debit_item_id, d.kind, d.number, k.customer_id, a.amount,
                   k.currency, a.effective_date, a.recorded_at, a.recorded_by, a.rule, a.reason, a.reverses, r.id,
                   coalesce(r.recorded_at, a.recorded_at)
            from application a
                join open_item k on k.id = a.credit_item_id
                join open_item d on d.id = a.debit_item_id
                join customer c on c.id = k.customer_id
                left join application r on r.reverses = a.id
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    List<ApplicationView> find(Collection<Long> ids) {
        return Sql.many(
                dataSource,
                SELECT + " where a.id = any(?::bigint[])" + scoped() + " order by a.id",
                Sql.of((Object) ids.toArray(Long[]::new)),
                ApplicationRepository::row);
    }

    /** The latest first; of an item when one is given. */
    List<ApplicationView> list(Optional<Long> itemId, long before, int limit) {
        return Sql.many(
                dataSource,
                SELECT + " where a.id < ?"
                        + (itemId.isPresent() ? " and (a.credit_item_id = ? or a.debit_item_id = ?)" : "")
                        + scoped() + " order by a.id desc limit ?",
                itemId.isPresent() ? Sql.of(before, itemId.get(), itemId.get(), limit) : Sql.of(before, limit),
                ApplicationRepository::row);
    }

    /** What was made of a payment or credit, in the order in which it was made. */
    List<ApplicationView> made(long creditItemId) {
        return Sql.many(
                dataSource,
                SELECT + " where a.credit_item_id = ? order by a.id",
                Sql.of(creditItemId),
                ApplicationRepository::row);
    }

    private static String scoped() {
        String scope = CustomerScope.condition();
        return scope.isEmpty() ? "" : " and " + scope;
    }

    private static ApplicationView row(ResultSet row) throws SQLException {
        String currency = row.getString(10);
        return new ApplicationView(
                row.getLong(1),
                row.getObject(17) == null ? 1 : 2,
                Sql.instant(row, 12),
                row.getString(13),
                Sql.instant(row, 18),
                row.getLong(2),
                ItemKind.valueOf(row.getString(3)),
                row.getString(4),
                row.getLong(5),
                ItemKind.valueOf(row.getString(6)),
                row.getString(7),
                row.getLong(8),
                Amounts.scaled(row.getBigDecimal(9), currency),
                currency,
                row.getObject(11, LocalDate.class),
                ApplicationRule.valueOf(row.getString(14)),
                row.getString(15),
                Optional.ofNullable(row.getObject(16, Long.class)),
                Optional.ofNullable(row.getObject(17, Long.class)));
    }
}
