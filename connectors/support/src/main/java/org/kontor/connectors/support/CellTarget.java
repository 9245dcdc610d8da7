package org.kontor.connectors.support;

/**
 * Where a column's cells go. Used by many threads at once, so it keeps nothing; what belongs to one row is kept in the row.
 * {@link Cells} has the usual ones.
 *
 * @param <R> the kind of row
 */
@FunctionalInterface
public interface CellTarget<R extends TableRow> {

    /**
     * Takes one cell; not called for blank ones. Must not throw: what is wrong with the cell is told with
     * {@link TableRow#reject} or {@link TableRow#note}.
     */
    void accept(R row, Cell cell);
}
