package org.kontor.importing;

import java.util.List;

/**
 * What became of the rows of a chunk.
 *
 * @param counts how many of them
 * @param problems everything that is to be said, in the order of the file
 */
record ChunkResult(Counts counts, List<ImportProblem> problems) {}
