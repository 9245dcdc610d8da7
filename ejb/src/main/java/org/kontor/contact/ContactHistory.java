package org.kontor.contact;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** What is only added and never changed: consent to SMS, changes of jobs. */
@ApplicationScoped
class ContactHistory {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** Notes a new consent, one that ended, and one that goes on for another number (S2-23). */
    void consent(ContactView before, ContactView after, ConsentSource source) {
        boolean sameNumber = before.mobile().equals(after.mobile());
        if (before.smsOptIn() != after.smsOptIn() || (after.smsOptIn() && !sameNumber)) {
            consent(after.id(), after.smsOptIn(), after.smsOptIn() ? after.mobile() : before.mobile(), source);
        }
    }

    void consent(long contactId, boolean optedIn, String mobile, ConsentSource source) {
        Sql.execute(
                dataSource,
                "insert into contact_consent (contact_id, at, actor, source, opted_in, mobile) values (?, ?, ?, ?, ?, ?)",
                Sql.of(contactId, clock.instant(), CallerContext.current().login(), source.name(), optedIn, mobile));
    }

    /** Newest first; of the few that there are, at most 500. */
    List<ConsentView> consents(long contactId) {
        return Sql.many(
                dataSource,
                "select id, at, actor, source, opted_in, mobile from contact_consent where contact_id = ?"
                        + " order by id desc limit 500",
                Sql.of(contactId),
                row -> new ConsentView(
                        row.getLong(1),
                        Sql.instant(row, 2),
                        row.getString(3),
                        ConsentSource.valueOf(row.getString(4)),
                        row.getBoolean(5),
                        row.getString(6)));
    }

    void jobChange(long contactId, String source, String before, String after) {
        Sql.execute(
                dataSource,
                "insert into contact_job_change (contact_id, at, source, before, after) values (?, ?, ?, ?, ?)",
                Sql.of(contactId, clock.instant(), source, before, after));
    }

    /** A change as it was told; either may be empty. */
    record Told(String before, String after) {}

    /** The change that was told last; empty when none ever was. */
    Optional<Told> lastJob(long contactId) {
        return Sql.one(
                dataSource,
                "select before, after from contact_job_change where contact_id = ? order by id desc limit 1",
                Sql.of(contactId),
                row -> new Told(row.getString(1), row.getString(2)));
    }

    /** Newest first; at most 500. */
    List<JobChangeView> jobChanges(long contactId) {
        return Sql.many(
                dataSource,
                "select id, at, source, before, after from contact_job_change where contact_id = ?"
                        + " order by id desc limit 500",
                Sql.of(contactId),
                row -> new JobChangeView(
                        row.getLong(1), Sql.instant(row, 2), row.getString(3), row.getString(4), row.getString(5)));
    }
}
