package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.receivable.Allocation.Link;
import org.kontor.shared.Sql;

/** Links money to what it settles and takes links back: each in a few statements, however many there are. */
@ApplicationScoped
class ApplicationWriter {

    private static final String APPLY = """
            insert into application (posting_id, credit_item_id, debit_item_id, amount, effective_date, recorded_at,
                recorded_by, rule, reason)
            select ?, ?, x.debit, x.amount, ?, ?, ?, ?, '' from unnest(?::bigint[], ?::numeric[]) x(debit, amount)
            returning id
            """;

    private static final String REVERSE = """
            insert into application (posting_id, credit_item_id, debit_item_id, amount, effective_date, recorded_at,
                recorded_by, rule, reason, reverses)
            select ?, credit_item_id, debit_item_id, amount, ?, ?, ?, ?, ?, id from application where id = any(?::bigint[])
            """;

    private static final String ADJUST = """
            insert into adjustment (item_id, application_id, amount, effective_date, recorded_at, recorded_by, reason)
            select o.id, (select max(a.id) from application a where a.debit_item_id = o.id and a.reverses is not null),
                   o.open_amount, ?, ?, ?, ?
            from open_item o where o.id = any(?::bigint[]) and o.open_amount > 0
            """;

    /** Applications that stand, with both items; the parameter is the id of either item or of the application. */
    private static final String STANDING = """
            select a.id, a.credit_item_id, a.debit_item_id, a.amount, a.effective_date, c.customer_id, d.customer_id
            from application a
                join open_item c on c.id = a.credit_item_id
                join open_item d on d.id = a.debit_item_id
            where a.reverses is null and not exists (select 1 from application r where r.reverses = a.id)
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    LedgerWriter ledger;

    /**
     * An application that was not taken back.
     *
     * @param id its id
     * @param creditId where the money comes from
     * @param debitId what it settles
     * @param amount how much
     * @param effective from which day on
     * @param creditCustomer whose money it is
     * @param debitCustomer whose debt it is
     */
    record Standing(
            long id,
            long creditId,
            long debitId,
            BigDecimal amount,
            LocalDate effective,
            long creditCustomer,
            long debitCustomer) {}

    /**
     * Applies money of one payment or credit.
     *
     * @return ids of the applications, in the order of the links
     */
    List<Long> apply(OpenItem credit, List<Link> links, ApplicationRule rule, LocalDate effective) {
        Map<Long, BigDecimal> movements = new TreeMap<>();
        for (Link link : links) {
            movements.merge(link.debitId(), link.amount().negate(), BigDecimal::add);
            movements.merge(credit.id(), link.amount(), BigDecimal::add);
        }
        long posting = ledger.move(PostingKind.APPLIED, credit.id(), credit, effective, movements, Map.of());
        return Sql.many(
                dataSource,
                APPLY,
                Sql.of(
                        posting,
                        credit.id(),
                        effective,
                        ledger.now(),
                        CallerContext.current().login(),
                        rule.name(),
                        links.stream().map(Link::debitId).toArray(Long[]::new),
                        links.stream().map(Link::amount).toArray(BigDecimal[]::new)),
                row -> row.getLong(1));
    }

    /**
     * Takes applications back by counter-entries.
     *
     * @param documentId what makes it necessary
     * @param like an item of theirs
     */
    void reverse(
            long documentId,
            OpenItem like,
            List<Standing> applications,
            ApplicationRule rule,
            String reason,
            LocalDate effective) {
        Map<Long, BigDecimal> movements = new TreeMap<>();
        for (Standing each : applications) {
            movements.merge(each.debitId(), each.amount(), BigDecimal::add);
            movements.merge(each.creditId(), each.amount().negate(), BigDecimal::add);
        }
        long posting = ledger.move(PostingKind.APPLICATION_REVERSED, documentId, like, effective, movements, Map.of());
        Long[] ids = applications.stream().map(Standing::id).toArray(Long[]::new);
        Sql.execute(
                dataSource,
                REVERSE,
                Sql.of(posting, effective, ledger.now(), CallerContext.current().login(), rule.name(), reason, ids));
    }

    /** Notes an adjustment for each of these items that has something left again. */
    void adjust(Collection<Long> items, String reason, LocalDate effective) {
        Sql.execute(
                dataSource,
                ADJUST,
                Sql.of(effective, ledger.now(), CallerContext.current().login(), reason, items.toArray(Long[]::new)));
    }

    /** What stands of an item, the latest first. */
    List<Standing> standing(long itemId) {
        return Sql.many(
                dataSource,
                STANDING + " and (a.credit_item_id = ? or a.debit_item_id = ?) order by a.id desc",
                Sql.of(itemId, itemId),
                ApplicationWriter::row);
    }

    /** The application when it stands. */
    Optional<Standing> find(long id) {
        return Sql.one(dataSource, STANDING + " and a.id = ?", Sql.of(id), ApplicationWriter::row);
    }

    private static Standing row(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getBigDecimal(4),
                row.getObject(5, LocalDate.class),
                row.getLong(6),
                row.getLong(7));
    }
}
