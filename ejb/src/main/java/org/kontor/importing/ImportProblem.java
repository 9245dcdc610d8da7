package org.kontor.importing;

/**
 * Something about one row.
 *
 * @param row number of the row, the first one after the header is 1
 * @param line line in the file where the row starts, the first one is 1
 * @param column name of the column; empty when the row as a whole is meant
 * @param value the cell as it stands in the file
 * @param code stable code in upper snake case
 * @param message what to do, cure first
 * @param outcome what became of the row
 */
public record ImportProblem(
        long row, long line, String column, String value, String code, String message, Outcome outcome) {

    /** What became of a row. */
    public enum Outcome {
        /** Not imported. */
        REJECTED,
        /** Exists already. */
        SKIPPED,
        /** Imported, with a remark. */
        NOTE
    }
}
