package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.importing.ImportProblem.Outcome;

/**
 * Brings rejected rows of an ended import again, mended: the customers, counts and problems are those of that import, so that one
 * place tells what became of a file and one undo takes it back.
 */
@ApplicationScoped
public class CorrectionWriter {

    @Inject
    ImportRepository imports;

    @Inject
    ProblemRepository problems;

    @Inject
    LiveRecords records;

    @Inject
    LedgerChunk ledger;

    @Inject
    ImportMarks marks;

    /**
     * Brings a chunk in, in the running transaction.
     *
     * @param corrected the import whose rows are mended, locked
     * @param correction the import that brings them
     * @return what became of the rows of the chunk
     */
    Counts write(ImportRun corrected, ImportRun correction, Chunk chunk) {
        boolean closed = corrected.view().undo().isPresent();
        Map<Long, Long> open = closed
                ? new HashMap<>()
                : problems.rejected(
                        corrected.id(),
                        chunk.rows().stream().map(Mapped::corrects).toList());
        Map<Long, Long> lines = Map.copyOf(open);
        Map<Long, Long> corrects = new HashMap<>();
        List<Mapped> rows = new ArrayList<>();
        for (Mapped row : chunk.rows()) {
            if (open.remove(row.corrects()) == null) {
                rows.add(refused(row, closed));
            } else {
                corrects.put(row.row(), row.corrects());
                rows.add(row);
            }
        }
        ChunkResult result = ledger.concerns(rows) ? ledger.write(corrected, rows) : customers(corrected, rows);
        problems.insert(correction.id(), result.problems());
        problems.delete(corrected.id(), corrects.values());
        problems.insert(
                corrected.id(),
                result.problems().stream()
                        .filter(p -> corrects.containsKey(p.row()))
                        .map(p -> at(p, Objects.requireNonNull(corrects.get(p.row())), lines))
                        .collect(Collectors.toList()));
        imports.corrected(corrected.id(), result.counts());
        return result.counts();
    }

    private ChunkResult customers(ImportRun corrected, List<Mapped> given) {
        List<Mapped> rows = marks.placed(given);
        ImportView asked = corrected.view();
        ChunkPlan plan =
                new ChunkPlan(asked.onDuplicate(), asked.matchBy(), records.known(corrected, rows), marks.open(asked));
        rows.forEach(plan::add);
        records.carryOut(corrected, plan);
        imports.newTags(asked, plan.newTags());
        return new ChunkResult(plan.counts(), plan.problems());
    }

    private static ImportProblem at(ImportProblem p, long row, Map<Long, Long> lines) {
        return new ImportProblem(
                row, lines.getOrDefault(row, p.line()), p.column(), p.value(), p.code(), p.message(), p.outcome());
    }

    private static Mapped refused(Mapped row, boolean closed) {
        String message = closed
                ? "Import the row as a file of its own: the import that it belongs to was undone."
                : "Leave this row out, or keep the number at the beginning of its reason: no rejected row has this number,"
                        + " or it was mended already.";
        ImportProblem problem =
                new ImportProblem(row.row(), row.line(), "", "", "ROW_NOT_REJECTED", message, Outcome.REJECTED);
        return new Mapped(
                row.row(),
                row.line(),
                row.corrects(),
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(problem),
                Mapped.Place.NONE,
                Optional.empty());
    }
}
