package org.kontor.connector;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.connector.SyncRunView.State;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Sql;

/** Stores rounds of reading. */
@ApplicationScoped
class SyncRunRepository {

    /** So long a round that is over is kept. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final String SELECT =
            "select id, version, created_at, created_by, updated_at, connection_id, state, from_start, taken, message,"
                    + " started_at, ended_at from sync_run";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** A round that somebody asked for. */
    long insert(long connectionId, boolean fromStart, String by, Instant now) {
        return Sql.one(
                        dataSource,
                        "insert into sync_run (created_at, created_by, updated_at, connection_id, state, from_start)"
                                + " values (?, ?, ?, ?, 'PENDING', ?) returning id",
                        Sql.of(now, by, now, connectionId, fromStart),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    /** A round that went by the clock and is over. */
    void note(long connectionId, String by, Instant began, long taken, String message, Instant now) {
        Sql.execute(
                dataSource,
                "insert into sync_run (created_at, created_by, updated_at, connection_id, state, from_start, taken, message,"
                        + " started_at, ended_at) values (?, ?, ?, ?, ?, false, ?, ?, ?, ?)",
                Sql.of(began, by, now, connectionId, ended(message).name(), taken, message, began, now));
        tidy(connectionId, now);
    }

    /** Begins one that is still to be done, or goes on with it after a crash; empty when it is over. */
    Optional<SyncRunView> begin(long id, Instant now) {
        Sql.execute(
                dataSource,
                "update sync_run set version = version + 1, updated_at = ?, state = 'RUNNING', started_at = coalesce(started_at, ?)"
                        + " where id = ? and state in ('PENDING', 'RUNNING')",
                Sql.of(now, now, id));
        return find(id).filter(run -> run.state() == State.RUNNING);
    }

    /** One kind of what there is to read was read, or broke off. */
    void progressed(long id, long taken, String message, Instant now) {
        Sql.execute(
                dataSource,
                "update sync_run set version = version + 1, updated_at = ?, taken = taken + ?,"
                        + " message = case when ? = '' then message else ? end where id = ?",
                Sql.of(now, taken, message, message, id));
    }

    /** It is over. */
    void end(long id, Instant now) {
        find(id).ifPresent(run -> {
            Sql.execute(
                    dataSource,
                    "update sync_run set version = version + 1, updated_at = ?, state = ?, ended_at = ? where id = ?",
                    Sql.of(now, ended(run.message()).name(), now, id));
            tidy(run.connectionId(), now);
        });
    }

    private static State ended(String message) {
        return message.isEmpty() ? State.SUCCEEDED : State.FAILED;
    }

    private void tidy(long connectionId, Instant now) {
        Sql.execute(
                dataSource,
                "delete from sync_run where connection_id = ? and ended_at < ?",
                Sql.of(connectionId, now.minus(KEPT)));
    }

    Optional<SyncRunView> find(long id) {
        return Sql.one(dataSource, SELECT + " where id = ?", Sql.of(id), SyncRunRepository::view);
    }

    /** The latest first. */
    List<SyncRunView> list(Optional<Long> connectionId, long before, int limit) {
        return connectionId.isPresent()
                ? Sql.many(
                        dataSource,
                        SELECT + " where connection_id = ? and id < ? order by id desc limit ?",
                        Sql.of(connectionId.get(), before, limit),
                        SyncRunRepository::view)
                : Sql.many(
                        dataSource,
                        SELECT + " where id < ? order by id desc limit ?",
                        Sql.of(before, limit),
                        SyncRunRepository::view);
    }

    private static SyncRunView view(ResultSet row) throws SQLException {
        return new SyncRunView(
                row.getLong(1),
                row.getLong(2),
                Sql.instant(row, 3),
                row.getString(4),
                Sql.instant(row, 5),
                row.getLong(6),
                State.valueOf(row.getString(7)),
                row.getBoolean(8),
                row.getLong(9),
                row.getString(10),
                moment(row, 11),
                moment(row, 12));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
