package org.kontor.importing;

import java.util.ArrayList;
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
 * @param place where the customer belongs, as the row names it
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
        Place place,
        Optional<LedgerRow> ledger) {

    /**
     * Where a customer belongs.
     *
     * @param entity name of the company entity; empty for the default one
     * @param parent account number of the parent; empty for none
     */
    record Place(String entity, String parent) {

        static final Place NONE = new Place("", "");
    }

    /** By what the parent is found that the row names. */
    Optional<MatchKey> parentKey() {
        return place.parent().isEmpty()
                ? Optional.empty()
                : customer.map(c -> new MatchKey.Parent(c.draft().entityId().orElse(MatchKey.ENTITY), place.parent()));
    }

    /** The same in this company entity. */
    Mapped in(long entity) {
        return new Mapped(
                row,
                line,
                corrects,
                key,
                customer.map(c -> new Checked(
                        c.draft()
                                .withPlace(
                                        Optional.of(entity),
                                        c.draft().accountType(),
                                        c.draft().parentId()),
                        c.displayName(),
                        c.errors())),
                note,
                problems,
                place,
                ledger);
    }

    /** The same row, rejected. */
    Mapped rejected(ImportProblem why) {
        List<ImportProblem> all = new ArrayList<>(problems);
        all.add(why);
        return new Mapped(row, line, corrects, Optional.empty(), Optional.empty(), "", all, Place.NONE, ledger);
    }

    /** Whether this row and the one before are one document, which comes in whole or not at all. */
    boolean continues(Mapped before) {
        return ledger.isPresent()
                && before.ledger().isPresent()
                && ledger.get().continues(before.ledger().get());
    }
}
