package org.kontor.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A piece of an aging report. Currencies are never added.
 *
 * @param asOf the day
 * @param knownAt what was recorded up to this instant counts; empty for all that is known now
 * @param basis from which day on age is counted
 * @param groupBy what a line is about
 * @param columns keys of the amounts of each line, in order
 * @param items the lines, by currency, in it the largest total first
 * @param nextCursor where the next piece starts; empty at the end
 */
public record AgingReport(
        LocalDate asOf,
        Optional<Instant> knownAt,
        AgingBasis basis,
        AgingGroup groupBy,
        List<String> columns,
        List<AgingLine> items,
        Optional<String> nextCursor) {

    /** Copies the lists. */
    public AgingReport {
        columns = List.copyOf(columns);
        items = List.copyOf(items);
    }
}
