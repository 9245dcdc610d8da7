package org.kontor.shared;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows for one table, written by PostgreSQL's COPY when {@link #write} is called: the fastest way in, with the same constraints
 * and triggers as an insert. Call one method per column in the order of the columns, then {@link #endRow}. Not for use by
 * several threads.
 */
public final class BulkCopy {

    private static final int PIECE = 1 << 16;

    private final String command;
    private final StringBuilder rows = new StringBuilder(1 << 14);
    private boolean rowBegun;
    private int count;

    /**
     * @param table name of the table
     * @param columns names of the columns, separated by commas
     */
    public BulkCopy(String table, String columns) {
        command = "copy " + table + " (" + columns + ") from stdin";
    }

    /** A text; an empty one stays an empty text. */
    public BulkCopy text(String value) {
        begin();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
        return this;
    }

    /** A text, or SQL's null. */
    public BulkCopy text(Optional<String> value) {
        if (value.isPresent()) {
            return text(value.get());
        }
        begin();
        nothing();
        return this;
    }

    /** A whole number. */
    public BulkCopy number(long value) {
        begin();
        rows.append(value);
        return this;
    }

    /** A whole number, or SQL's null. */
    public BulkCopy number(Optional<Long> value) {
        begin();
        value.ifPresentOrElse(rows::append, this::nothing);
        return this;
    }

    /** A truth value. */
    public BulkCopy flag(boolean value) {
        begin();
        rows.append(value ? 't' : 'f');
        return this;
    }

    /** An instant. */
    public BulkCopy instant(Instant value) {
        begin();
        rows.append(value);
        return this;
    }

    /** A day, or SQL's null. */
    public BulkCopy date(Optional<LocalDate> value) {
        begin();
        value.ifPresentOrElse(rows::append, this::nothing);
        return this;
    }

    /** Ends the row. */
    public void endRow() {
        rows.append('\n');
        rowBegun = false;
        count++;
    }

    /** How many rows were ended. */
    public int size() {
        return count;
    }

    /**
     * Writes the rows in the transaction of the connection, which is not closed. Writes nothing when there are none.
     *
     * @throws SQLException as for an insert, such as for a constraint
     */
    public void write(Connection connection) throws SQLException {
        if (count == 0) {
            return;
        }
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command);
        try {
            int start = 0;
            while (start < rows.length()) {
                int end = Math.min(rows.length(), start + PIECE);
                if (end < rows.length() && Character.isHighSurrogate(rows.charAt(end - 1))) {
                    end--;
                }
                byte[] bytes = rows.substring(start, end).getBytes(StandardCharsets.UTF_8);
                copy.writeToCopy(bytes, 0, bytes.length);
                start = end;
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void nothing() {
        rows.append("\\N");
    }

    private void begin() {
        if (rowBegun) {
            rows.append('\t');
        }
        rowBegun = true;
    }
}
