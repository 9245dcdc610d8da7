package org.kontor.report;

import java.time.LocalDate;
import java.util.Optional;
import org.kontor.access.CustomerScope;

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

    /** What is left of the items of customers: customer_id, currency, items and amount, plus is owed. */
    static void customers(Statement statement, Optional<Long> entityId) {
        if (CustomerScope.condition().isEmpty()) {
            statement.add("(select s.customer_id, s.currency, s.items, s.amount from customer_open_sum s where true");
            narrow(statement, "s", entityId);
        } else {
            statement.add("(select i.customer_id, i.currency, 1 as items, i.direction * i.open_amount as amount"
                    + " from open_item i where i.open_amount > 0");
            narrow(statement, "i", entityId);
        }
        statement.add(")");
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

    /** Leaves out other company entities, and what the caller may not see. */
    static void narrow(Statement statement, String table, Optional<Long> entityId) {
        entityId.ifPresent(id -> statement.add(" and " + table + ".entity_id = ?", id));
        String scope = CustomerScope.condition();
        if (!scope.isEmpty()) {
            statement.add(" and " + table + ".customer_id in (select id from customer where " + scope + ")");
        }
    }
}
