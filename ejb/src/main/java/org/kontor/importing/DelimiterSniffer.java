package org.kontor.importing;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.kontor.shared.AppException;

/** Finds the delimiter from the beginning of a file. */
final class DelimiterSniffer {

    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int ROWS = 50;

    private DelimiterSniffer() {}

    /**
     * The delimiter with which a format knows the header best; among equals the one that gives the most even table.
     *
     * @param sample the first characters of the file; the last row may be cut
     * @param bestScore how well the best format knows a header, 0 to 100
     */
    static char find(String sample, ToIntFunction<List<String>> bestScore) {
        char best = DELIMITERS[0];
        double bestWeight = -1;
        for (char delimiter : DELIMITERS) {
            double weight = weight(sample, delimiter, bestScore);
            if (weight > bestWeight) {
                best = delimiter;
                bestWeight = weight;
            }
        }
        return best;
    }

    private static double weight(String sample, char delimiter, ToIntFunction<List<String>> bestScore) {
        Table table = Table.open(new StringReader(sample), delimiter);
        int columns = table.header().size();
        if (columns < 2) {
            return 0;
        }
        int rows = 0;
        int even = 0;
        try {
            // The last row of the sample may be cut, so it is never looked at.
            Optional<Table.Row> row = table.next();
            while (row.isPresent() && rows < ROWS) {
                Optional<Table.Row> following = table.next();
                if (following.isPresent()) {
                    rows++;
                    even += row.get().cells().size() == columns ? 1 : 0;
                }
                row = following;
            }
        } catch (AppException e) {
            // Unreadable further down; the header still tells something.
            return bestScore.applyAsInt(table.header());
        }
        double evenness = rows == 0 ? 1 : (double) even / rows;
        return bestScore.applyAsInt(table.header()) * 100.0 + evenness * 90 + Math.min(columns, 9);
    }
}
