package org.kontor.customer;

import java.util.ArrayList;
import java.util.List;

/**
 * Several values in one cell of a CSV file: {@code a:b:c; d:e:f}. What separates them stands as {@code %} and two hexadecimal digits
 * where it belongs to a value.
 */
public final class ListCell {

    private ListCell() {}

    /** SQL that gives a part of a value as it stands in the cell. */
    static String sql(String column) {
        return "replace(replace(replace(" + column + ", '%', '%25'), ':', '%3A'), ';', '%3B')";
    }

    /** The values of a cell, each taken apart. */
    public static List<List<String>> parse(String cell) {
        List<List<String>> values = new ArrayList<>();
        for (String value : cell.split(";", -1)) {
            if (!value.isBlank()) {
                List<String> parts = new ArrayList<>();
                for (String part : value.strip().split(":", -1)) {
                    parts.add(part.replace("%3B", ";").replace("%3A", ":").replace("%25", "%"));
                }
                values.add(parts);
            }
        }
        return values;
    }
}
