package org.kontor.connectors.support;

import java.util.List;

/**
 * Declared columns that repeat with a number: {@code Phone 1 - Label}, {@code Phone 1 - Value}, {@code Phone 2 - Label}...
 *
 * @param name what stands before the number
 * @param fields what stands behind it
 * @param target where the cells of one number go
 * @param <R> the kind of row
 */
record TableGroup<R extends TableRow>(String name, List<GroupField> fields, GroupTarget<? super R> target) {

    TableGroup {
        fields = List.copyOf(fields);
    }

    String columnName(int number, String field) {
        return name + " " + number + " - " + field;
    }
}
