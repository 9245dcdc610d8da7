package org.kontor.connectors.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.spi.CustomerProfile;
import org.kontor.spi.CustomerProfileBuilder;
import org.kontor.spi.RowProblem;
import org.kontor.spi.RowProblem.Severity;
import org.kontor.spi.RowResult;

/**
 * One row while its cells are read. A format whose columns depend on each other extends this, keeps what it needs in fields
 * and puts it together in {@link #finish()}. Used by one thread.
 */
public class TableRow {

    private final CustomerProfileBuilder profile = CustomerProfile.builder();
    private final List<RowProblem> problems = new ArrayList<>(0);

    /** A row with nothing in it. */
    public TableRow() {}

    /** The customer that the row becomes. */
    public final CustomerProfileBuilder profile() {
        return profile;
    }

    /**
     * Keeps the row from being imported.
     *
     * @param cell what is wrong
     * @param code stable code in upper snake case
     * @param message what to do, cure first, in the user's words
     */
    public final void reject(Cell cell, String code, String message) {
        problems.add(new RowProblem(cell.column(), cell.value(), code, message, Severity.REJECT));
    }

    /**
     * Tells something about a row that is imported all the same.
     *
     * @param cell what it is about
     * @param code stable code in upper snake case
     * @param message what to look at, in the user's words
     */
    public final void note(Cell cell, String code, String message) {
        problems.add(new RowProblem(cell.column(), cell.value(), code, message, Severity.NOTE));
    }

    /** Called once after the last cell; does nothing here. Must not throw. */
    protected void finish() {
        // Rows whose cells stand for themselves have nothing left to do.
    }

    final RowResult result() {
        finish();
        CustomerProfile customer = profile.build();
        return document(customer, problems).orElseGet(() -> RowResult.of(customer, problems));
    }

    /** What the row means where it is about money and no customer. */
    Optional<RowResult> document(CustomerProfile customer, List<RowProblem> found) {
        return Optional.empty();
    }
}
