package org.kontor.importing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.importing.ImportProblem.Outcome;
import org.kontor.shared.Sql;

/** Reads and writes what is to be said of rows. */
@ApplicationScoped
public class ProblemRepository {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /** A problem and its place among those of its row, which makes a cursor. */
    record Placed(ImportProblem problem, int position) {}

    void insert(long importId, List<ImportProblem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        int n = problems.size();
        Object[][] columns = new Object[8][n];
        int position = 0;
        for (int i = 0; i < n; i++) {
            ImportProblem p = problems.get(i);
            position = i > 0 && problems.get(i - 1).row() == p.row() ? position + 1 : 0;
            Object[] values = {
                p.row(),
                position,
                p.line(),
                p.column(),
                p.value(),
                p.code(),
                p.message(),
                p.outcome().name()
            };
            for (int c = 0; c < values.length; c++) {
                columns[c][i] = values[c] instanceof String text ? text.replace('\u0000', '\ufffd') : values[c];
            }
        }
        String[] types = {"bigint", "smallint", "bigint", "text", "text", "text", "text", "text"};
        Sql.execute(
                dataSource,
                "insert into import_problem (import_id, row_number, position, line, column_name, value, code, message,"
                        + " outcome) select ?, * from unnest(?::bigint[], ?::smallint[], ?::bigint[], ?::text[], ?::text[],"
                        + " ?::text[], ?::text[], ?::text[])",
                s -> {
                    s.setLong(1, importId);
                    for (int c = 0; c < types.length; c++) {
                        s.setArray(c + 2, s.getConnection().createArrayOf(types[c], columns[c]));
                    }
                });
    }

    /** Which of these rows are rejected, with their lines. */
    Map<Long, Long> rejected(long importId, Collection<Long> rows) {
        Map<Long, Long> rejected = new HashMap<>();
        Sql.many(
                        dataSource,
                        "select row_number, line from import_problem where import_id = ? and outcome = 'REJECTED'"
                                + " and row_number = any(?)",
                        s -> {
                            s.setLong(1, importId);
                            s.setArray(2, s.getConnection().createArrayOf("bigint", rows.toArray()));
                        },
                        r -> new long[] {r.getLong(1), r.getLong(2)})
                .forEach(row -> rejected.put(row[0], row[1]));
        return rejected;
    }

    /** Takes back everything that was said of these rows. */
    void delete(long importId, Collection<Long> rows) {
        Sql.execute(dataSource, "delete from import_problem where import_id = ? and row_number = any(?)", s -> {
            s.setLong(1, importId);
            s.setArray(2, s.getConnection().createArrayOf("bigint", rows.toArray()));
        });
    }

    List<Placed> list(long importId, Optional<Outcome> outcome, long afterRow, int afterPosition, int limit) {
        return Sql.many(
                dataSource,
                "select * from import_problem where import_id = ? and (row_number, position) > (?, ?)"
                        + (outcome.isPresent() ? " and outcome = ?" : "") + " order by row_number, position limit ?",
                s -> {
                    s.setLong(1, importId);
                    s.setLong(2, afterRow);
                    s.setInt(3, afterPosition);
                    if (outcome.isPresent()) {
                        s.setString(4, outcome.get().name());
                    }
                    s.setInt(outcome.isPresent() ? 5 : 4, limit);
                },
                r -> new Placed(
                        new ImportProblem(
                                r.getLong("row_number"),
                                r.getLong("line"),
                                r.getString("column_name"),
                                r.getString("value"),
                                r.getString("code"),
                                r.getString("message"),
                                Outcome.valueOf(r.getString("outcome"))),
                        r.getInt("position")));
    }
}
