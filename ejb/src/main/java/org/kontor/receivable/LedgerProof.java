package org.kontor.receivable;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/**
 * Proves the ledger: that every posting balances, and that what is stored for speed is what the movements say. One statement, so that it
 * sees one state while others go on posting.
 */
@Stateless
public class LedgerProof {

    private static final Map<String, String> CHECKS = new LinkedHashMap<>();

    static {
        CHECKS.put(
                "Every posting is zero in each currency",
                "select posting_id as id from journal_line group by posting_id, currency having sum(amount) <> 0");
        CHECKS.put(
                "Every posting moves an item",
                "select id from posting p where not exists (select 1 from item_movement m where m.posting_id = p.id)");
        CHECKS.put(
                "What is left of an item is the sum of its movements",
                "select o.id from open_item o left join (select item_id, sum(amount) as amount from item_movement group by item_id) m"
                        + " on m.item_id = o.id where o.open_amount * o.direction <> coalesce(m.amount, 0)");
        CHECKS.put(
                "On no day is less than nothing left of an item, or more than it began with",
                "select distinct id from (select m.item_id as id, o.amount,"
                        + " sum(m.amount * o.direction) over (partition by m.item_id order by m.effective_date) as left_over"
                        + " from item_movement m join open_item o on o.id = m.item_id) d where left_over < 0 or left_over > amount");
        CHECKS.put(
                "Applications that stand, refunds and write-offs explain what is left of an item",
                "select o.id from open_item o"
                        + " left join (select item_id, sum(amount) as amount from (select credit_item_id as item_id,"
                        + " case when reverses is null then amount else -amount end as amount from application union all"
                        + " select debit_item_id, case when reverses is null then amount else -amount end from application) b"
                        + " group by item_id) a on a.item_id = o.id"
                        + " left join (select item_id, sum(amount) as amount from refund group by item_id) r on r.item_id = o.id"
                        + " left join (select item_id, sum(case when reverses is null then amount else -amount end) as amount"
                        + " from write_off group by item_id) w on w.item_id = o.id"
                        + " where o.open_amount <> case when o.voided_on is null then o.amount - coalesce(a.amount, 0)"
                        + " - coalesce(r.amount, 0) - coalesce(w.amount, 0) else 0 end");
        CHECKS.put(
                "Nothing is applied across currencies or company entities",
                "select a.id from application a join open_item c on c.id = a.credit_item_id join open_item d on d.id = a.debit_item_id"
                        + " where c.currency <> d.currency or c.entity_id <> d.entity_id or c.direction <> -1 or d.direction <> 1");
        CHECKS.put(
                "A movement says of its item what the item says",
                "select m.id from item_movement m join open_item o on o.id = m.item_id where (m.customer_id, m.entity_id, m.direction,"
                        + " m.currency, m.issue_date, m.due_date) is distinct from (o.customer_id, o.entity_id, o.direction,"
                        + " o.currency, o.issue_date, o.due_date)");
        CHECKS.put(
                "Every issued document has its item, of its amount",
                "select i.id from invoice i left join open_item o on o.id = i.id where (i.issued_at is null) <> (o.id is null)"
                        + " or o.amount <> i.total or o.currency <> i.currency or o.number <> i.number");
        CHECKS.put(
                "The lines of a document add up to it",
                "select i.id from invoice i left join (select invoice_id, sum(net) as net, sum(tax) as tax from invoice_line"
                        + " group by invoice_id) l on l.invoice_id = i.id"
                        + " where i.subtotal <> coalesce(l.net, 0) or i.tax <> coalesce(l.tax, 0)");
        CHECKS.put(
                "No number of a document is there twice",
                "select max(id) as id from invoice where number_is_unique and number <> '' group by entity_id, kind, number"
                        + " having count(*) > 1");
        CHECKS.put(
                "What is kept by day of open items is what they come to",
                "select entity_id as id from (select entity_id, currency, direction, due_date, items, amount from open_item_sum union all"
                        + " select entity_id, currency, direction, due_date, -1, -open_amount from open_item where open_amount > 0) d"
                        + " group by entity_id, currency, direction, due_date having sum(items) <> 0 or sum(amount) <> 0");
        CHECKS.put(
                "What is kept of a customer is what their open items come to",
                "select customer_id as id from (select customer_id, entity_id, currency, items, amount from customer_open_sum union all"
                        + " select customer_id, entity_id, currency, -1, -direction * open_amount from open_item where open_amount > 0) d"
                        + " group by customer_id, entity_id, currency having sum(items) <> 0 or sum(amount) <> 0");
        CHECKS.put(
                "A sum of a customer that counts as their only one is the only one",
                "select s.customer_id as id from customer_open_sum s join customer_open_sum o on o.customer_id = s.customer_id"
                        + " and o.currency = s.currency and o.ctid <> s.ctid where s.alone and not o.fresh");
        CHECKS.put(
                "What is kept by day of movements is what they come to",
                "select entity_id as id from (select entity_id, currency, direction, sale, effective_date, due_date, amount"
                        + " from item_movement_sum union all select m.entity_id, m.currency, m.direction,"
                        + " p.kind in ('INVOICE_ISSUED', 'INVOICE_VOIDED'), m.effective_date, m.due_date, -m.amount"
                        + " from item_movement m join posting p on p.id = m.posting_id) d"
                        + " group by entity_id, currency, direction, sale, effective_date, due_date having sum(amount) <> 0");
        CHECKS.put(
                "An invoice was paid on the day that its movements say",
                "select o.id from open_item o left join (select item_id, max(effective_date) as day from item_movement where amount < 0"
                        + " group by item_id) m on m.item_id = o.id where o.paid_on is distinct from case when o.kind = 'INVOICE'"
                        + " and o.open_amount = 0 and o.voided_on is null and o.written_off_on is null then m.day end");
        CHECKS.put(
                "What is kept by day of invoices is what they come to",
                "select entity_id as id from (select entity_id, currency, day, issued, unpaid, paid_items, paid, late"
                        + " from invoice_day_sum union all select entity_id, currency, issue_date, -amount, -open_amount, 0, 0, 0"
                        + " from open_item where kind = 'INVOICE' and voided_on is null union all"
                        + " select entity_id, currency, paid_on, 0, 0, -1, -amount, -amount * greatest(0, paid_on - due_date)"
                        + " from open_item where paid_on is not null) d group by entity_id, currency, day having sum(issued) <> 0"
                        + " or sum(unpaid) <> 0 or sum(paid_items) <> 0 or sum(paid) <> 0 or sum(late) <> 0");
    }

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** Looks at the whole ledger. Reads every movement: seconds for a million of them. */
    @Requires(Permission.PROVE_RECEIVABLE)
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public ProofView run() {
        List<ProofView.Check> checks = Sql.many(
                dataSource,
                sql(),
                Sql.of(),
                row -> new ProofView.Check(row.getString(1), row.getLong(2), ids(row.getArray(3))));
        List<ProofView.Total> totals = Sql.many(
                dataSource,
                "select account, currency, sum(amount) from journal_line group by account, currency order by currency, account",
                Sql.of(),
                row -> new ProofView.Total(
                        row.getString(1), row.getString(2), Amounts.scaled(row.getBigDecimal(3), row.getString(2))));
        return new ProofView(
                clock.instant(),
                checks.stream().allMatch(check -> check.found() == 0),
                count("posting"),
                count("item_movement"),
                checks,
                totals);
    }

    private static String sql() {
        StringBuilder sql = new StringBuilder();
        CHECKS.forEach((name, query) -> sql.append(sql.isEmpty() ? "" : " union all ")
                .append("select '")
                .append(name)
                .append("', count(*), coalesce((array_agg(id order by id))[1:10], '{}'::bigint[]) from (")
                .append(query)
                .append(") q"));
        return sql.toString();
    }

    private static List<Long> ids(Array array) throws SQLException {
        return Arrays.asList((Long[]) array.getArray());
    }

    private long count(String table) {
        return Sql.one(dataSource, "select count(*) from " + table, Sql.of(), row -> row.getLong(1))
                .orElseThrow();
    }
}
