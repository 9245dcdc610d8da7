package org.kontor.importing;

import java.util.List;

/** Where an import finds customers and leaves what it planned. */
interface CustomerRecords {

    /** What there is of everything that these rows name. */
    Known known(ImportRun run, List<Mapped> rows);

    /** Writes what a plan says, in the running transaction. */
    void carryOut(ImportRun run, ChunkPlan plan);
}
