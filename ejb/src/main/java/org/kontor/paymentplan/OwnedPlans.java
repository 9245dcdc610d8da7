package org.kontor.paymentplan;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kontor.access.Permission;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.CustomersRemoved;
import org.kontor.shared.CustomersUnmerged;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.HoldsOwned;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.Sql;

/** Plans go over to the customer who stays, as they are (S4-120), and with the customer who is erased (S4-97). */
@ApplicationScoped
class OwnedPlans implements HoldsOwned {

    private static final String TORN = """
            select p.id from payment_plan p
            where p.customer_id = any(?::bigint[]) and p.cancelled_at is null
                and exists (
                    select from payment_plan_invoice x join open_item o on o.id = x.item_id
                    where x.plan_id = p.id and o.customer_id <> p.customer_id)
            order by p.id
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    PlanRepository repository;

    @Inject
    Event<DomainEvent> happened;

    @Override
    public List<OwnedTable> ownedTables() {
        return Stream.of(
                        OwnedTable.of("payment-plan", "payment_plan", "customer_id")
                                .adding("total", "currency")
                                .exported(
                                        "id",
                                        "currency",
                                        "total",
                                        "frequency",
                                        "note",
                                        "created_at",
                                        "created_by",
                                        "cancelled_at",
                                        "cancel_reason"),
                        OwnedTable.through(
                                        "payment-plan-invoice", "payment_plan_invoice", "payment_plan", "id", "plan_id")
                                .exported("plan_id", "item_id", "agreed"),
                        OwnedTable.through(
                                        "payment-plan-instalment",
                                        "payment_plan_instalment",
                                        "payment_plan",
                                        "id",
                                        "plan_id")
                                .exported("plan_id", "number", "due_on", "amount"))
                .map(each -> each.seenWith(Permission.READ_PAYMENT_PLAN.wireName()))
                .toList();
    }

    /** A plan that was agreed between a merge and its undo over invoices that go back to somebody else ends: nobody agreed to it like that. */
    void on(@Observes CustomersUnmerged unmerged) {
        Long[] customers = Stream.concat(Stream.of(unmerged.target()), unmerged.sources().stream())
                .toArray(Long[]::new);
        List<Long> torn = Sql.many(dataSource, TORN, Sql.of((Object) customers), row -> row.getLong(1));
        if (torn.isEmpty()) {
            return;
        }
        String reason = "The merge of its customer was taken back.";
        repository.cancel(torn, reason);
        repository
                .find(torn)
                .forEach(plan -> happened.fire(PlanEvents.of(plan, "cancelled", Map.of("reason", reason))));
        unmerged.kept().add("payment-plan");
    }

    /** Plans of customers who go as if they had never been, such as those of demo data. */
    void on(@Observes CustomersRemoved removed) {
        Sql.erasing(
                dataSource,
                () -> Sql.execute(dataSource, "delete from payment_plan where customer_id = any(?)", Sql.of((Object)
                        removed.ids().toArray(Long[]::new))));
    }
}
