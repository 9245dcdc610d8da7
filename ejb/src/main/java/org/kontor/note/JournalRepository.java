package org.kontor.note;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Journal entries: plain rows, written, corrected, never removed. */
@ApplicationScoped
class JournalRepository {

    private static final String ENTRIES =
            "select j.id, j.version, j.created_at, j.created_by, j.updated_at, j.updated_by,"
                    + " j.customer_id, j.happened_at, a.code, a.name, j.topic, j.contact_id, j.text"
                    + " from journal_entry j join system_table_entry a on a.id = j.action_id where ";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    long add(long customerId, JournalDraft draft, long actionId, Instant at, String by) {
        return Sql.one(
                        dataSource,
                        "insert into journal_entry (created_at, created_by, updated_at, updated_by, customer_id, happened_at,"
                                + " action_id, topic, contact_id, text) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                        Sql.of(
                                at,
                                by,
                                at,
                                by,
                                customerId,
                                draft.happenedAt().orElse(at),
                                actionId,
                                draft.topic()
                                        .orElse(JournalTopic.CUSTOMER_RELATIONS)
                                        .name(),
                                draft.contactId().orElse(null),
                                draft.text()),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** Whether the version was still this one. */
    boolean revise(JournalView before, JournalDraft draft, long actionId, Instant at, String by) {
        return Sql.execute(
                        dataSource,
                        "update journal_entry set happened_at = ?, action_id = ?, topic = ?, contact_id = ?, text = ?,"
                                + " updated_at = ?, updated_by = ?, version = version + 1 where id = ? and version = ?",
                        Sql.of(
                                draft.happenedAt().orElse(before.happenedAt()),
                                actionId,
                                draft.topic().orElse(before.topic()).name(),
                                draft.contactId().orElse(null),
                                draft.text(),
                                at,
                                by,
                                before.id(),
                                before.version()))
                == 1;
    }

    Optional<JournalView> find(long id) {
        return Sql.one(dataSource, ENTRIES + "j.id = ?", Sql.of(id), JournalRepository::view);
    }

    /** Entries before this one in the order of the list: what happened last comes first. */
    List<JournalView> ofCustomer(long customerId, Instant before, long beforeId, int limit) {
        return Sql.many(
                dataSource,
                ENTRIES
                        + "j.customer_id = ? and (j.happened_at, j.id) < (?, ?) order by j.happened_at desc, j.id desc limit ?",
                Sql.of(customerId, before, beforeId, limit),
                JournalRepository::view);
    }

    boolean contactBelongsTo(long contactId, long customerId) {
        return Sql.one(
                        dataSource,
                        "select 1 from contact where id = ? and customer_id = ?",
                        Sql.of(contactId, customerId),
                        row -> 1)
                .isPresent();
    }

    long uses(long actionId) {
        return Sql.one(
                        dataSource,
                        "select count(*) from journal_entry where action_id = ?",
                        Sql.of(actionId),
                        row -> row.getLong(1))
                .orElse(0L);
    }

    private static JournalView view(ResultSet row) throws SQLException {
        long contact = row.getLong(12);
        return new JournalView(
                row.getLong(1),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getString(4),
                Sql.instant(row, 5),
                row.getString(6),
                row.getLong(7),
                Sql.instant(row, 8),
                row.getString(9),
                row.getString(10),
                JournalTopic.valueOf(row.getString(11)),
                contact == 0 ? Optional.empty() : Optional.of(contact),
                row.getString(13));
    }
}
