package org.kontor.report;

import java.time.LocalDate;
import java.util.Optional;
import org.kontor.access.CustomerScope;
import org.kontor.report.ReportPeriod.Days;

/**
 * What the ledger comes to by day, as subselects: from what is kept by day, which is small however many items there are; for a caller
 * who sees own customers alone, from the items and movements of these.
 */
final class LedgerSums {

    private LedgerSums() {}

    /** What is left of items: currency, direction, due_date, items and amount, without sign. */
    static void openItems(Statement statement, Optional<Long> entityId) {
        if (CustomerScope.condition().isEmpty()) {
            statement.add(
                    "(select s.currency, s.direction, s.due_date, s.items, s.amount from open_item_sum s where true");
            narrow(statement, "s", entityId);
        } else {
            statement.add(
                    "(select i.currency, i.direction, i.due_date, 1 as items, i.open_amount as amount from open_item i"
                            + " where i.open_amount > 0");
            narrow(statement, "i", entityId);
        }
        statement.add(")");
    }

    /**
     * Customers with the largest balance as of a day, the largest first: those whose balance is one kept sum in the order of its index,
     * the others added up.
     */
    static void largest(Statement statement, String currency, LocalDate asOf, Optional<Long> entityId, int limit) {
        boolean kept = CustomerScope.condition().isEmpty();
        statement.add("with late as materialized (");
        takenOff(statement, "i.customer_id, i.currency", "-f.amount", asOf, entityId);
        statement.add("), moved as materialized (select customer_id from late"
                + (kept ? " union select customer_id from customer_open_sum where fresh and not alone" : "")
                + ") select customer_id from (");
        if (kept) {
            statement.add(
                    "(select s.customer_id, s.amount from customer_open_sum s where s.alone and s.currency = ?::bpchar"
                            + " and s.items <> 0 and s.customer_id not in (select customer_id from moved)",
                    currency);
            narrow(statement, "s", entityId);
            statement.add(" order by s.amount desc, s.customer_id limit ?) union all ", limit);
        }
        statement.add("(select customer_id, sum(amount) as amount from (");
        customers(statement, currency, entityId, kept);
        statement.add(
                " union all select customer_id, items, amount from late where currency = ?::bpchar) x"
                        + " group by 1 having sum(items) <> 0)) b order by amount desc, customer_id limit ?",
                currency,
                limit);
    }

    /** What is left of the items of customers: customer_id, items and amount, plus is owed. */
    private static void customers(Statement statement, String currency, Optional<Long> entityId, boolean kept) {
        if (!kept) {
            statement.add(
                    "select i.customer_id, 1 as items, i.direction * i.open_amount as amount from open_item i"
                            + " where i.open_amount > 0 and i.currency = ?::bpchar",
                    currency);
            narrow(statement, "i", entityId);
            return;
        }
        String columns =
                "select s.customer_id, s.items, s.amount from customer_open_sum s where s.currency = ?::bpchar and ";
        statement.add(columns + "not s.alone", currency);
        narrow(statement, "s", entityId);
        statement.add(
                " union all " + columns + "s.alone and s.customer_id in (select customer_id from moved)", currency);
        narrow(statement, "s", entityId);
    }

    /** What was posted with a date after a day, turned round, item by item: how many more are open without it, and how much. */
    static void takenOff(Statement statement, String columns, String amount, LocalDate after, Optional<Long> entityId) {
        statement.add(
                "(select " + columns + ", case when i.open_amount * i.direction <> f.amount then 1 else 0 end"
                        + " - case when i.open_amount > 0 then 1 else 0 end as items, " + amount
                        + " as amount from (select item_id, sum(amount) as amount from item_movement where effective_date > ?"
                        + " group by item_id) f cross join lateral (select * from open_item o where o.id = f.item_id limit 1) i"
                        + " where true",
                after);
        narrow(statement, "i", entityId);
        statement.add(")");
    }

    /** Movements of items: currency, direction, sale, effective_date, due_date and amount, plus is owed. */
    static void movements(Statement statement, Optional<Long> entityId) {
        if (CustomerScope.condition().isEmpty()) {
            statement.add("(select s.currency, s.direction, s.sale, s.effective_date, s.due_date, s.amount"
                    + " from item_movement_sum s where true");
            narrow(statement, "s", entityId);
        } else {
            statement.add("(select i.currency, i.direction, p.kind in ('INVOICE_ISSUED', 'INVOICE_VOIDED') as sale,"
                    + " i.effective_date, i.due_date, i.amount from item_movement i join posting p on p.id = i.posting_id"
                    + " where true");
            narrow(statement, "i", entityId);
        }
        statement.add(")");
    }

    /** Invoices issued in a period and not void: currency, amount and open_amount. */
    static void issued(Statement statement, Days days, Optional<Long> entityId) {
        if (CustomerScope.condition().isEmpty()) {
            statement.add(
                    "(select i.currency, i.issued as amount, i.unpaid as open_amount from invoice_day_sum i"
                            + " where i.day between ? and ?",
                    days.from(),
                    days.to());
        } else {
            statement.add(
                    "(select i.currency, i.amount, i.open_amount from open_item i where i.kind = 'INVOICE' and i.voided_on is null"
                            + " and i.issue_date between ? and ?",
                    days.from(),
                    days.to());
        }
        narrow(statement, "i", entityId);
        statement.add(")");
    }

    /**
     * Invoices paid in a period, as seen at its end: currency, items, amount and late, which is amount × days.
     *
     * @param ended whether something was posted with a date after it, so that some of them were paid otherwise at its end than now
     */
    static void paid(Statement statement, Days days, Optional<Long> entityId, boolean ended) {
        boolean kept = CustomerScope.condition().isEmpty();
        statement.add("(");
        if (kept) {
            statement.add(
                    "select s.currency, s.paid_items as items, s.paid as amount, s.late from invoice_day_sum s"
                            + " where s.day between ? and ?",
                    days.from(),
                    days.to());
            narrow(statement, "s", entityId);
        }
        if (kept && ended) {
            statement.add(" union all ");
        }
        if (!kept || ended) {
            statement.add(
                    "select i.currency, 1 as items, i.amount, greatest(0, i.paid_on - i.due_date) * i.amount as late from (");
            FigureRepository.settled(statement, days);
            if (kept) {
                // What was paid in the period by now was paid so at its end, too: nothing can have moved it later.
                statement.add(
                        " and (i.paid_on between ? and ?) is not true"
                                + " and i.id in (select item_id from item_movement where effective_date > ?)",
                        days.from(),
                        days.to(),
                        days.to());
            }
            narrow(statement, "i", entityId);
            statement.add(FigureRepository.WHOLLY + ") i where i.paid_on >= ?", days.from());
        }
        statement.add(")");
    }

    /** Leaves out other company entities, and what the caller may not see. */
    static void narrow(Statement statement, String table, Optional<Long> entityId) {
        entityId.ifPresent(id -> statement.add(" and " + table + ".entity_id = ?", id));
        String scope = CustomerScope.condition();
        if (!scope.isEmpty()) {
            statement.add(" and " + table + ".customer_id in (select id from customer where " + scope + ")");
        }
    }
}
