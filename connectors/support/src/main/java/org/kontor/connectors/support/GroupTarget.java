package org.kontor.connectors.support;

/**
 * Where the columns of a numbered group go, such as {@code Phone 1 - Label} with {@code Phone 1 - Value}. Used by many
 * threads at once.
 *
 * @param <R> the kind of row
 */
@FunctionalInterface
public interface GroupTarget<R extends TableRow> {

    /** Takes the cells of one number; called in the order of the numbers, not when all cells are blank. Must not throw. */
    void accept(R row, Group group);
}
