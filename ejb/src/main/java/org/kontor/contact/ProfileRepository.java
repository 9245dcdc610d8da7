package org.kontor.contact;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Links of contacts to their public profiles, and the job that was seen there last. */
@ApplicationScoped
class ProfileRepository {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * A contact with a link.
     *
     * @param customerId whose it is
     * @param job what was seen last; empty before the first time
     */
    record Watched(long contactId, long customerId, String link, String job) {}

    /** Active contacts with a link behind this id, in the order of the ids. */
    List<Watched> behind(long contactId, int most) {
        return Sql.many(
                dataSource,
                "select id, customer_id, linked_in_url, seen_job from contact where linked_in_url <> '' and id > ? and status = 'ACTIVE'"
                        + " order by id limit ?",
                Sql.of(contactId, most),
                row -> new Watched(row.getLong(1), row.getLong(2), row.getString(3), row.getString(4)));
    }

    /**
     * Notes what was seen; says whether it is news: neither empty, nor what was known, nor of a link that was changed or a contact that went
     * to another customer meanwhile.
     */
    boolean noted(Watched contact, String job, Instant at) {
        return Sql.execute(
                        dataSource,
                        "update contact set seen_job = ?, seen_job_at = ? where id = ? and customer_id = ? and linked_in_url = ? and seen_job = ?"
                                + " and seen_job <> ? and ? <> ''",
                        Sql.of(
                                job,
                                at,
                                contact.contactId(),
                                contact.customerId(),
                                contact.link(),
                                contact.job(),
                                job,
                                job))
                == 1;
    }
}
