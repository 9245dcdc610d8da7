package org.kontor.connector;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.connector.PullsFrom.Problem;
import org.kontor.connector.PullsFrom.Taken;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Stores how far pulls are. */
@ApplicationScoped
class PullRepository {

    /** Longer than any piece takes; after a crash another node begins when it has passed. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final int SHOWN = 100;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** Takes the lease, if the pull is due and nobody has it; gives the cursor and how often it failed. */
    Optional<Leased> lease(long connectionId, PullKind kind, boolean dueOrNot, Instant now) {
        Sql.execute(
                dataSource,
                "insert into connection_pull (connection_id, kind, next_at) values (?, ?, ?) on conflict do nothing",
                Sql.of(connectionId, kind.name(), now));
        return Sql.one(
                dataSource,
                "update connection_pull set leased_until = ? where connection_id = ? and kind = ?"
                        + " and (leased_until is null or leased_until < ?) and (next_at <= ? or ?)"
                        + " returning cursor, attempts",
                Sql.of(now.plus(LEASE), connectionId, kind.name(), now, now, dueOrNot),
                row -> new Leased(row.getString(1), row.getInt(2)));
    }

    /** What a lease begins with. */
    record Leased(String cursor, int attempts) {}

    void progressed(long connectionId, PullKind kind, String cursor, Taken taken, Instant now) {
        Sql.execute(
                dataSource,
                "update connection_pull set cursor = ?, taken = taken + ?, leased_until = ? where connection_id = ? and kind = ?",
                Sql.of(cursor, taken.count(), now.plus(LEASE), connectionId, kind.name()));
        Sql.execute(
                dataSource,
                "delete from connection_pull_problem where connection_id = ? and kind = ? and remote_id = any(?::text[])",
                Sql.of(connectionId, kind.name(), taken.mended().toArray(String[]::new)));
        for (Problem problem : taken.problems()) {
            Sql.execute(
                    dataSource,
                    "insert into connection_pull_problem (connection_id, kind, remote_id, code, message, at)"
                            + " values (?, ?, left(?, 200), ?, ?, ?) on conflict (connection_id, kind, remote_id)"
                            + " do update set code = excluded.code, message = excluded.message, at = excluded.at",
                    Sql.of(connectionId, kind.name(), problem.remoteId(), problem.code(), problem.message(), now));
        }
    }

    void ended(long connectionId, PullKind kind, Instant now, Instant next) {
        Sql.execute(
                dataSource,
                "update connection_pull set leased_until = null, attempts = 0, message = '', ended_at = ?, next_at = ?"
                        + " where connection_id = ? and kind = ?",
                Sql.of(now, next, connectionId, kind.name()));
    }

    void failed(long connectionId, PullKind kind, String message, Instant next) {
        Sql.execute(
                dataSource,
                "update connection_pull set leased_until = null, attempts = attempts + 1, message = ?, next_at = ?"
                        + " where connection_id = ? and kind = ?",
                Sql.of(message, next, connectionId, kind.name()));
    }

    /** Gives the lease back; the next one goes on where this one ended. */
    void release(long connectionId, PullKind kind) {
        Sql.execute(
                dataSource,
                "update connection_pull set leased_until = null where connection_id = ? and kind = ?",
                Sql.of(connectionId, kind.name()));
    }

    /** Lets it begin anew. */
    void rewind(long connectionId, PullKind kind) {
        Sql.execute(
                dataSource,
                "update connection_pull set cursor = '' where connection_id = ? and kind = ?",
                Sql.of(connectionId, kind.name()));
    }

    Optional<PullView> find(long connectionId, PullKind kind, Instant now) {
        List<Problem> problems = Sql.many(
                dataSource,
                "select remote_id, code, message from connection_pull_problem where connection_id = ? and kind = ?"
                        + " order by at desc, remote_id limit " + SHOWN,
                Sql.of(connectionId, kind.name()),
                row -> new Problem(row.getString(1), row.getString(2), row.getString(3)));
        return Sql.one(
                dataSource,
                "select leased_until > ?, ended_at, next_at, attempts, message, taken from connection_pull"
                        + " where connection_id = ? and kind = ?",
                Sql.of(now, connectionId, kind.name()),
                row -> new PullView(
                        kind,
                        row.getBoolean(1),
                        Optional.ofNullable(row.getObject(2, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.of(Sql.instant(row, 3)),
                        row.getInt(4),
                        row.getString(5),
                        row.getLong(6),
                        problems));
    }
}
