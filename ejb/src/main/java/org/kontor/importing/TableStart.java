package org.kontor.importing;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.kontor.shared.AppException;

/**
 * Where the table of a file begins and what divides its cells.
 *
 * @param delimiter comma, semicolon, tab or pipe
 * @param header the names of its columns; empty when the file has nothing but blanks
 */
record TableStart(char delimiter, List<String> header) {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    /** Rows among which a header is looked for; other lists or a title may stand above it. */
    private static final int TITLE_ROWS = 100;

    /** Rows below the header that tell how even the table is. */
    private static final int EVEN_ROWS = 50;

    /** From this score on a row is the header of a format. */
    private static final int BELONGS = 50;

    /**
     * Looks at the beginning of a file. The delimiter is the one with which a format knows a header best; among equals the
     * one that gives the most even table. The header is the first row unless a format knows a row below it; where no format
     * knows any, single cells above the table are its title.
     *
     * @param sample the first characters of the file; the last row may be cut
     * @param bestScore how well the best format knows a header, 0 to 100
     * @throws AppException when the first row is longer than any table has
     */
    static TableStart find(String sample, ToIntFunction<List<String>> bestScore) {
        return find(sample, Optional.empty(), bestScore);
    }

    /**
     * The same where the delimiter may be known.
     *
     * @param known what divides the cells; empty to find it
     */
    static TableStart find(String sample, Optional<Character> known, ToIntFunction<List<String>> bestScore) {
        List<Character> choices = known.map(List::of).orElse(DELIMITERS);
        TableStart best = new TableStart(choices.get(0), List.of());
        double bestWeight = -1;
        boolean tooLong = false;
        for (char delimiter : choices) {
            List<List<String>> rows = new ArrayList<>();
            tooLong |= !read(sample, delimiter, rows);
            int index = headerIn(rows, bestScore);
            List<String> header = rows.isEmpty() ? List.of() : rows.get(index);
            double weight = weight(rows, index, bestScore);
            if (weight > bestWeight) {
                best = new TableStart(delimiter, header);
                bestWeight = weight;
            }
        }
        if (tooLong && best.header().isEmpty()) {
            throw AppException.invalid(
                    "file",
                    "TABLE_UNREADABLE",
                    "Look for a quote (\") in the first row that is not closed, or for a row without end, and upload the file"
                            + " again: the row is longer than any table has.");
        }
        return best;
    }

    /** Reads the first rows that are not blank, until one is longer than any table has; then the answer is false. */
    private static boolean read(String sample, char delimiter, List<List<String>> rows) {
        DelimitedText text = new DelimitedText(new StringReader(sample), delimiter);
        try {
            List<String> row = text.next();
            while (!row.isEmpty() && rows.size() <= TITLE_ROWS + EVEN_ROWS) {
                if (!row.stream().allMatch(String::isBlank)) {
                    rows.add(row);
                }
                row = text.next();
            }
        } catch (DelimitedText.TooLong e) {
            // Unreadable further down; the rows above still tell something.
            return false;
        }
        return true;
    }

    private static int headerIn(List<List<String>> rows, ToIntFunction<List<String>> bestScore) {
        for (int i = 0; i < Math.min(rows.size(), TITLE_ROWS); i++) {
            if (rows.get(i).size() > 1 && bestScore.applyAsInt(rows.get(i)) >= BELONGS) {
                return i;
            }
        }
        for (int i = 0; i < rows.size() - 1; i++) {
            int columns = filled(rows.get(i));
            if (columns > 1) {
                boolean underTitle =
                        i > 0 && rows.get(i + 1).size() == rows.get(i).size();
                return underTitle ? i : 0;
            }
        }
        return 0;
    }

    private static int filled(List<String> row) {
        return (int) row.stream().filter(cell -> !cell.isBlank()).count();
    }

    private static double weight(List<List<String>> rows, int index, ToIntFunction<List<String>> bestScore) {
        if (rows.isEmpty() || rows.get(index).size() < 2) {
            return 0;
        }
        List<String> header = rows.get(index);
        int columns = header.size();
        // Without the last row of the sample, which may be cut.
        int end = Math.max(index + 1, Math.min(rows.size() - 1, index + 1 + EVEN_ROWS));
        List<List<String>> below = rows.subList(index + 1, end);
        long even = below.stream().filter(row -> row.size() == columns).count();
        double evenness = below.isEmpty() ? 1 : (double) even / below.size();
        return bestScore.applyAsInt(header) * 100.0 + evenness * 90 + Math.min(columns, 9);
    }
}
