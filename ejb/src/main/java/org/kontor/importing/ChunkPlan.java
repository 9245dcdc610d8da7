package org.kontor.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.CustomerRules.Checked;
import org.kontor.importing.ImportProblem.Outcome;
import org.kontor.shared.FieldError;
import org.kontor.suppression.Suppressions;

/** What is to be done with each row of a chunk: the same code for a dry run and the run, on what {@link Known} tells. */
final class ChunkPlan {

    /** Ids from here on stand for customers that do not exist yet; they come behind all that do, in the order of the rows. */
    static final long NEW = 1L << 62;

    /**
     * A customer as it shall be after the chunk.
     *
     * @param id its id, or {@link #NEW} plus the row that creates it
     * @param customer all rows of the chunk that go into it, one after the other
     */
    record Planned(long id, Checked customer) {}

    private final OnDuplicate onDuplicate;
    private final Set<MatchBy> matchBy;
    private final Known known;
    private final ImportMarks.Session marks;
    private final Map<Long, Planned> planned = new TreeMap<>();
    private final Map<UUID, Long> rowKeys = new LinkedHashMap<>();
    private final Map<Long, String> notes = new LinkedHashMap<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private long created;
    private long updated;
    private long skipped;
    private long failed;

    ChunkPlan(OnDuplicate onDuplicate, Set<MatchBy> matchBy, Known known, ImportMarks.Session marks) {
        this.onDuplicate = onDuplicate;
        this.matchBy = matchBy;
        this.known = known;
        this.marks = marks;
    }

    void add(Mapped row) {
        problems.addAll(row.problems());
        if (row.customer().isEmpty() || row.key().isEmpty()) {
            if (row.problems().stream().anyMatch(p -> p.outcome() == Outcome.REJECTED)) {
                failed++;
            } else {
                skipped++;
            }
            return;
        }
        UUID key = row.key().get();
        if (known.imported(key)) {
            skip(row, "ROW_IMPORTED", "This very row was imported already, or stands earlier in the file.");
            return;
        }
        Checked customer = row.customer().get();
        List<ImportProblem> wrong = marks.wrong(row, customer);
        if (!wrong.isEmpty()) {
            failed++;
            problems.addAll(wrong);
            return;
        }
        if (onDuplicate != OnDuplicate.CREATE) {
            for (MatchKey matchKey : MatchKey.of(customer.draft())) {
                OptionalLong target = matchBy.contains(matchKey.kind()) ? known.find(matchKey) : OptionalLong.empty();
                if (target.isPresent()) {
                    meet(row, key, customer, matchKey, target.getAsLong());
                    return;
                }
            }
        }
        OptionalLong erasure = known.erased(key);
        if (erasure.isPresent()) {
            skip(row, Suppressions.CODE, "Not imported: " + Suppressions.reason(erasure.getAsLong()));
            return;
        }
        OptionalLong parent = parent(row);
        if (!row.place().parent().isEmpty() && parent.isEmpty()) {
            reject(
                    row,
                    row.place().parent(),
                    "PARENT_UNKNOWN",
                    "Import a customer of account type Parent with the account number "
                            + row.place().parent()
                            + " first, in a row before this one or with another file; there is none yet.");
            return;
        }
        long id = NEW + row.row();
        if (keep(row, key, id, below(parent, marks.fit(row, customer, problems)))) {
            created++;
            if (!row.note().isEmpty()) {
                notes.put(id, row.note());
            }
        }
    }

    private OptionalLong parent(Mapped row) {
        return row.parentKey().map(known::find).orElse(OptionalLong.empty());
    }

    private static Checked below(OptionalLong parent, Checked customer) {
        CustomerDraft draft = customer.draft();
        return parent.isEmpty()
                ? customer
                : new Checked(
                        draft.withPlace(draft.entityId(), draft.accountType(), Optional.of(parent.getAsLong())),
                        customer.displayName(),
                        customer.errors());
    }

    private void meet(Mapped row, UUID key, Checked customer, MatchKey matchKey, long target) {
        if (onDuplicate == OnDuplicate.SKIP) {
            skip(row, "CUSTOMER_EXISTS", "A customer with " + matchKey.reason() + " exists already.");
            return;
        }
        CustomerDraft old = known.draft(target);
        Checked merged = CustomerRules.check(
                Drafts.merge(old, marks.fit(row, customer, problems).draft()));
        if (!merged.errors().isEmpty()) {
            FieldError error = merged.errors().get(0);
            reject(row, "", error.code(), error.message());
        } else if (keep(row, key, target, merged)) {
            updated++;
            List<String> left = Drafts.left(old, customer.draft(), row.place(), parent(row));
            if (!left.isEmpty()) {
                String what = String.join(", ", left);
                problems.add(problem(
                        row,
                        what,
                        "LEFT_AS_IT_IS",
                        "Decide on the customer's page about what an import leaves as it is: " + what + ".",
                        Outcome.NOTE));
            }
        }
    }

    /** Plans a customer, unless something that only one customer can have belongs to another. */
    private boolean keep(Mapped row, UUID key, long id, Checked customer) {
        for (MatchKey matchKey : MatchKey.of(customer.draft())) {
            if (matchKey.unique() && known.find(matchKey).orElse(id) != id) {
                if (matchKey instanceof MatchKey.External external) {
                    String value = external.id().value();
                    reject(
                            row,
                            value,
                            "EXTERNAL_ID_TAKEN",
                            "Check the number " + value + ": another customer has it already, and only one can.");
                } else {
                    String value = customer.draft().accountNumber();
                    reject(
                            row,
                            value,
                            "ACCOUNT_NUMBER_TAKEN",
                            "Choose another account number than " + value + ": another customer has it already.");
                }
                return false;
            }
        }
        planned.put(id, new Planned(id, customer));
        rowKeys.put(key, id);
        known.put(key, id, customer.draft());
        marks.keep(customer.draft());
        return true;
    }

    private void skip(Mapped row, String code, String message) {
        skipped++;
        problems.add(problem(row, "", code, message, Outcome.SKIPPED));
    }

    private void reject(Mapped row, String value, String code, String message) {
        failed++;
        problems.add(problem(row, value, code, message, Outcome.REJECTED));
    }

    private static ImportProblem problem(Mapped row, String value, String code, String message, Outcome outcome) {
        return new ImportProblem(row.row(), row.line(), "", value, code, message, outcome);
    }

    /** Customers to be created, in the order of their rows. */
    List<Planned> creates() {
        return planned.values().stream().filter(p -> p.id() >= NEW).toList();
    }

    /** Customers to be changed, by id. */
    List<Planned> changes() {
        return planned.values().stream().filter(p -> p.id() < NEW).toList();
    }

    /** The customer that each row goes into. */
    Map<UUID, Long> rowKeys() {
        return rowKeys;
    }

    /** First notes of customers to be created. */
    Map<Long, String> notes() {
        return notes;
    }

    /** A customer as it was before the chunk. */
    Known known() {
        return known;
    }

    /** Everything that is to be said, in the order of the file. */
    List<ImportProblem> problems() {
        return problems.stream()
                .sorted(Comparator.comparingLong(ImportProblem::row))
                .toList();
    }

    /** Tags that the run has made or would have made, those of former chunks first. */
    List<String> newTags() {
        return marks.newTags();
    }

    Counts counts() {
        return new Counts(created, updated, skipped, failed);
    }
}
