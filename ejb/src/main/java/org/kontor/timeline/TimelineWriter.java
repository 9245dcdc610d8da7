package org.kontor.timeline;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.BulkCopy;
import org.kontor.shared.CustomersRemoved;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.DomainEvents;
import org.kontor.shared.Sql;

/** Writes what happened, in the transaction in which it happened. */
@ApplicationScoped
class TimelineWriter {

    /** Asked for once: the static methods of {@code Json} look for a provider on the class path with each value. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String COLUMNS = "customer_id, at, actor, kind, changes, details";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    void on(@Observes DomainEvent event) {
        write(List.of(event));
    }

    void on(@Observes DomainEvents events) {
        write(events.events());
    }

    /** A customer whose creation is undone leaves no history. */
    void on(@Observes CustomersRemoved removed) {
        Sql.erasing(
                dataSource,
                () -> Sql.execute(dataSource, "delete from timeline_entry where customer_id = any(?)", Sql.of((Object)
                        removed.ids().toArray(Long[]::new))));
    }

    private void write(List<DomainEvent> events) {
        Instant now = clock.instant();
        String actor = CallerContext.current().login();
        if (events.size() == 1) {
            // COPY talks twice with the database, which most requests need not wait for.
            DomainEvent event = events.get(0);
            Sql.execute(
                    dataSource,
                    "insert into timeline_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?::jsonb, ?::jsonb)",
                    Sql.of(
                            event.customerId(),
                            now,
                            actor,
                            event.kind(),
                            changes(event.changes()),
                            details(event.details())));
            return;
        }
        BulkCopy rows = new BulkCopy("timeline_entry", COLUMNS);
        Map<String, String> lastDetails = Map.of();
        String lastJson = "{}";
        for (DomainEvent event : events) {
            // Of many events the details are mostly the same.
            if (!event.details().equals(lastDetails)) {
                lastDetails = event.details();
                lastJson = details(lastDetails);
            }
            rows.number(event.customerId())
                    .instant(now)
                    .text(actor)
                    .text(event.kind())
                    .text(changes(event.changes()))
                    .text(lastJson)
                    .endRow();
        }
        Sql.copy(dataSource, rows);
    }

    private static String changes(Map<String, Change> changes) {
        if (changes.isEmpty()) {
            return "{}";
        }
        JsonObjectBuilder json = JSON.createObjectBuilder();
        changes.forEach((field, change) ->
                json.add(field, JSON.createArrayBuilder().add(change.before()).add(change.after())));
        return json.build().toString();
    }

    private static String details(Map<String, String> details) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        details.forEach(json::add);
        return json.build().toString();
    }
}
