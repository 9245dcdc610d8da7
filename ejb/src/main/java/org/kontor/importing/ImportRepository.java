package org.kontor.importing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.importing.ImportView.Candidate;

/** Reads and writes imports. */
@ApplicationScoped
public class ImportRepository {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    Clock clock;

    /** A number for the next import. */
    long nextId() {
        return Sql.one(
                        dataSource,
                        "select nextval(pg_get_serial_sequence('import_run', 'id'))",
                        s -> {},
                        r -> r.getLong(1))
                .orElseThrow();
    }

    /** Writes a new import. Version and times of the view are set here. */
    void insert(ImportView v, long userId, String sha256) {
        Timestamp now = now();
        Sql.execute(
                dataSource,
                "insert into import_run (id, created_at, created_by, user_id, updated_at, file_name, file_size, sha256,"
                        + " charset, delimiter, header, format, candidates, header_problems, ignored_columns, state,"
                        + " dry_run, on_duplicate, rows_read, created, skipped)"
                        + " overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                s -> {
                    s.setLong(1, v.id());
                    s.setTimestamp(2, now);
                    s.setString(3, v.createdBy());
                    s.setLong(4, userId);
                    s.setTimestamp(5, now);
                    s.setString(6, v.fileName());
                    s.setLong(7, v.fileSize());
                    s.setString(8, sha256);
                    s.setString(9, v.charset());
                    s.setString(10, v.delimiter());
                    s.setArray(11, array(s, v.header()));
                    s.setString(12, v.format());
                    s.setArray(13, array(s, flatCandidates(v.candidates())));
                    s.setArray(14, array(s, flatProblems(v.headerProblems())));
                    s.setArray(15, array(s, v.ignoredColumns()));
                    s.setString(16, v.state().name());
                    s.setBoolean(17, v.dryRun());
                    s.setString(18, v.onDuplicate().name());
                    s.setLong(19, v.rowsRead());
                    s.setLong(20, v.created());
                    s.setLong(21, v.skipped());
                });
    }

    /** Stores what was asked and puts everything that a former dry run counted back to nothing. */
    void restart(ImportView v, long userId) {
        Sql.execute(dataSource, "delete from import_problem where import_id = ?", s -> s.setLong(1, v.id()));
        Sql.execute(
                dataSource,
                "update import_run set version = version + 1, updated_at = ?, user_id = ?, format = ?,"
                        + " header_problems = ?, ignored_columns = ?, state = 'PENDING', dry_run = ?, on_duplicate = ?,"
                        + " cancel_requested = false, failure = '', rows_read = 0, created = 0, updated = 0, skipped = 0,"
                        + " failed = 0, bytes_read = 0, checkpoint_row = 0 where id = ?",
                s -> {
                    s.setTimestamp(1, now());
                    s.setLong(2, userId);
                    s.setString(3, v.format());
                    s.setArray(4, array(s, flatProblems(v.headerProblems())));
                    s.setArray(5, array(s, v.ignoredColumns()));
                    s.setBoolean(6, v.dryRun());
                    s.setString(7, v.onDuplicate().name());
                    s.setLong(8, v.id());
                });
    }

    /** Changes the state. */
    void state(long id, ImportState state, String failure) {
        Sql.execute(
                dataSource,
                "update import_run set version = version + 1, updated_at = ?, state = ?, failure = ?,"
                        + " cancel_requested = false where id = ?",
                s -> {
                    s.setTimestamp(1, now());
                    s.setString(2, state.name());
                    s.setString(3, failure);
                    s.setLong(4, id);
                });
    }

    /** Asks a running import to stop. */
    void requestCancel(long id) {
        Sql.execute(
                dataSource,
                "update import_run set version = version + 1, updated_at = ?, cancel_requested = true where id = ?",
                s -> {
                    s.setTimestamp(1, now());
                    s.setLong(2, id);
                });
    }

    /** Adds what a piece did, and where the next one starts. */
    void advance(long id, Counts counts, long checkpointRow, long bytesRead, boolean finished) {
        Sql.execute(
                dataSource,
                "update import_run set version = version + 1, updated_at = ?, rows_read = rows_read + ?,"
                        + " created = created + ?, updated = updated + ?, skipped = skipped + ?, failed = failed + ?,"
                        + " checkpoint_row = ?, bytes_read = ?, state = ? where id = ?",
                s -> {
                    s.setTimestamp(1, now());
                    s.setLong(2, counts.rows());
                    s.setLong(3, counts.created());
                    s.setLong(4, counts.updated());
                    s.setLong(5, counts.skipped());
                    s.setLong(6, counts.failed());
                    s.setLong(7, checkpointRow);
                    s.setLong(8, bytesRead);
                    s.setString(9, (finished ? ImportState.SUCCEEDED : ImportState.RUNNING).name());
                    s.setLong(10, id);
                });
    }

    /** The import with this id. */
    Optional<ImportRun> find(long id) {
        return Sql.one(
                dataSource, "select * from import_run where id = ?", s -> s.setLong(1, id), ImportRepository::run);
    }

    /** The same, locked until the end of the transaction. */
    Optional<ImportRun> lock(long id) {
        return Sql.one(
                dataSource,
                "select * from import_run where id = ? for update",
                s -> s.setLong(1, id),
                ImportRepository::run);
    }

    /** Imports with an id below this one, newest first. */
    List<ImportView> list(long below, int limit) {
        return Sql.many(
                dataSource,
                "select * from import_run where id < ? order by id desc limit ?",
                s -> {
                    s.setLong(1, below);
                    s.setInt(2, limit);
                },
                r -> run(r).view());
    }

    private static ImportRun run(ResultSet r) throws SQLException {
        ImportView view = new ImportView(
                r.getLong("id"),
                r.getLong("version"),
                instant(r, "created_at"),
                r.getString("created_by"),
                instant(r, "updated_at"),
                r.getString("file_name"),
                r.getLong("file_size"),
                ImportState.valueOf(r.getString("state")),
                r.getBoolean("dry_run"),
                OnDuplicate.valueOf(r.getString("on_duplicate")),
                r.getString("format"),
                candidates(strings(r, "candidates")),
                r.getString("charset"),
                r.getString("delimiter"),
                strings(r, "header"),
                problems(strings(r, "header_problems")),
                strings(r, "ignored_columns"),
                r.getLong("rows_read"),
                r.getLong("created"),
                r.getLong("updated"),
                r.getLong("skipped"),
                r.getLong("failed"),
                r.getLong("bytes_read"),
                List.of(),
                r.getLong("checkpoint_row"),
                r.getString("failure"));
        return new ImportRun(view, r.getLong("user_id"), r.getBoolean("cancel_requested"));
    }

    private static Instant instant(ResultSet r, String column) throws SQLException {
        return r.getTimestamp(column).toInstant();
    }

    private static List<String> strings(ResultSet r, String column) throws SQLException {
        return List.of((String[]) r.getArray(column).getArray());
    }

    private static Array array(PreparedStatement s, List<String> values) throws SQLException {
        return s.getConnection()
                .createArrayOf(
                        "text",
                        values.stream().map(v -> v.replace("\u0000", "")).toArray());
    }

    private static List<String> flatCandidates(List<Candidate> candidates) {
        List<String> parts = new ArrayList<>();
        candidates.forEach(c -> parts.addAll(List.of(c.format(), c.name(), Integer.toString(c.score()))));
        return parts;
    }

    private static List<Candidate> candidates(List<String> parts) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i + 2 < parts.size(); i += 3) {
            candidates.add(new Candidate(parts.get(i), parts.get(i + 1), Integer.parseInt(parts.get(i + 2))));
        }
        return candidates;
    }

    private static List<String> flatProblems(List<HeaderProblem> problems) {
        List<String> parts = new ArrayList<>();
        problems.forEach(p -> parts.addAll(List.of(p.column(), p.code(), p.message())));
        return parts;
    }

    private static List<HeaderProblem> problems(List<String> parts) {
        List<HeaderProblem> problems = new ArrayList<>();
        for (int i = 0; i + 2 < parts.size(); i += 3) {
            problems.add(new HeaderProblem(parts.get(i), parts.get(i + 1), parts.get(i + 2)));
        }
        return problems;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
