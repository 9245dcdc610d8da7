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

    /** Copies the list; a rejected row has no profile. */
    public RowResult {
        problems = List.copyOf(problems);
        if (profile.isPresent() && isRejected(problems)) {
            throw new IllegalArgumentException("A row that a problem rejects must not hold a profile");
        }
    }

    /** A row that holds no customer, such as a blank one. */
    public static RowResult blank() {
        return new RowResult(Optional.empty(), List.of());
    }

    /** A row that becomes this customer. */
    public static RowResult of(CustomerProfile profile) {
        return new RowResult(Optional.of(profile), List.of());
    }

    /** A row that becomes this customer unless one of the problems rejects it. */
    public static RowResult of(CustomerProfile profile, List<RowProblem> problems) {
        return new RowResult(isRejected(problems) ? Optional.empty() : Optional.of(profile), problems);
    }

    /** Whether the row must not be imported. */
    public boolean rejected() {
        return isRejected(problems);
    }

    private static boolean isRejected(List<RowProblem> problems) {
        for (RowProblem problem : problems) {
            if (problem.severity() == RowProblem.Severity.REJECT) {
                return true;
            }
        }
        return false;
    }
}
