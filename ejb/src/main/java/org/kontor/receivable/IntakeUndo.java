package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Counters what an import posted: each posting by one that is its mirror, all of them in a few statements. */
@ApplicationScoped
class IntakeUndo {

    /** Applications of these postings that stand, with what they link. */
    private static final String LINKS = """
            select a.posting_id, a.credit_item_id, a.debit_item_id from application a
            where a.posting_id = any(?::bigint[]) and a.reverses is null
                and not exists (select from application r where r.reverses = a.id)
            """;

    /** Postings that opened items. */
    private static final String OPENED = """
            select p.id, p.document_id from posting p
            where p.id = any(?::bigint[])
                and p.kind in ('INVOICE_ISSUED', 'CREDIT_MEMO_ISSUED', 'PAYMENT_RECORDED', 'OPENING_BALANCE')
            """;

    /** The last day on which something moved what a posting moved. */
    private static final String LAST = """
            select m.posting_id, max(n.effective_date)
            from item_movement m join item_movement n on n.item_id = m.item_id
            where m.posting_id = any(?::bigint[]) group by m.posting_id
            """;

    private static final String MIRROR = """
            with x as (select * from unnest(?::bigint[], ?::bigint[], ?::text[]::date[]) x(old_id, new_id, day)),
            p as (
                insert into posting (id, kind, document_id, entity_id, effective_date, recorded_at, recorded_by)
                select x.new_id, case o.kind when 'INVOICE_ISSUED' then 'INVOICE_VOIDED'
                        when 'CREDIT_MEMO_ISSUED' then 'CREDIT_MEMO_VOIDED' when 'PAYMENT_RECORDED' then 'PAYMENT_VOIDED'
                        when 'OPENING_BALANCE' then 'OPENING_BALANCE_VOIDED' else 'APPLICATION_REVERSED' end,
                    o.document_id, o.entity_id, x.day, ?, ?
                from x join posting o on o.id = x.old_id),
            m as (
                insert into item_movement (posting_id, item_id, customer_id, entity_id, direction, currency, amount,
                    effective_date, recorded_at, issue_date, due_date)
                select x.new_id, o.item_id, o.customer_id, o.entity_id, o.direction, o.currency, -o.amount, x.day, ?,
                    o.issue_date, o.due_date
                from x join item_movement o on o.posting_id = x.old_id),
            l as (
                insert into posting_line (posting_id, account, currency, amount)
                select x.new_id, o.account, o.currency, -o.amount from x join posting_line o on o.posting_id = x.old_id)
            insert into application (posting_id, credit_item_id, debit_item_id, amount, effective_date, recorded_at,
                recorded_by, rule, reason, reverses)
            select x.new_id, o.credit_item_id, o.debit_item_id, o.amount, x.day, ?, ?, 'VOIDED', ?, o.id
            from x join application o on o.posting_id = x.old_id
            """;

    private static final String OPEN = """
            update open_item o set open_amount = o.open_amount - x.amount * o.direction
            from (select item_id, sum(amount) as amount from item_movement
                  where posting_id = any(?::bigint[]) group by item_id) x
            where o.id = x.item_id
            """;

    private static final String VOIDED = """
            update open_item o set voided_on = x.day from unnest(?::bigint[], ?::text[]::date[]) x(id, day) where o.id = x.id
            """;

    /** Its number is free: the next file may bring the same document. */
    private static final String INVOICES = """
            update invoice set version = version + 1, updated_at = ?, updated_by = ?, void_reason = ?, number_is_unique = false
            where id = any(?::bigint[])
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    LedgerWriter ledger;

    @Inject
    Clock clock;

    /** One application of an import that stands. */
    record Link(long posting, long creditId, long debitId) {}

    List<Link> links(Collection<Long> postings) {
        return Sql.many(
                dataSource, LINKS, ids(postings), row -> new Link(row.getLong(1), row.getLong(2), row.getLong(3)));
    }

    /** Customers whose items these postings moved. */
    Set<Long> customers(Collection<Long> postings) {
        return new TreeSet<>(Sql.many(
                dataSource,
                "select distinct customer_id from item_movement where posting_id = any(?::bigint[])",
                ids(postings),
                row -> row.getLong(1)));
    }

    /** Which posting opened each item. */
    Map<Long, Long> opened(Collection<Long> postings) {
        Map<Long, Long> opened = new TreeMap<>();
        Sql.many(dataSource, OPENED, ids(postings), row -> opened.put(row.getLong(2), row.getLong(1)));
        return opened;
    }

    /** The last day on which something moved what each posting moved. */
    Map<Long, LocalDate> last(Collection<Long> postings) {
        Map<Long, LocalDate> last = new HashMap<>();
        Sql.many(dataSource, LAST, ids(postings), row -> last.put(row.getLong(1), row.getObject(2, LocalDate.class)));
        return last;
    }

    /**
     * Counters postings.
     *
     * @param days the day of the counter-entry of each
     * @param items items that these opened, with the day from which on they are void
     */
    void counter(Map<Long, LocalDate> days, Map<Long, LocalDate> items, String reason) {
        Long[] postings = days.keySet().toArray(Long[]::new);
        Long[] fresh = Sql.many(
                        dataSource,
                        "select nextval(pg_get_serial_sequence('posting', 'id')) from generate_series(1, ?)",
                        Sql.of(postings.length),
                        row -> row.getLong(1))
                .toArray(Long[]::new);
        String by = CallerContext.current().login();
        Instant now = ledger.now();
        Sql.execute(dataSource, MIRROR, Sql.of(postings, fresh, texts(days), now, by, now, now, by, reason));
        Sql.execute(dataSource, OPEN, Sql.of((Object) postings));
        Long[] gone = items.keySet().toArray(Long[]::new);
        Sql.execute(dataSource, VOIDED, Sql.of(gone, texts(items)));
        Sql.execute(dataSource, INVOICES, Sql.of(clock.instant(), by, reason, gone));
        for (String table : List.of("payment", "credit")) {
            Sql.execute(
                    dataSource,
                    "update " + table + " set void_reason = ? where id = any(?::bigint[])",
                    Sql.of(reason, gone));
        }
    }

    private static String[] texts(Map<Long, LocalDate> days) {
        return days.values().stream().map(LocalDate::toString).toArray(String[]::new);
    }

    private static Sql.Parameters ids(Collection<Long> postings) {
        return Sql.of((Object) postings.toArray(Long[]::new));
    }
}
