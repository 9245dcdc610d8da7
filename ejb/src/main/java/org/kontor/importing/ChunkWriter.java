package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerLookup;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.importing.ChunkPlan.Existing;
import org.kontor.importing.ChunkPlan.Update;
import org.kontor.note.NewNote;
import org.kontor.note.Notes;
import org.kontor.shared.FieldError;

/**
 * Brings one chunk of rows in: customers, notes, row keys, problems, counts and checkpoint in one transaction, so that after a
 * crash either all of it happened or nothing. The services that it calls check the permission.
 */
@ApplicationScoped
public class ChunkWriter {

    @Inject
    ImportRepository imports;

    @Inject
    ProblemRepository problems;

    @Inject
    RowKeyRepository rowKeys;

    @Inject
    CustomerLookup lookup;

    @Inject
    CustomerBulk bulk;

    @Inject
    Customers customers;

    @Inject
    Notes notes;

    /** Whether to go on after a chunk. */
    public enum Next {
        /** There is more, or the file ended here. */
        GO_ON,
        /** Somebody stopped the import, or another node took it over: this one must not write any more. */
        STOP
    }

    /**
     * Brings a chunk in, in the running transaction, or says what would happen.
     *
     * @param run the import as it was when the work began
     * @param chunk rows that follow the checkpoint
     * @param memory what a dry run remembers of former chunks
     */
    Next write(ImportRun run, Chunk chunk, Memory memory) {
        ImportRun now = imports.lock(run.id()).orElseThrow();
        if (now.view().state() != ImportState.RUNNING || now.view().checkpointRow() != chunk.firstRow() - 1) {
            return Next.STOP;
        }
        if (now.cancelRequested()) {
            imports.state(run.id(), ImportState.CANCELLED, "");
            return Next.STOP;
        }
        ChunkPlan plan = new ChunkPlan(run.view().onDuplicate(), existing(chunk.rows()), memory);
        chunk.rows().forEach(plan::add);
        Map<Long, CustomerView> before = before(plan);
        if (run.view().dryRun()) {
            plan.creates().forEach(c -> memory.row(c.key(), c.matchKeys(), c.placeholder()));
            plan.updates().forEach(u -> {
                Optional.ofNullable(before.get(u.target())).ifPresent(view -> remember(view, memory));
                memory.row(u.key(), u.matchKeys(), u.target());
            });
        } else {
            carryOut(run.id(), plan, memory);
        }
        problems.insert(run.id(), plan.problems());
        imports.advance(run.id(), plan.counts(), chunk.lastRow(), chunk.bytesRead(), chunk.last());
        return Next.GO_ON;
    }

    private void carryOut(long importId, ChunkPlan plan, Memory memory) {
        List<ChunkPlan.Create> creates = plan.creates();
        List<Long> ids = creates.isEmpty()
                ? List.of()
                : bulk.create(creates.stream().map(ChunkPlan.Create::customer).toList(), importId);
        Map<UUID, Long> keys = new LinkedHashMap<>();
        Map<Long, Long> created = new HashMap<>();
        List<NewNote> firstNotes = new ArrayList<>();
        for (int i = 0; i < creates.size(); i++) {
            ChunkPlan.Create create = creates.get(i);
            long id = ids.get(i);
            keys.put(create.key(), id);
            created.put(create.placeholder(), id);
            memory.row(create.key(), create.matchKeys(), id);
            if (!create.row().note().isEmpty()) {
                firstNotes.add(new NewNote(id, create.row().note()));
            }
        }
        for (Update update : List.copyOf(plan.updates())) {
            long id = update.target() < 0 ? Objects.requireNonNull(created.get(update.target())) : update.target();
            if (revise(id, update, plan, memory)) {
                keys.put(update.key(), id);
                memory.row(update.key(), update.matchKeys(), id);
            }
        }
        if (!firstNotes.isEmpty()) {
            notes.addAll(firstNotes, Map.of("importId", Long.toString(importId)));
        }
        rowKeys.insert(importId, keys);
    }

    /** The customers that will be changed, as they are; rows that do not go with theirs are rejected. */
    private Map<Long, CustomerView> before(ChunkPlan plan) {
        Map<Long, CustomerView> before = new HashMap<>();
        for (Update update : List.copyOf(plan.updates())) {
            if (update.target() > 0) {
                CustomerView view = before.computeIfAbsent(
                        update.target(), id -> customers.find(id).orElseThrow());
                firstError(Drafts.merge(view, update.customer().draft()))
                        .ifPresent(error -> plan.reject(update, "", error.code(), error.message()));
            }
        }
        return before;
    }

    private static void remember(CustomerView before, Memory memory) {
        memory.before(before.id(), MatchKey.of(before.toDraft()));
    }

    private boolean revise(long id, Update update, ChunkPlan plan, Memory memory) {
        // Read again: an earlier row of this chunk may have gone into the same customer.
        CustomerView view = customers.find(id).orElseThrow();
        CustomerDraft merged = Drafts.merge(view, update.customer().draft());
        Optional<FieldError> error = firstError(merged);
        if (error.isPresent()) {
            plan.reject(update, "", error.get().code(), error.get().message());
            return false;
        }
        remember(view, memory);
        if (!merged.equals(view.toDraft())) {
            customers.revise(id, view.version(), merged);
        }
        return true;
    }

    private static Optional<FieldError> firstError(CustomerDraft draft) {
        return CustomerRules.check(draft).errors().stream().findFirst();
    }

    private Existing existing(List<Mapped> rows) {
        Set<UUID> keys = new LinkedHashSet<>();
        Set<MatchKey> matchKeys = new LinkedHashSet<>();
        for (Mapped row : rows) {
            row.key().ifPresent(keys::add);
            row.customer().ifPresent(customer -> matchKeys.addAll(MatchKey.of(customer.draft())));
        }
        Map<MatchKey, Long> found = new HashMap<>();
        lookup.byExternalId(only(matchKeys, MatchKey.External.class).stream()
                        .map(MatchKey.External::id)
                        .toList())
                .forEach((id, customer) -> found.put(new MatchKey.External(id), customer));
        lookup.byEmailAndName(only(matchKeys, MatchKey.Email.class).stream()
                        .map(MatchKey.Email::named)
                        .toList())
                .forEach((named, customer) -> found.put(new MatchKey.Email(named), customer));
        lookup.byNameAndBirthdate(only(matchKeys, MatchKey.Birth.class).stream()
                        .map(MatchKey.Birth::born)
                        .toList())
                .forEach((born, customer) -> found.put(new MatchKey.Birth(born), customer));
        lookup.byPhoneAndName(only(matchKeys, MatchKey.Phone.class).stream()
                        .map(MatchKey.Phone::named)
                        .toList())
                .forEach((named, customer) -> found.put(new MatchKey.Phone(named), customer));
        return new Existing(rowKeys.imported(keys), found);
    }

    private static <T extends MatchKey> List<T> only(Set<MatchKey> keys, Class<T> kind) {
        return keys.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
