package org.kontor.importing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.customer.CustomerDraft;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.RecordJson;
import org.kontor.shared.Sql;

/** Reads and writes how far imports were taken back. */
@ApplicationScoped
public class UndoRepository {

    private static final String CHANGES = """
            select distinct on (t.customer_id) t.customer_id, c.display_name, t.actor, t.kind
            from timeline_entry t join customer c on c.id = t.customer_id
            where t.customer_id = any(?) and coalesce(t.details ->> 'importId', '') <> ?
            order by t.customer_id, t.id desc
            """;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** A customer that the import brought or changed. */
    record Touched(long customerId, boolean created) {}

    /** A customer as it was before the import, and the version that the import left. */
    record Before(long versionAfter, CustomerDraft draft) {}

    /** Asks for the undo of a locked import; what a former one could not take back is tried again. */
    void ask(long importId, long userId) {
        Sql.execute(dataSource, "delete from import_obstacle where import_id = ?", s -> s.setLong(1, importId));
        Sql.execute(
                dataSource,
                "update import_run set version = version + 1, updated_at = ?, undo_state = 'PENDING', undo_by = ?,"
                        + " undo_kept = 0, undo_after = 0, failure = '' where id = ?",
                s -> {
                    s.setTimestamp(1, Timestamp.from(clock.instant()));
                    s.setLong(2, userId);
                    s.setLong(3, importId);
                });
    }

    long askedBy(long importId) {
        return Sql.one(
                        dataSource,
                        "select undo_by from import_run where id = ?",
                        s -> s.setLong(1, importId),
                        r -> r.getLong(1))
                .orElseThrow();
    }

    /** Locks the import; gives the customer behind which to go on, or nothing when there is nothing to undo. */
    Optional<Long> begin(long importId) {
        return Sql.one(
                dataSource,
                "update import_run set undo_state = 'RUNNING' where id = ? and undo_state in ('PENDING', 'RUNNING')"
                        + " returning undo_after",
                s -> s.setLong(1, importId),
                r -> r.getLong(1));
    }

    /** The next customers of an import, the last one first: a child account comes after its parent, and goes before. */
    List<Touched> touched(long importId, long after, int limit) {
        return Sql.many(
                dataSource,
                "select customer_id, bool_or(created) from import_row_key where import_id = ?"
                        + " and (? = 0 or customer_id < ?) group by customer_id order by customer_id desc limit ?",
                s -> {
                    s.setLong(1, importId);
                    s.setLong(2, after);
                    s.setLong(3, after);
                    s.setInt(4, limit);
                },
                r -> new Touched(r.getLong(1), r.getBoolean(2)));
    }

    Map<Long, Before> before(long importId, Collection<Long> customers) {
        Map<Long, Before> before = new HashMap<>();
        Sql.many(
                        dataSource,
                        "select customer_id, version_after, draft from import_before where import_id = ?"
                                + " and customer_id = any(?)",
                        s -> {
                            s.setLong(1, importId);
                            s.setArray(2, ids(s, customers));
                        },
                        r -> Map.entry(
                                r.getLong(1),
                                new Before(r.getLong(2), RecordJson.read(CustomerDraft.class, r.getString(3)))))
                .forEach(entry -> before.put(entry.getKey(), entry.getValue()));
        return before;
    }

    /** Customers whose timeline tells of anything besides the import. */
    Map<Long, ImportObstacle> changesSince(long importId, Collection<Long> customers) {
        Map<Long, ImportObstacle> found = new HashMap<>();
        Sql.many(
                        dataSource,
                        CHANGES,
                        s -> {
                            s.setArray(1, ids(s, customers));
                            s.setString(2, Long.toString(importId));
                        },
                        r -> new ImportObstacle(
                                r.getLong(1),
                                r.getString(2),
                                "CHANGED_SINCE",
                                r.getString(3) + " has worked with this customer since (" + r.getString(4) + ")."))
                .forEach(obstacle -> found.put(obstacle.customerId(), obstacle));
        return found;
    }

    /** Forgets what was taken back, so that the rows can come in again, and writes down what was not. */
    void settle(long importId, Collection<Long> settled, List<ImportObstacle> obstacles) {
        for (String table : List.of("import_row_key", "import_before")) {
            Sql.execute(dataSource, "delete from " + table + " where import_id = ? and customer_id = any(?)", s -> {
                s.setLong(1, importId);
                s.setArray(2, ids(s, settled));
            });
        }
        Sql.execute(
                dataSource,
                "insert into import_obstacle (import_id, customer_id, code, message)"
                        + " select ?, * from unnest(?::bigint[], ?::text[], ?::text[])",
                s -> {
                    s.setLong(1, importId);
                    s.setArray(
                            2,
                            ids(
                                    s,
                                    obstacles.stream()
                                            .map(ImportObstacle::customerId)
                                            .toList()));
                    s.setArray(
                            3,
                            texts(
                                    s,
                                    obstacles.stream().map(ImportObstacle::code).toList()));
                    s.setArray(
                            4,
                            texts(
                                    s,
                                    obstacles.stream()
                                            .map(ImportObstacle::message)
                                            .toList()));
                });
    }

    void advance(long importId, long after, int removed, int restored, int kept, boolean done) {
        Sql.execute(
                dataSource,
                "update import_run set version = version + 1, updated_at = ?, undo_after = ?, undone_created ="
                        + " undone_created + ?, undone_updated = undone_updated + ?, undo_kept = undo_kept + ?,"
                        + " undo_state = ? where id = ?",
                s -> {
                    s.setTimestamp(1, Timestamp.from(clock.instant()));
                    s.setLong(2, after);
                    s.setInt(3, removed);
                    s.setInt(4, restored);
                    s.setInt(5, kept);
                    s.setString(6, (done ? UndoView.State.DONE : UndoView.State.RUNNING).name());
                    s.setLong(7, importId);
                });
    }

    /** An undo cannot go on; it can be asked for once more. */
    void failed(long importId, String reason) {
        Sql.execute(
                dataSource,
                "update import_run set version = version + 1, undo_state = 'FAILED', failure = ? where id = ?",
                s -> {
                    s.setString(1, reason);
                    s.setLong(2, importId);
                });
    }

    /** Obstacles behind this customer, by id. */
    List<ImportObstacle> obstacles(long importId, long after, int limit) {
        return Sql.many(
                dataSource,
                "select o.customer_id, c.display_name, o.code, o.message from import_obstacle o"
                        + " join customer c on c.id = o.customer_id where o.import_id = ? and o.customer_id > ?"
                        + " order by o.customer_id limit ?",
                s -> {
                    s.setLong(1, importId);
                    s.setLong(2, after);
                    s.setInt(3, limit);
                },
                r -> new ImportObstacle(r.getLong(1), r.getString(2), r.getString(3), r.getString(4)));
    }

    private static Array ids(PreparedStatement s, Collection<Long> ids) throws SQLException {
        return s.getConnection().createArrayOf("bigint", ids.toArray());
    }

    private static Array texts(PreparedStatement s, Collection<String> texts) throws SQLException {
        return s.getConnection().createArrayOf("text", texts.toArray());
    }
}
