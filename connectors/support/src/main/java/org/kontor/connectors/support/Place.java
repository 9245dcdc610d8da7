package org.kontor.connectors.support;

/**
 * What a name in a header means. Two names that mean the same have equal places.
 *
 * @param <R> the kind of row
 */
sealed interface Place<R extends TableRow> {

    /** Name of the column or of the group. */
    String owner();

    /** A column of its own. */
    record Single<R extends TableRow>(TableColumn<R> column) implements Place<R> {
        @Override
        public String owner() {
            return column.name();
        }
    }

    /** One column of a numbered group. */
    record Member<R extends TableRow>(TableGroup<R> group, int number, String field) implements Place<R> {
        @Override
        public String owner() {
            return group.name();
        }
    }
}
