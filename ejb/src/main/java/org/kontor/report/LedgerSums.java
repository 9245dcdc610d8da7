package org.kontor.report;

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
