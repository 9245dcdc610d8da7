package org.kontor.shared;

import java.util.regex.Pattern;

/**
 * Cells of a CSV file that spreadsheets will not take for formulas (S3-36): an apostrophe before what begins like one, as
 * spreadsheets themselves write it. What was made harmless can be read back without loss.
 */
public final class SpreadsheetText {

    private static final Pattern FORMULA = Pattern.compile("^'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    /** Phone numbers keep their plus, dates and numbers their minus. */
    private static final Pattern NUMBER = Pattern.compile("[+-][\\d ()./-]+");

    private SpreadsheetText() {}

    /** The cell for the file. */
    public static String harmless(String cell) {
        if (cell.isEmpty() || "='+-@\t\r".indexOf(cell.charAt(0)) < 0) {
            return cell;
        }
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }

    /** The text that {@link #harmless} was given. */
    public static String original(String cell) {
        return !cell.isEmpty()
                        && cell.charAt(0) == '\''
                        && FORMULA.matcher(cell).matches()
                ? cell.substring(1)
                : cell;
    }
}
