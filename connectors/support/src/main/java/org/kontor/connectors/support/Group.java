package org.kontor.connectors.support;

import java.util.Map;
import java.util.Optional;

/**
 * The cells of one row that belong together by their number.
 *
 * @param number the number that stands in the header
 * @param cells those that are not blank, by the declared name of their field
 */
public record Group(int number, Map<String, Cell> cells) {

    /** Copies the map. */
    public Group {
        cells = Map.copyOf(cells);
    }

    /** The cell of a field; empty when it is blank or the file has no such column. */
    public Optional<Cell> cell(String field) {
        return Optional.ofNullable(cells.get(field));
    }

    /** The text of a field; empty when it is blank or the file has no such column. */
    public String text(String field) {
        Cell cell = cells.get(field);
        return cell == null ? "" : cell.text();
    }
}
