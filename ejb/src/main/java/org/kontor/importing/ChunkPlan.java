package org.kontor.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.kontor.customer.CustomerRules.Checked;
import org.kontor.importing.ImportProblem.Outcome;

/**
 * What is to be done with each row of a chunk. Made the same way by a dry run and by the run; only what the rows of former
 * chunks left behind is looked up in different places: the run finds it in the database, the dry run in its memory.
 */
final class ChunkPlan {

    /** A row that becomes a customer. */
    record Create(Mapped row, UUID key, Checked customer, List<MatchKey> matchKeys) {

        /** Stands for the customer until it has an id. */
        long placeholder() {
            return -row.row();
        }
    }

    /**
     * A row that goes into a customer.
     *
     * @param target id of the customer; negative, the placeholder of a {@link Create}, when it does not exist yet
     */
    record Update(Mapped row, UUID key, Checked customer, List<MatchKey> matchKeys, long target) {}

    private final OnDuplicate onDuplicate;
    private final Existing existing;
    private final Memory memory;
    private final Set<UUID> keysHere = new HashSet<>();
    private final Map<MatchKey, Long> here = new HashMap<>();
    private final List<Create> creates = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private long skipped;
    private long failed;

    ChunkPlan(OnDuplicate onDuplicate, Existing existing, Memory memory) {
        this.onDuplicate = onDuplicate;
        this.existing = existing;
        this.memory = memory;
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
        Checked customer = row.customer().get();
        if (existing.imported(key) || keysHere.contains(key) || memory.holds(key)) {
            skip(row, "ROW_IMPORTED", "This very row was imported already, or stands earlier in the file.");
            return;
        }
        List<MatchKey> matchKeys = MatchKey.of(customer.draft());
        if (onDuplicate == OnDuplicate.CREATE) {
            createAnother(row, key, customer, matchKeys);
            return;
        }
        for (MatchKey matchKey : matchKeys) {
            OptionalLong target = find(matchKey);
            if (target.isPresent()) {
                if (onDuplicate == OnDuplicate.SKIP) {
                    skip(row, "CUSTOMER_EXISTS", "A customer with " + matchKey.reason() + " exists already.");
                } else if (!takenByAnother(row, matchKeys, target.getAsLong())) {
                    updates.add(new Update(row, key, customer, matchKeys, target.getAsLong()));
                    remember(key, matchKeys, target.getAsLong());
                }
                return;
            }
        }
        create(row, key, customer, matchKeys);
    }

    private void createAnother(Mapped row, UUID key, Checked customer, List<MatchKey> matchKeys) {
        if (!takenByAnother(row, matchKeys, -row.row())) {
            create(row, key, customer, matchKeys);
        }
    }

    /** Rejects a row with an external id that belongs to another customer than the one it goes into. */
    private boolean takenByAnother(Mapped row, List<MatchKey> matchKeys, long target) {
        for (MatchKey matchKey : matchKeys) {
            if (matchKey instanceof MatchKey.External external && find(matchKey).orElse(target) != target) {
                failed++;
                problems.add(problem(
                        row,
                        external.id().value(),
                        "EXTERNAL_ID_TAKEN",
                        "Check the number " + external.id().value()
                                + ": another customer has it already, and only one can.",
                        Outcome.REJECTED));
                return true;
            }
        }
        return false;
    }

    private void create(Mapped row, UUID key, Checked customer, List<MatchKey> matchKeys) {
        creates.add(new Create(row, key, customer, matchKeys));
        remember(key, matchKeys, -row.row());
    }

    private void remember(UUID key, List<MatchKey> matchKeys, long target) {
        keysHere.add(key);
        matchKeys.forEach(matchKey -> here.putIfAbsent(matchKey, target));
    }

    /** The customer with this key: of this chunk, of a former one, or as the database has it. */
    private OptionalLong find(MatchKey key) {
        Long target = here.get(key);
        if (target != null) {
            return OptionalLong.of(target);
        }
        OptionalLong remembered = memory.customer(key);
        if (remembered.isPresent()) {
            return remembered;
        }
        return existing.customer(key)
                .filter(id -> !memory.touched(id))
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    private void skip(Mapped row, String code, String message) {
        skipped++;
        problems.add(problem(row, "", code, message, Outcome.SKIPPED));
    }

    /** Counts an update that turned out to be against a rule as failed. */
    void reject(Update update, String value, String code, String message) {
        updates.remove(update);
        failed++;
        problems.add(problem(update.row(), value, code, message, Outcome.REJECTED));
    }

    private static ImportProblem problem(Mapped row, String value, String code, String message, Outcome outcome) {
        return new ImportProblem(row.row(), row.line(), "", value, code, message, outcome);
    }

    List<Create> creates() {
        return creates;
    }

    List<Update> updates() {
        return updates;
    }

    /** Everything that is to be said, in the order of the file. */
    List<ImportProblem> problems() {
        return problems.stream()
                .sorted(Comparator.comparingLong(ImportProblem::row))
                .toList();
    }

    Counts counts() {
        return new Counts(creates.size(), updates.size(), skipped, failed);
    }

    /** Which of the keys of a chunk the database has. */
    record Existing(Set<UUID> rows, Map<MatchKey, Long> customers) {

        boolean imported(UUID key) {
            return rows.contains(key);
        }

        Optional<Long> customer(MatchKey key) {
            return Optional.ofNullable(customers.get(key));
        }
    }
}
