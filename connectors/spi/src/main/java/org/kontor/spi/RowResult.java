package org.kontor.spi;

import java.util.List;
import java.util.Optional;

/**
 * What one row means.
 *
 * @param profile the customer; empty when the row holds none (a blank or total row) or is rejected
 * @param problems what is wrong with cells. With a {@link RowProblem.Severity#REJECT} the row is not imported
 */
public record RowResult(Optional<CustomerProfile> profile, List<RowProblem> problems) {

    /** Copies the list. */
    public RowResult {
        problems = List.copyOf(problems);
    }

    /** Whether the row must not be imported. */
    public boolean rejected() {
        return problems.stream().anyMatch(p -> p.severity() == RowProblem.Severity.REJECT);
    }
}
