package org.kontor.lifecycle;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.kontor.customer.CustomerView;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.BulkCopy;
import org.kontor.shared.Sql;

/** Merges in the database, and what a merge needs of customers beyond their views. */
@ApplicationScoped
class MergeRepository {

    private static final String COLUMNS =
            "m.id, m.at, m.actor, m.target_id, m.customer_id, m.final, m.undone_at, m.undone_by, m.report, m.before, m.after,"
                    + " m.entered_before::text, m.entered_after::text, coalesce(c.display_name, '')";

    private static final String FROM = " from customer_merge m left join customer c on c.id = m.target_id ";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * A merge as it is stored.
     *
     * @param id Kontor's own number
     * @param at when
     * @param by who made it
     * @param target who stayed; its name is empty when it was merged itself since
     * @param customerId whose the merge is now
     * @param irreversible whether it was made while merges were final
     * @param undoneAt when it was taken back
     * @param undoneBy who did
     * @param report what it did (JSON)
     * @param before draft of the target before (JSON)
     * @param after draft of the target afterwards (JSON)
     * @param enteredBefore when fields of the target had been entered, before (JSON)
     * @param enteredAfter the same afterwards (JSON)
     */
    record Stored(
            long id,
            Instant at,
            String by,
            MergeParty target,
            long customerId,
            boolean irreversible,
            Optional<Instant> undoneAt,
            String undoneBy,
            String report,
            String before,
            String after,
            String enteredBefore,
            String enteredAfter) {

        boolean inForce() {
            return undoneAt.isEmpty();
        }
    }

    /** Locks the customers and their child accounts, all in one order; gives those of the customers that there are. */
    Set<Long> lock(Collection<Long> ids) {
        Long[] wanted = ids.toArray(Long[]::new);
        Set<Long> there = new HashSet<>(Sql.many(
                dataSource,
                "select id from customer where id = any(?) or parent_id = any(?) order by id for update",
                Sql.of(wanted, wanted),
                row -> row.getLong(1)));
        there.retainAll(ids);
        return there;
    }

    /** Those of the customers that have child accounts. */
    Set<Long> parents(Collection<Long> ids) {
        return new HashSet<>(Sql.many(
                dataSource,
                "select distinct parent_id from customer where parent_id = any(?)",
                Sql.of((Object) ids.toArray(Long[]::new)),
                row -> row.getLong(1)));
    }

    /** When fields were entered, by customer and column; those that were entered with the record are left out. */
    Map<Long, Map<String, Instant>> entered(Collection<Long> ids) {
        Map<Long, Map<String, Instant>> entered = new HashMap<>();
        Sql.many(
                dataSource,
                "select c.id, e.key, e.value from customer c, jsonb_each_text(c.entered_at) e where c.id = any(?)",
                Sql.of((Object) ids.toArray(Long[]::new)),
                row -> entered.computeIfAbsent(row.getLong(1), id -> new HashMap<>())
                        .put(
                                row.getString(2),
                                OffsetDateTime.parse(row.getString(3)).toInstant()));
        return entered;
    }

    /** The same of one customer, as JSON. */
    String enteredJson(long id) {
        return Sql.one(
                        dataSource,
                        "select entered_at::text from customer where id = ?",
                        Sql.of(id),
                        row -> row.getString(1))
                .orElse("{}");
    }

    /** Says when fields were entered, in place of when they were written. */
    void entered(long id, String json) {
        Sql.execute(dataSource, "update customer set entered_at = ?::jsonb where id = ?", Sql.of(json, id));
    }

    long insert(Instant at, String by, long target, boolean irreversible, List<CustomerView> sources) {
        long id = Sql.one(
                        dataSource,
                        "insert into customer_merge (at, actor, target_id, customer_id, final, report)"
                                + " values (?, ?, ?, ?, ?, '') returning id",
                        Sql.of(at, by, target, target, irreversible),
                        row -> row.getLong(1))
                .orElseThrow();
        BulkCopy rows = new BulkCopy("merge_source", "merge_id, source_id, name");
        sources.forEach(source ->
                rows.number(id).number(source.id()).text(source.displayName()).endRow());
        Sql.copy(dataSource, rows);
        return id;
    }

    /** Notes what was done, and what the target was and is. */
    void done(long id, String report, String before, String after, String enteredBefore, String enteredAfter) {
        Sql.execute(
                dataSource,
                "update customer_merge set report = ?, before = ?, after = ?, entered_before = ?::jsonb,"
                        + " entered_after = ?::jsonb where id = ?",
                Sql.of(report, before, after, enteredBefore, enteredAfter, id));
    }

    /** Notes that it was taken back; nothing is left of what the sources were, who are there again. */
    void undone(long id, Instant at, String by, String report) {
        Sql.execute(
                dataSource,
                "update customer_merge set undone_at = ?, undone_by = ?, report = ?, before = '', after = '' where id = ?",
                Sql.of(at, by, report, id));
        Sql.execute(dataSource, "update merge_source set name = '' where merge_id = ?", Sql.of(id));
    }

    /** Lets the ids of the sources lead to the target. */
    void redirect(long target, List<CustomerView> sources) {
        BulkCopy rows = new BulkCopy("former_customer", "id, customer_id, entity_id, account_number");
        sources.forEach(source -> rows.number(source.id())
                .number(target)
                .number(source.entityId())
                .text(source.accountNumber())
                .endRow());
        Sql.copy(dataSource, rows);
    }

    void endRedirect(List<Long> sources) {
        Sql.execute(dataSource, "delete from former_customer where id = any(?)", Sql.of((Object)
                sources.toArray(Long[]::new)));
    }

    void remove(List<Long> customers) {
        Sql.execute(
                dataSource, "delete from customer where id = any(?)", Sql.of((Object) customers.toArray(Long[]::new)));
    }

    /** The merge; nobody else can take it back meanwhile when {@code locked}. */
    Optional<Stored> find(long id, boolean locked) {
        return Sql.one(
                dataSource,
                "select " + COLUMNS + FROM + "where m.id = ?" + (locked ? " for update of m" : ""),
                Sql.of(id),
                MergeRepository::stored);
    }

    /** Merges with an id below {@code before}, newest first; of one customer, or of all. */
    List<Stored> list(Optional<Long> customer, long before, int atMost) {
        return Sql.many(
                dataSource,
                "select " + COLUMNS + FROM + "where (?::bigint is null or m.customer_id = ?) and m.id < ?"
                        + " order by m.id desc limit ?",
                Sql.of(customer.orElse(null), customer.orElse(null), before, atMost),
                MergeRepository::stored);
    }

    /** The sources of merges, by merge. */
    Map<Long, List<MergeParty>> sources(Collection<Long> merges) {
        Map<Long, List<MergeParty>> sources = new LinkedHashMap<>();
        Sql.many(
                dataSource,
                "select s.merge_id, s.source_id, coalesce(c.display_name, s.name) from merge_source s"
                        + " left join customer c on c.id = s.source_id where s.merge_id = any(?) order by 1, 2",
                Sql.of((Object) merges.toArray(Long[]::new)),
                row -> sources.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(new MergeParty(row.getLong(2), row.getString(3))));
        return sources;
    }

    /** A later merge into the same customer that is in force. */
    Optional<Long> later(long mergeId, long target) {
        return Sql.one(
                dataSource,
                "select min(id) from customer_merge where customer_id = ? and target_id = ? and id > ? and undone_at is null"
                        + " having min(id) is not null",
                Sql.of(target, target, mergeId),
                row -> row.getLong(1));
    }

    /** Starts something that {@link #takeBack} takes back within the transaction. */
    void mark() {
        Sql.execute(dataSource, "savepoint merge_rehearsal", Sql.of());
    }

    /** Takes back what was done since {@link #mark}. */
    void takeBack() {
        Sql.execute(dataSource, "rollback to savepoint merge_rehearsal", Sql.of());
    }

    private static Stored stored(ResultSet row) throws SQLException {
        OffsetDateTime undone = row.getObject(7, OffsetDateTime.class);
        return new Stored(
                row.getLong(1),
                Sql.instant(row, 2),
                row.getString(3),
                new MergeParty(row.getLong(4), row.getString(14)),
                row.getLong(5),
                row.getBoolean(6),
                Optional.ofNullable(undone).map(OffsetDateTime::toInstant),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13));
    }
}
