package org.kontor.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kontor.access.CustomerScope;

/**
 * Where the amounts of an aging report come from, as a subselect with the columns item_id, customer_id, entity_id, direction, currency,
 * day and amount (plus is owed).
 *
 * @param asOf the day
 * @param knownAt what was recorded up to this instant counts; empty for all
 * @param remainders whether what is left of the items now is what was left on that day: nothing was posted with a later date, and all
 *     that is known now counts. Else the movements are added up
 * @param customers only these; empty for all
 */
record AgingSource(LocalDate asOf, Optional<Instant> knownAt, boolean remainders, Optional<List<Long>> customers) {

    /** The same of these customers alone. */
    AgingSource of(List<Long> ids) {
        return new AgingSource(asOf, knownAt, remainders, Optional.of(ids));
    }

    /** One row for each item that is open, or, unless {@code perItem}, rows that add up to the same. */
    void add(Statement statement, AgingQuery query, boolean perItem) {
        String day = query.basis() == AgingBasis.DUE_DATE ? "i.due_date" : "i.issue_date";
        if (remainders) {
            statement.add("select i.id as item_id, i.customer_id, i.entity_id, i.direction, i.currency, " + day
                    + " as day, case when i.direction = 1 then i.open_amount else -i.open_amount end as amount"
                    + " from open_item i where i.open_amount > 0");
            narrow(statement, query);
            return;
        }
        String facts = "i.item_id, i.customer_id, i.entity_id, i.direction, i.currency, ";
        statement.add(
                "select " + facts + day + " as day, " + (perItem ? "sum(i.amount)" : "i.amount")
                        + " as amount from item_movement i where i.effective_date <= ?",
                asOf);
        knownAt.ifPresent(instant -> statement.add(" and i.recorded_at <= ?", instant));
        narrow(statement, query);
        if (perItem) {
            statement.add(" group by " + facts + day + " having sum(i.amount) <> 0");
        }
    }

    /** Also what the caller may not see is left out here. */
    private void narrow(Statement statement, AgingQuery query) {
        customers.ifPresent(
                ids -> statement.add(" and i.customer_id = any(?::bigint[])", (Object) ids.toArray(Long[]::new)));
        query.entityId().ifPresent(id -> statement.add(" and i.entity_id = ?", id));
        if (!query.currency().isEmpty()) {
            statement.add(" and i.currency = ?::bpchar", query.currency());
        }
        query.customerId()
                .ifPresent(id -> statement.add(
                        query.withChildren()
                                ? " and i.customer_id in (select id from customer where ? in (id, parent_id))"
                                : " and i.customer_id = ?",
                        id));
        if (!query.owner().isEmpty()) {
            statement.add(
                    " and i.customer_id in (select id from customer where billing_owner_id"
                            + " = (select id from app_user where login = ?))",
                    query.owner());
        }
        query.until()
                .ifPresent(day -> statement.add(
                        query.basis() == AgingBasis.DUE_DATE ? " and i.due_date <= ?" : " and i.issue_date <= ?", day));
        String scope = CustomerScope.condition();
        if (!scope.isEmpty()) {
            statement.add(" and i.customer_id in (select id from customer where " + scope + ")");
        }
    }
}
