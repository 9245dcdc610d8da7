package org.kontor.spi;

import java.util.Objects;

/**
 * Something wrong with a cell.
 *
 * @param column name of the column as it stands in the file; empty when the row as a whole is meant
 * @param value the cell as it stands in the file
 * @param code stable code in upper snake case, such as {@code DATE_AMBIGUOUS}
 * @param message what to do, cure first, in the user's words
 * @param severity whether the row can still be imported
 */
public record RowProblem(String column, String value, String code, String message, Severity severity) {

    /** Refuses null. */
    public RowProblem {
        Objects.requireNonNull(column, "column");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(severity, "severity");
    }

    /** What a problem means for its row. */
    public enum Severity {
        /** The row is not imported. */
        REJECT,
        /** The row is imported; the person should know. */
        NOTE
    }
}
