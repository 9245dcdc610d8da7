package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.kontor.access.AccessLog;
import org.kontor.access.CallerContext;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerGate;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Sql;

/**
 * The locks of the ledger. Whatever is posted for customers holds the locks of all of them, taken in the order of their ids: so two
 * clerks wait for each other instead of failing, and what one reads under the lock stays so until they commit.
 */
@ApplicationScoped
class Debtors {

    private static final String ENTITY = """
                   e.id, e.name, e.default_country, e.time_zone, s.locked_through, coalesce(s.terms_days, 30),
                   coalesce(s.notes, ''), coalesce(s.tax_rounding, 'LINE'), coalesce(s.prices_include_tax, false),
                   coalesce(s.allocation, 'OLDEST_DUE_FIRST'),
                   not exists (select 1 from number_range r where r.entity_id = e.id and not r.gap_free)
            """;

    private static final String FACTS = """
            select c.id, coalesce(c.parent_id, c.id), c.display_name, c.account_number, c.currency, c.address_line1,
                   c.address_line2, c.address_city, c.address_state, c.address_postal_code, c.address_country,
            """ + ENTITY + """
            from customer c
                join company_entity e on e.id = c.entity_id
                left join receivable_setting s on s.entity_id = e.id
            where c.id = any(?::bigint[])
            order by c.id
            """;

    private static final String NEWCOMER = "select 0, 0, '', '', e.currency, '', '', '', '', '', ''," + ENTITY
            + " from company_entity e left join receivable_setting s on s.entity_id = e.id where e.id = ?";

    /** First key of the advisory locks that stand between posting and a change of the locked period. */
    static final int PERIOD = 70;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    CustomerScope scope;

    @Inject
    AccessLog log;

    /**
     * Locks customers, in the order of their ids.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for one that is not there for the caller
     */
    Map<Long, Debtor> lock(Collection<Long> customerIds) {
        return read(new TreeSet<>(customerIds), FACTS + " for no key update of c");
    }

    /** As {@link #lock} for one customer. */
    Debtor lock(long customerId) {
        return lock(Set.of(customerId)).values().iterator().next();
    }

    /** The facts of a customer, who is not locked. */
    Debtor facts(long customerId) {
        return read(Set.of(customerId), FACTS).values().iterator().next();
    }

    /** What holds for whoever becomes a customer of a company entity. */
    Debtor newcomer(long entityId) {
        return Sql.one(dataSource, NEWCOMER, Sql.of(entityId), Debtors::row).orElseThrow();
    }

    private Map<Long, Debtor> read(Set<Long> customerIds, String sql) {
        Set<Long> visible = scope.visible(customerIds);
        Map<Long, Debtor> debtors = new LinkedHashMap<>();
        for (Debtor each : Sql.many(dataSource, sql, Sql.of((Object) customerIds.toArray(Long[]::new)), Debtors::row)) {
            debtors.put(each.id(), each);
        }
        for (long id : customerIds) {
            if (!debtors.containsKey(id) || !visible.contains(id)) {
                throw CustomerGate.absent(id);
            }
        }
        return debtors;
    }

    /**
     * Holds the period open for this transaction.
     *
     * @param field names the date for the caller
     * @throws AppException {@link ErrorKind#INVALID} when the day is in a locked period and the caller may not post there
     */
    void requireOpenPeriod(Debtor debtor, LocalDate effective, String field) {
        Optional<LocalDate> locked = Sql.many(
                        dataSource,
                        "select period_locked_through(?, ?)",
                        Sql.of(PERIOD, debtor.entityId()),
                        row -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .get(0);
        if (locked.isEmpty() || effective.isAfter(locked.get())) {
            return;
        }
        if (!CallerContext.current().may(Permission.POST_LOCKED_PERIOD.wireName())) {
            throw AppException.invalid(
                    field,
                    "PERIOD_LOCKED",
                    "Choose a day after " + locked.get() + ", or ask somebody who may post in a locked period.");
        }
        log.write("locked-period.posted", "customer " + debtor.id() + " on " + effective);
    }

    private static Debtor row(ResultSet row) throws SQLException {
        return new Debtor(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                new Address(
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11)),
                row.getLong(12),
                row.getString(13),
                row.getString(14),
                ZoneId.of(row.getString(15)),
                Optional.ofNullable(row.getObject(16, LocalDate.class)),
                row.getInt(17),
                row.getString(18),
                TaxRounding.valueOf(row.getString(19)),
                row.getBoolean(20),
                AllocationPolicy.valueOf(row.getString(21)),
                row.getBoolean(22));
    }

    /** The refusal when what an operation concerns changed hands between reading and locking. */
    static AppException changedMeanwhile() {
        return new AppException(
                ErrorKind.CONFLICT,
                "CHANGED_MEANWHILE",
                "Try again: somebody else changed what this concerns at the same time.");
    }

    /** Ids as a parameter. */
    static Long[] array(List<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
