package org.kontor.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.importing.ImportProblem.Outcome;
import org.kontor.importing.ProblemRepository.Placed;
import org.kontor.shared.SpreadsheetText;

/**
 * The rejected rows as a file that can be mended and uploaded again: the reason and, behind it, the cells as they were, however
 * many there are. The reason begins with the number of the row, by which a correction finds it again. Reads the stored file along with the problems, both
 * in the order of the file, so that it needs no memory.
 */
final class FailedRows {

    private static final int BATCH = 1_000;
    private static final String REASON = "Reason";

    /** The name of the column where the file has one called Reason itself. */
    private static final String REASON_BESIDE_ANOTHER = "Reason (import)";

    private static final Pattern ROW = Pattern.compile("^Row (\\d{1,10}): ");

    private final ProblemRepository problems;
    private final long importId;
    private final boolean correction;
    private List<Placed> batch = List.of();
    private int next;

    FailedRows(ProblemRepository problems, ImportView view) {
        this.problems = problems;
        this.importId = view.id();
        this.correction = view.correctionOf().isPresent();
    }

    void write(Table table, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text);
        List<String> header = new ArrayList<>(table.header());
        // The file of a correction has the column already.
        int former = correction ? reasonColumn(header) : -1;
        if (former < 0) {
            header.add(0, reasonColumn(header) < 0 ? REASON : REASON_BESIDE_ANOTHER);
        }
        csv.writeRecord(header);
        Optional<Placed> problem = advance();
        while (problem.isPresent()) {
            long number = problem.get().problem().row();
            Optional<Table.Row> row = table.next();
            while (row.isPresent() && row.get().number() < number) {
                row = table.next();
            }
            if (row.isEmpty()) {
                break;
            }
            long shown = former >= 0 && former < row.get().cells().size()
                    ? rowOf(row.get().cells().get(former))
                    : number;
            StringBuilder reason = new StringBuilder("Row ").append(shown).append(':');
            while (problem.isPresent() && problem.get().problem().row() == number) {
                ImportProblem p = problem.get().problem();
                reason.append(' ')
                        .append(p.column().isEmpty() ? "" : p.column() + ": ")
                        .append(p.message());
                problem = advance();
            }
            List<String> cells = new ArrayList<>();
            row.get().cells().forEach(cell -> cells.add(SpreadsheetText.harmless(cell)));
            if (former < 0) {
                cells.add(0, "");
            }
            int at = Math.max(former, 0);
            while (cells.size() <= at) {
                cells.add("");
            }
            cells.set(at, SpreadsheetText.harmless(reason.toString()));
            csv.writeRecord(cells);
        }
        csv.flush();
    }

    /** Place of the column with the reasons; -1 if there is none. */
    static int reasonColumn(List<String> header) {
        int beside = column(header, REASON_BESIDE_ANOTHER);
        return beside < 0 ? column(header, REASON) : beside;
    }

    private static int column(List<String> header, String name) {
        for (int i = 0; i < header.size(); i++) {
            if (header.get(i).strip().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The number of the row that a reason is about; 0 if it does not tell. */
    static long rowOf(String reason) {
        Matcher row = ROW.matcher(reason.strip() + " ");
        return row.find() ? Long.parseLong(row.group(1)) : 0;
    }

    private Optional<Placed> advance() {
        if (next == batch.size()) {
            Placed last = batch.isEmpty() ? null : batch.get(batch.size() - 1);
            if (last != null && batch.size() < BATCH) {
                return Optional.empty();
            }
            batch = last == null
                    ? problems.list(importId, Optional.of(Outcome.REJECTED), 0, -1, BATCH)
                    : problems.list(
                            importId,
                            Optional.of(Outcome.REJECTED),
                            last.problem().row(),
                            last.position(),
                            BATCH);
            next = 0;
            if (batch.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(batch.get(next++));
    }
}
