package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/**
 * Writes postings: each moves open items and other accounts, and is zero over all of them. Whoever calls holds the locks of the
 * customers and has checked what may be posted; the database refuses what does not balance or goes beyond an item.
 */
@ApplicationScoped
class LedgerWriter {

    /** An item and the posting that opens it. */
    private static final String OPENING = """
            with o as (
                insert into open_item (id, customer_id, entity_id, kind, direction, component, number, currency, amount, open_amount,
                    issue_date, due_date, recorded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *),
            p as (
                insert into posting (kind, document_id, entity_id, effective_date, recorded_at, recorded_by)
                select ?, o.id, o.entity_id, o.issue_date, o.recorded_at, ? from o returning id),
            m as (
                insert into item_movement (posting_id, item_id, customer_id, entity_id, direction, currency, amount,
                    effective_date, recorded_at, issue_date, due_date)
                select p.id, o.id, o.customer_id, o.entity_id, o.direction, o.currency, o.amount * o.direction, o.issue_date,
                       o.recorded_at, o.issue_date, o.due_date
                from p, o)
            insert into posting_line (posting_id, account, currency, amount)
            select p.id, x.account, o.currency, x.amount from p, o, unnest(?::text[], ?::numeric[]) x(account, amount)
            """;

    private static final String POSTING = """
            with p as (
                insert into posting (kind, document_id, entity_id, effective_date, recorded_at, recorded_by)
                values (?, ?, ?, ?, ?, ?) returning id, effective_date, recorded_at),
            m as (
                insert into item_movement (posting_id, item_id, customer_id, entity_id, direction, currency, amount,
                    effective_date, recorded_at, issue_date, due_date)
                select p.id, o.id, o.customer_id, o.entity_id, o.direction, o.currency, x.amount, p.effective_date,
                       p.recorded_at, o.issue_date, o.due_date
                from p, unnest(?::bigint[], ?::numeric[]) x(item_id, amount) join open_item o on o.id = x.item_id),
            l as (
                insert into posting_line (posting_id, account, currency, amount)
                select p.id, x.account, ?, x.amount from p, unnest(?::text[], ?::numeric[]) x(account, amount))
            select id from p
            """;

    private static final String OPEN = """
            update open_item o set open_amount = o.open_amount + x.amount * o.direction
            from unnest(?::bigint[], ?::numeric[]) x(item_id, amount)
            where o.id = x.item_id
            """;

    private static final String ITEMS = """
            select id, customer_id, entity_id, kind, direction, component, number, currency, amount, open_amount, issue_date,
                   due_date, voided_on, written_off_on
            from open_item
            """;

    private static final String CAPACITY = """
            select item_id,
                   least(coalesce(sum(amount * direction) filter (where effective_date <= ?), 0),
                         min(running) filter (where effective_date > ?))
            from (select item_id, amount, direction, effective_date,
                         sum(amount * direction) over (partition by item_id order by effective_date) as running
                  from item_movement where item_id = any(?::bigint[])) m
            group by item_id
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** A new id for a document. */
    long newId() {
        return Sql.one(dataSource, "select nextval('ledger_id')", Sql.of(), row -> row.getLong(1))
                .orElseThrow();
    }

    /** Opens an item and posts it on its issue date, against other accounts. */
    void open(PostingKind kind, OpenItem item, Map<Account, BigDecimal> against) {
        Map<Account, BigDecimal> lines = lines(against);
        Sql.execute(
                dataSource,
                OPENING,
                Sql.of(
                        item.id(),
                        item.customerId(),
                        item.entityId(),
                        item.kind().name(),
                        direction(item),
                        item.component().name(),
                        item.number(),
                        item.currency(),
                        item.amount(),
                        item.amount(),
                        item.issueDate(),
                        item.dueDate(),
                        clock.instant(),
                        kind.name(),
                        CallerContext.current().login(),
                        accounts(lines),
                        amounts(lines)));
    }

    /**
     * Posts movements of items.
     *
     * @param documentId what it is about
     * @param like an item whose company entity and currency it has
     * @param movements signed amounts by item: plus is owed more
     * @param against signed amounts by account: plus is debit
     * @return id of the posting
     */
    long move(
            PostingKind kind,
            long documentId,
            OpenItem like,
            LocalDate effective,
            Map<Long, BigDecimal> movements,
            Map<Account, BigDecimal> against) {
        long posting = insert(kind, documentId, like, effective, movements, against);
        Sql.execute(
                dataSource,
                OPEN,
                Sql.of(
                        movements.keySet().toArray(Long[]::new),
                        movements.values().toArray(BigDecimal[]::new)));
        return posting;
    }

    private long insert(
            PostingKind kind,
            long documentId,
            OpenItem like,
            LocalDate effective,
            Map<Long, BigDecimal> movements,
            Map<Account, BigDecimal> against) {
        Map<Account, BigDecimal> lines = lines(against);
        return Sql.one(
                        dataSource,
                        POSTING,
                        Sql.of(
                                kind.name(),
                                documentId,
                                like.entityId(),
                                effective,
                                clock.instant(),
                                CallerContext.current().login(),
                                movements.keySet().toArray(Long[]::new),
                                movements.values().toArray(BigDecimal[]::new),
                                like.currency(),
                                accounts(lines),
                                amounts(lines)),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private static Map<Account, BigDecimal> lines(Map<Account, BigDecimal> against) {
        return against.entrySet().stream()
                .filter(line -> line.getValue().signum() != 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String[] accounts(Map<Account, BigDecimal> lines) {
        return lines.keySet().stream().map(Account::name).toArray(String[]::new);
    }

    private static BigDecimal[] amounts(Map<Account, BigDecimal> lines) {
        return lines.values().toArray(BigDecimal[]::new);
    }

    /** Notes that an item was voided. */
    void voided(OpenItem item, LocalDate effective) {
        Sql.execute(dataSource, "update open_item set voided_on = ? where id = ?", Sql.of(effective, item.id()));
    }

    /** Notes since when something of an item is given up; empty when nothing is any more. */
    void givenUp(OpenItem item, Optional<LocalDate> since) {
        Sql.execute(
                dataSource,
                "update open_item set written_off_on = ? where id = ?",
                Sql.of(since.orElse(null), item.id()));
    }

    /** Items by their ids. */
    Map<Long, OpenItem> items(Collection<Long> ids) {
        return Sql.many(
                        dataSource,
                        ITEMS + " where id = any(?::bigint[])",
                        Sql.of((Object) ids.toArray(Long[]::new)),
                        LedgerWriter::item)
                .stream()
                .collect(Collectors.toMap(OpenItem::id, each -> each));
    }

    /** The item with this id. */
    Optional<OpenItem> item(long id) {
        return Optional.ofNullable(items(List.of(id)).get(id));
    }

    /** What customers owe in one currency with something left, issued up to a day. */
    List<OpenItem> owed(Collection<Long> customerIds, long entityId, String currency, LocalDate upTo) {
        return Sql.many(
                dataSource,
                ITEMS + " where customer_id = any(?::bigint[]) and entity_id = ? and currency = ? and direction = 1"
                        + " and open_amount > 0 and issue_date <= ?",
                Sql.of(customerIds.toArray(Long[]::new), entityId, currency, upTo),
                LedgerWriter::item);
    }

    /** What a customer owes and what is held for them, what is due longest first; at most so many. */
    List<OpenItem> open(long customerId, int most) {
        return Sql.many(
                dataSource,
                ITEMS + " where customer_id = ? and open_amount > 0 order by due_date, issue_date, id limit ?",
                Sql.of(customerId, most),
                LedgerWriter::item);
    }

    /**
     * What may be taken from items with this effective date, so that on no day from then on less than nothing is left: later
     * movements may have taken it already.
     */
    Map<Long, BigDecimal> capacity(Collection<Long> ids, LocalDate effective) {
        return Sql.many(
                        dataSource,
                        CAPACITY,
                        Sql.of(effective, effective, ids.toArray(Long[]::new)),
                        row -> Map.entry(row.getLong(1), row.getBigDecimal(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The last day on which something moved an item. */
    LocalDate lastMoved(long itemId) {
        return Sql.one(
                        dataSource,
                        "select max(effective_date) from item_movement where item_id = ?",
                        Sql.of(itemId),
                        row -> row.getObject(1, LocalDate.class))
                .orElseThrow();
    }

    /** Now, as the movements of this transaction say. */
    Instant now() {
        return clock.instant();
    }

    private static short direction(OpenItem item) {
        return (short) (item.owed() ? 1 : -1);
    }

    private static OpenItem item(ResultSet row) throws SQLException {
        String currency = row.getString(8);
        return new OpenItem(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                ItemKind.valueOf(row.getString(4)),
                row.getInt(5) > 0,
                ItemComponent.valueOf(row.getString(6)),
                row.getString(7),
                currency,
                Amounts.scaled(row.getBigDecimal(9), currency),
                Amounts.scaled(row.getBigDecimal(10), currency),
                row.getObject(11, LocalDate.class),
                row.getObject(12, LocalDate.class),
                row.getObject(13) != null,
                row.getObject(14) != null);
    }
}
