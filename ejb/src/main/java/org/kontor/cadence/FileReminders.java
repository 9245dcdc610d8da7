package org.kontor.cadence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.portal.PortalFileAdded;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.Sql;

/**
 * Whoever owns the billing of a customer gets a to-do when a contact uploads a file in the portal (S4-135). While it is not done, further
 * files are added to its text.
 */
@ApplicationScoped
class FileReminders {

    private static final String OCCASION = "portal-file";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    ToDoRepository repository;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> happened;

    /** The customer is locked by who fires, so that two files at once make one to-do. */
    void on(@Observes PortalFileAdded added) {
        boolean german = Sql.one(
                        dataSource,
                        "select locale from company_entity where id = ?",
                        Sql.of(added.entityId()),
                        row -> Locale.forLanguageTag(row.getString(1)).getLanguage())
                .filter("de"::equals)
                .isPresent();
        String line = added.contact() + ": " + added.file();
        int more = Sql.execute(
                dataSource,
                "update to_do set version = version + 1, text = left(text || E'\\n' || ?, 20000) where id = ("
                        + "select id from to_do where customer_id = ? and occasion = ? and state in ('SCHEDULED', 'PENDING')"
                        + " order by id desc limit 1)",
                Sql.of(line, added.customerId(), OCCASION));
        if (more > 0) {
            return;
        }
        String subject = german ? "Dateien aus dem Kundenportal ansehen" : "Look at files from the customer portal";
        long id = Sql.one(
                        dataSource,
                        "insert into to_do (created_at, created_by, customer_id, occasion, kind, subject, text, due_on, state)"
                                + " values (?, ?, ?, ?, 'REMINDER', ?, ?, ?, 'SCHEDULED') returning id",
                        Sql.of(
                                clock.instant(),
                                CallerContext.current().login(),
                                added.customerId(),
                                OCCASION,
                                subject,
                                line,
                                repository.today(added.customerId())),
                        row -> row.getLong(1))
                .orElseThrow();
        happened.fire(new DomainEvent(
                "to-do.added",
                added.customerId(),
                Map.of(),
                Map.of("toDoId", Long.toString(id), "kind", StepKind.REMINDER.name(), "name", subject)));
    }
}
