package org.kontor.importing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.Rehearsal;

/**
 * The dry run of a file of the ledger: the run itself, in one transaction, rolled back. So each row sees what those before it would have
 * posted, and what is told is what will happen. The customers concerned are locked until it ends; after a crash it begins again.
 */
@ApplicationScoped
public class LedgerRehearsal {

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Inject
    ImportRepository imports;

    @Inject
    ProblemRepository problems;

    @Inject
    LedgerChunk ledger;

    /** The chunks of a file, one after the other. */
    interface Chunks {
        /** The next one; waits for it. */
        Chunk next();
    }

    /** Rehearses in the running transaction and writes down what would happen. */
    void rehearse(ImportRun run, Chunks chunks) {
        List<ImportProblem> told = new ArrayList<>();
        long[] sums = new long[4];
        Chunk last = Rehearsal.of(dataSource, () -> {
            while (true) {
                Chunk chunk = chunks.next();
                ChunkResult result = ledger.write(run, chunk.rows());
                told.addAll(result.problems());
                Counts counts = result.counts();
                sums[0] += counts.created();
                sums[1] += counts.updated();
                sums[2] += counts.skipped();
                sums[3] += counts.failed();
                if (chunk.last()) {
                    return chunk;
                }
            }
        });
        ImportRun now = imports.lock(run.id()).orElseThrow();
        if (now.view().state() != ImportState.RUNNING) {
            return;
        }
        if (now.cancelRequested()) {
            imports.state(run.id(), ImportState.CANCELLED, "");
            return;
        }
        problems.insert(run.id(), told);
        imports.advance(
                run.id(), new Counts(sums[0], sums[1], sums[2], sums[3]), last.lastRow(), last.bytesRead(), true);
    }
}
