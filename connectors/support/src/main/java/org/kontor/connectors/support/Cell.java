package org.kontor.connectors.support;

/**
 * A cell that is not blank.
 *
 * @param column name of its column as it stands in the file
 * @param value the cell as it stands in the file
 * @param text the value without blanks around it; never empty
 */
public record Cell(String column, String value, String text) {

    static Cell of(String column, String value) {
        return new Cell(column, value, trimmed(value));
    }

    static String trimmed(String value) {
        int from = 0;
        int to = value.length();
        while (from < to && blank(value.charAt(from))) {
            from++;
        }
        while (to > from && blank(value.charAt(to - 1))) {
            to--;
        }
        return value.substring(from, to);
    }

    static boolean isBlank(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!blank(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Unlike {@link String#isBlank()} this counts the no-break space too, which spreadsheets leave behind. */
    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
