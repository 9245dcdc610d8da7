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
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.importing.ImportView.Candidate;
import org.kontor.shared.RecordJson;
import org.kontor.shared.Sql;

/** Reads and writes imports. */
@ApplicationScoped
public class ImportRepository {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    ShadowRepository shadows;

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
                        + " charset, charset_certain, delimiter, header, format, candidates, header_problems, ignored_columns, state,"
                        + " dry_run, on_duplicate, rows_read, created, skipped)"
                        + " overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                    s.setBoolean(10, v.charsetCertain());
                    s.setString(11, v.delimiter());
                    s.setArray(12, array(s, v.header()));
                    s.setString(13, v.format());
                    s.setArray(14, array(s, flatCandidates(v.candidates())));
                    s.setArray(15, array(s, flatProblems(v.headerProblems())));
                    s.setArray(16, array(s, v.ignoredColumns()));
                    s.setString(17, v.state().name());
                    s.setBoolean(18, v.dryRun());
                    s.setString(19, v.onDuplicate().name());
                    s.setLong(20, v.rowsRead());
                    s.setLong(21, v.created());
                    s.setLong(22, v.skipped());
                });
    }

    /**
     * Stores what was asked and puts everything that a former dry run counted back to nothing.
     *
     * @param format id of the format
     * @param ignoredColumns columns that it does not import
     */
    void restart(long id, String format, List<String> ignoredColumns, ImportChoice choice, long userId) {
        Sql.execute(dataSource, "delete from import_problem where import_id = ?", s -> s.setLong(1, id));
        shadows.clear(id);
        Sql.execute(
                dataSource,
                "update import_run set version = version + 1, updated_at = ?, user_id = ?, format = ?,"
                        + " header_problems = '{}', new_tags = '{}', ignored_columns = ?, state = 'PENDING', dry_run = ?, on_duplicate = ?,"
                        + " match_by = ?, mapping = ?::jsonb, cancel_requested = false, failure = '', rows_read = 0, created = 0, updated = 0,"
                        + " skipped = 0, failed = 0, bytes_read = 0, checkpoint_row = 0, started_at = null,"
                        + " ended_at = null where id = ?",
                s -> {
                    s.setTimestamp(1, now());
                    s.setLong(2, userId);
                    s.setString(3, format);
                    s.setArray(4, array(s, ignoredColumns));
                    s.setBoolean(5, choice.dryRun());
                    s.setString(6, choice.onDuplicate().name());
                    s.setArray(7, array(s, choice.matchByNames()));
                    s.setString(8, choice.mapping().map(RecordJson::write).orElse(null));
                    s.setLong(9, id);
                });
    }

    /** Says which format an uploaded file has. */
    void format(long id, String format, List<String> ignoredColumns) {
        Sql.execute(
                dataSource,
                "update import_run set format = ?, header_problems = '{}', ignored_columns = ? where id = ?",
                s -> {
                    s.setString(1, format);
                    s.setArray(2, array(s, ignoredColumns));
                    s.setLong(3, id);
                });
    }

    /** An uploaded file is read in another way: everything that its header told is told anew. */
    void reread(ImportView v) {
        Sql.execute(
                dataSource,
                "update import_run set version = version + 1, updated_at = ?, charset = ?, charset_certain = ?, delimiter = ?,"
                        + " header = ?, format = ?, candidates = ?, header_problems = ?, ignored_columns = ? where id = ?",
                s -> {
                    s.setTimestamp(1, now());
                    s.setString(2, v.charset());
                    s.setBoolean(3, v.charsetCertain());
                    s.setString(4, v.delimiter());
                    s.setArray(5, array(s, v.header()));
                    s.setString(6, v.format());
                    s.setArray(7, array(s, flatCandidates(v.candidates())));
                    s.setArray(8, array(s, flatProblems(v.headerProblems())));
                    s.setArray(9, array(s, v.ignoredColumns()));
                    s.setLong(10, v.id());
                });
    }

    /** Changes the state. */
    void state(long id, ImportState state, String failure) {
        boolean ends = state == ImportState.FAILED || state == ImportState.CANCELLED;
        Sql.execute(
                dataSource,
                "update import_run set version = version + 1, updated_at = ?, state = ?, failure = ?,"
                        + " cancel_requested = false, started_at = case when ? then coalesce(started_at, ?) else started_at end,"
                        + " ended_at = case when ? then ?::timestamptz end where id = ?",
                s -> {
                    s.setTimestamp(1, now());
                    s.setString(2, state.name());
                    s.setString(3, failure);
                    s.setBoolean(4, state == ImportState.RUNNING);
                    s.setTimestamp(5, now());
                    s.setBoolean(6, ends);
                    s.setTimestamp(7, now());
                    s.setLong(8, id);
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
                        + " checkpoint_row = ?, bytes_read = ?, state = ?, ended_at = ? where id = ?",
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
                    s.setTimestamp(10, finished ? now() : null);
                    s.setLong(11, id);
                });
        if (finished) {
            shadows.clear(id);
        }
    }

    /** Notes which tags a run has made, or a dry run would have made. */
    void newTags(ImportView before, List<String> tags) {
        if (tags.size() > before.newTags().size()) {
            Sql.execute(dataSource, "update import_run set new_tags = ? where id = ?", s -> {
                s.setArray(1, array(s, tags));
                s.setLong(2, before.id());
            });
        }
    }

    /** Rows of an ended import that were rejected have been mended: they count as what became of them now. */
    void corrected(long id, Counts counts) {
        Sql.execute(
                dataSource,
                "update import_run set version = version + 1, updated_at = ?, created = created + ?, updated = updated + ?,"
                        + " skipped = skipped + ?, failed = failed - ? where id = ?",
                s -> {
                    s.setTimestamp(1, now());
                    s.setLong(2, counts.created());
                    s.setLong(3, counts.updated());
                    s.setLong(4, counts.skipped());
                    s.setLong(5, counts.created() + counts.updated() + counts.skipped());
                    s.setLong(6, id);
                });
    }

    /** Says that an import brings rejected rows of another again. */
    void correctionOf(long id, long corrected) {
        Sql.execute(dataSource, "update import_run set correction_of = ? where id = ?", s -> {
            s.setLong(1, corrected);
            s.setLong(2, id);
        });
    }

    /** Corrections of an import, newest first. */
    List<ImportView> corrections(long id, long below, int limit) {
        return Sql.many(
                dataSource,
                "select * from import_run where correction_of = ? and id < ? order by id desc limit ?",
                s -> {
                    s.setLong(1, id);
                    s.setLong(2, below);
                    s.setInt(3, limit);
                },
                r -> run(r).view());
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

    /**
     * Makes the running transaction find rows by their keys through an index alone, or as PostgreSQL likes again. A chunk asks for
     * few keys of a large table, but while a table fills, the statistics that would tell PostgreSQL so are minutes behind: it would
     * read the whole table for every chunk.
     */
    void lookUpByIndex(boolean on) {
        String other = on ? "off" : "default";
        Sql.execute(
                dataSource,
                "set local enable_hashjoin = " + other + "; set local enable_mergejoin = " + other
                        + "; set local enable_seqscan = " + other,
                Sql.of());
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
                r.getBoolean("charset_certain"),
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
                r.getString("failure"),
                r.getString("sha256"),
                strings(r, "match_by").stream().map(MatchBy::valueOf).collect(Collectors.toSet()),
                Optional.ofNullable(r.getObject("correction_of", Long.class)),
                optionalInstant(r, "started_at"),
                optionalInstant(r, "ended_at"),
                r.getLong("near_matches"),
                Optional.ofNullable(r.getString("mapping")).map(m -> RecordJson.read(ImportMapping.class, m)),
                undo(r),
                strings(r, "new_tags"));
        return new ImportRun(view, r.getLong("user_id"), r.getBoolean("cancel_requested"));
    }

    private static Instant instant(ResultSet r, String column) throws SQLException {
        return r.getTimestamp(column).toInstant();
    }

    private static Optional<Instant> optionalInstant(ResultSet r, String column) throws SQLException {
        return Optional.ofNullable(r.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private static Optional<UndoView> undo(ResultSet r) throws SQLException {
        String state = r.getString("undo_state");
        return state.equals("NONE")
                ? Optional.empty()
                : Optional.of(new UndoView(
                        UndoView.State.valueOf(state),
                        r.getLong("undone_created"),
                        r.getLong("undone_updated"),
                        r.getLong("undo_kept")));
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
