package org.kontor.importing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kontor.customer.CustomerRules.Checked;

/**
 * A row after the format and the rules, before anybody looked at which customers exist.
 *
 * @param row its number
 * @param line its line
 * @param corrects number of the rejected row that it brings again, mended; 0 if it is no correction
 * @param key its key; of no use for a row that is rejected
 * @param customer the customer; empty when the row is rejected or holds none
 * @param note first note of the customer; may be empty
 * @param problems what is wrong; holds a rejection if the row is rejected, a skip if it holds no customer
 * @param ledger what the row says of money; the customer may then be against a rule, as long as they exist already
 */
record Mapped(
        long row,
        long line,
        long corrects,
        Optional<UUID> key,
        Optional<Checked> customer,
        String note,
        List<ImportProblem> problems,
        Optional<LedgerRow> ledger) {

    /** Whether this row and the one before are one document, which comes in whole or not at all. */
    boolean continues(Mapped before) {
        return ledger.isPresent()
                && before.ledger().isPresent()
                && ledger.get().continues(before.ledger().get());
    }
}
