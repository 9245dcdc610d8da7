package org.kontor.spi;

import java.util.List;
import java.util.Optional;

/**
 * What one row means.
 *
 * @param profile the customer; empty when the row holds none (a blank or total row) or is rejected
 * @param problems what is wrong with cells. With a {@link RowProblem.Severity#REJECT} the row is not imported
 * @param entries what the row says of money; needs a profile, which then names a customer who may exist already: an account number, an
 *     external id or the name is enough, and nothing of the customer is changed. A rejected row keeps its entries, so that the other rows of the document stay out, too
 */
public record RowResult(Optional<CustomerProfile> profile, List<RowProblem> problems, List<LedgerEntry> entries) {

    /** Copies the lists; a rejected row has no profile, and without one there are no entries. */
    public RowResult {
        problems = List.copyOf(problems);
        entries = List.copyOf(entries);
        if (profile.isPresent() && isRejected(problems)) {
            throw new IllegalArgumentException("A row that a problem rejects must not hold a profile");
        }
        if (profile.isEmpty() && !entries.isEmpty() && !isRejected(problems)) {
            throw new IllegalArgumentException("Entries need a profile that says whose they are");
        }
    }

    /** A row that says nothing of money. */
    public RowResult(Optional<CustomerProfile> profile, List<RowProblem> problems) {
        this(profile, problems, List.of());
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

    /** A row that becomes an entry of this customer's ledger unless one of the problems rejects it. */
    public static RowResult of(CustomerProfile profile, LedgerEntry entry, List<RowProblem> problems) {
        return new RowResult(isRejected(problems) ? Optional.empty() : Optional.of(profile), problems, List.of(entry));
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
