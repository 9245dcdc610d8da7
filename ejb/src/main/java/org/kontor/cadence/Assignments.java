package org.kontor.cadence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.customer.CustomersCreated;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.CustomersMerged;
import org.kontor.shared.CustomersUnmerged;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.DomainEvents;
import org.kontor.shared.Sql;

/** Which customer has which cadence: at most one each. Whoever calls has settled that it may be, and holds the rows of the customers. */
@ApplicationScoped
class Assignments {

    private static final String ADD =
            "insert into customer_cadence (customer_id, cadence_id, manual, assigned_at, assigned_by)"
                    + " select c, ?, ?, ?, ? from unnest(?::bigint[]) c ";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    CadencePlan plan;

    @Inject
    Event<DomainEvents> happened;

    @Inject
    Clock clock;

    /** What a customer has. */
    CustomerCadenceView of(long customerId) {
        return Sql.one(
                        dataSource,
                        "select k.id, k.name, k.active, p.manual, p.assigned_at, p.assigned_by from customer_cadence p"
                                + " join cadence k on k.id = p.cadence_id where p.customer_id = ?",
                        Sql.of(customerId),
                        row -> new CustomerCadenceView(
                                customerId,
                                Optional.of(row.getLong(1)),
                                row.getString(2),
                                row.getBoolean(3),
                                row.getBoolean(4),
                                Optional.of(Sql.instant(row, 5)),
                                row.getString(6)))
                .orElseGet(() ->
                        new CustomerCadenceView(customerId, Optional.empty(), "", false, false, Optional.empty(), ""));
    }

    /** Holds the rows of those customers, in the order of their ids. */
    void lock(List<Long> customerIds) {
        Sql.many(
                dataSource,
                "select 1 from customer where id = any(?) order by id for no key update",
                Sql.of((Object) customerIds.toArray(Long[]::new)),
                row -> 1);
    }

    /**
     * Puts a cadence on customers by hand; what another one has planned for them is cancelled (S4-20, S4-22). Those who have it already keep it, as
     * chosen from now on.
     *
     * @return the name of what those had who did not have it, by id
     */
    Map<Long, String> assign(List<Long> customerIds, CadenceView cadence) {
        Map<Long, String> before = names(customerIds);
        Long[] all = customerIds.toArray(Long[]::new);
        Sql.execute(
                dataSource,
                "update customer_cadence set manual = true where customer_id = any(?) and cadence_id = ?",
                Sql.of(all, cadence.id()));
        List<Long> changed = customerIds.stream()
                .filter(id -> !cadence.name().equals(before.get(id)))
                .toList();
        if (changed.isEmpty()) {
            return Map.of();
        }
        Long[] ids = changed.toArray(Long[]::new);
        plan.cancel(changed);
        Sql.execute(dataSource, "delete from customer_cadence where customer_id = any(?)", Sql.of((Object) ids));
        Sql.execute(
                dataSource,
                ADD,
                Sql.of(cadence.id(), true, now(), CallerContext.current().login(), ids));
        Map<Long, String> formerly = changed.stream()
                .collect(Collectors.toMap(id -> id, id -> before.getOrDefault(id, ""), (a, b) -> a, TreeMap::new));
        happened.fire(new DomainEvents(formerly.entrySet().stream()
                .map(each -> event(
                        each.getValue().isEmpty() ? "cadence.assigned" : "cadence.changed",
                        each.getKey(),
                        each.getValue(),
                        cadence.name()))
                .toList()));
        plan.plan(changed);
        return formerly;
    }

    /** Takes the cadence off customers; what it has planned is cancelled (S4-21, S4-22). Answers the names of what they had, by id. */
    Map<Long, String> remove(List<Long> customerIds) {
        Map<Long, String> before = names(customerIds);
        if (before.isEmpty()) {
            return before;
        }
        List<Long> ids = List.copyOf(before.keySet());
        plan.cancel(ids);
        Sql.execute(dataSource, "delete from customer_cadence where customer_id = any(?)", Sql.of((Object)
                ids.toArray(Long[]::new)));
        happened.fire(new DomainEvents(before.entrySet().stream()
                .map(each -> event("cadence.removed", each.getKey(), each.getValue(), ""))
                .toList()));
        return before;
    }

    private Map<Long, String> names(List<Long> customerIds) {
        Map<Long, String> names = new TreeMap<>();
        Sql.many(
                dataSource,
                "select p.customer_id, k.name from customer_cadence p join cadence k on k.id = p.cadence_id where p.customer_id = any(?)",
                Sql.of((Object) customerIds.toArray(Long[]::new)),
                row -> names.put(row.getLong(1), row.getString(2)));
        return names;
    }

    private static DomainEvent event(String kind, long customerId, String before, String after) {
        return new DomainEvent(kind, customerId, Map.of("cadence", new Change(before, after)), Map.of());
    }

    /** New customers get the default, however many come at once and whatever the way; {@link CadenceJob} plans their steps. */
    void on(@Observes CustomersCreated created) {
        record Default(long id, String name) {}
        Optional<Default> found = Sql.one(
                dataSource,
                "select id, name from cadence where by_default and active for share",
                Sql.of(),
                row -> new Default(row.getLong(1), row.getString(2)));
        found.ifPresent(cadence -> {
            Sql.execute(
                    dataSource,
                    ADD,
                    Sql.of(
                            cadence.id(),
                            false,
                            now(),
                            created.actor(),
                            created.customers().stream()
                                    .map(CustomersCreated.Created::id)
                                    .toArray(Long[]::new)));
            Map<String, String> details = new HashMap<>(created.details());
            happened.fire(new DomainEvents(created.customers().stream()
                    .map(customer -> new DomainEvent(
                            "cadence.assigned",
                            customer.id(),
                            Map.of("cadence", new Change("", cadence.name())),
                            details))
                    .toList()));
        });
    }

    /** The target keeps what it has, else it takes over that of the first source. Steps go over by themselves, and are compared anew. */
    void on(@Observes CustomersMerged merged) {
        Sql.execute(
                dataSource,
                "update customer_cadence set customer_id = ? where customer_id ="
                        + " (select min(customer_id) from customer_cadence where customer_id = any(?))"
                        + " and not exists (select from customer_cadence where customer_id = ?)",
                Sql.of(merged.target(), merged.sources().toArray(Long[]::new), merged.target()));
        stale(List.of(merged.target()));
    }

    /** All of them are compared anew. */
    void on(@Observes CustomersUnmerged unmerged) {
        stale(Stream.concat(Stream.of(unmerged.target()), unmerged.sources().stream())
                .toList());
    }

    private void stale(List<Long> customerIds) {
        Sql.execute(
                dataSource,
                "update customer_cadence set stale = true where customer_id = any(?) and not stale",
                Sql.of((Object) customerIds.toArray(Long[]::new)));
    }

    private Instant now() {
        return clock.instant();
    }
}
