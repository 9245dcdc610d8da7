package org.kontor.connectors.support;

/**
 * A target that says what its columns hold, so that a format need not.
 *
 * @param <R> the kind of row
 */
public interface Described<R extends TableRow> extends CellTarget<R> {

    /** What a column with this target holds. */
    String description();
}
