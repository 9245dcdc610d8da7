package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Brings one chunk of rows in: customers, notes, row keys, problems, counts and checkpoint in one transaction, so that after a
 * crash either all of it happened or nothing.
 */
@ApplicationScoped
public class ChunkWriter {

    @Inject
    ImportRepository imports;

    @Inject
    ProblemRepository problems;

    @Inject
    LiveRecords live;

    @Inject
    ShadowRecords shadow;

    @Inject
    CorrectionWriter corrections;

    @Inject
    LedgerChunk ledger;

    @Inject
    ImportMarks marks;

    @Inject
    Event<CustomersImported> imported;

    /** Whether to go on after a chunk. */
    public enum Next {
        /** There is more, or the file ended here. */
        GO_ON,
        /** Somebody stopped the import, or another node took it over: this one must not write any more. */
        STOP
    }

    /**
     * Brings a chunk in, in the running transaction, or says what would happen.
     *
     * @param id the import
     * @param chunk rows that follow the checkpoint
     */
    Next write(long id, Chunk chunk) {
        ImportRun run = imports.lock(id).orElseThrow();
        ImportView view = run.view();
        if (view.state() != ImportState.RUNNING || view.checkpointRow() != chunk.firstRow() - 1) {
            return Next.STOP;
        }
        if (run.cancelRequested()) {
            imports.state(id, ImportState.CANCELLED, "");
            return Next.STOP;
        }
        Counts counts = view.correctionOf().isPresent()
                ? corrections.write(imports.lock(view.correctionOf().get()).orElseThrow(), run, chunk)
                : plan(run, chunk);
        imports.advance(id, counts, chunk.lastRow(), chunk.bytesRead(), chunk.last());
        if (chunk.last() && !view.dryRun() && view.created() + counts.created() > 0) {
            imported.fire(new CustomersImported(view.correctionOf().orElse(id), run.userId()));
        }
        return Next.GO_ON;
    }

    private Counts plan(ImportRun run, Chunk chunk) {
        ImportView view = run.view();
        if (ledger.concerns(chunk.rows())) {
            ChunkResult result = ledger.write(run, chunk.rows());
            problems.insert(run.id(), result.problems());
            return result.counts();
        }
        CustomerRecords records = view.dryRun() ? shadow : live;
        List<Mapped> rows = marks.placed(chunk.rows());
        imports.lookUpByIndex(true);
        Known known = records.known(run, rows);
        imports.lookUpByIndex(false);
        ChunkPlan plan = new ChunkPlan(view.onDuplicate(), view.matchBy(), known, marks.open(view));
        rows.forEach(plan::add);
        records.carryOut(run, plan);
        problems.insert(run.id(), plan.problems());
        imports.newTags(view, plan.newTags());
        return plan.counts();
    }
}
