package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerBulk.Revision;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerIdentity;
import org.kontor.customer.CustomerLookup;
import org.kontor.customer.CustomerRules.Checked;
import org.kontor.customer.CustomerView;
import org.kontor.importing.ChunkPlan.Planned;
import org.kontor.note.NewNote;
import org.kontor.note.Notes;
import org.kontor.suppression.Suppressions;

/** The customers themselves. The services that are called check the permission. */
@ApplicationScoped
public class LiveRecords implements CustomerRecords {

    @Inject
    CustomerLookup lookup;

    @Inject
    CustomerBulk bulk;

    @Inject
    Notes notes;

    @Inject
    RowKeyRepository rowKeys;

    @Inject
    JournalRepository journal;

    @Inject
    Suppressions suppressions;

    @Override
    public Known known(ImportRun run, List<Mapped> rows) {
        Map<MatchKey, List<Long>> holders = holders(run, rows);
        Collection<Long> ids = run.view().onDuplicate() == OnDuplicate.UPDATE ? ids(holders) : List.of();
        return new Known(imported(rows), erased(rows), holders, byId(bulk.lock(ids)), Map.of());
    }

    /** Which of these rows were imported before. */
    Set<UUID> imported(List<Mapped> rows) {
        return rowKeys.imported(rows.stream().flatMap(row -> row.key().stream()).collect(Collectors.toSet()));
    }

    /** Rows of people whose data was erased, with the number of the erasure. */
    Map<UUID, Long> erased(List<Mapped> rows) {
        List<Mapped> asked = rows.stream()
                .filter(row -> row.key().isPresent() && row.customer().isPresent())
                .toList();
        List<OptionalLong> answers = suppressions.recognise(asked.stream()
                .map(row -> CustomerIdentity.of(row.customer().orElseThrow().draft()))
                .toList());
        Map<UUID, Long> erased = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            UUID key = asked.get(i).key().orElseThrow();
            answers.get(i).ifPresent(erasure -> erased.put(key, erasure));
        }
        return erased;
    }

    /** Customers that have keys of these rows; only keys that can decide something. */
    Map<MatchKey, List<Long>> holders(ImportRun run, List<Mapped> rows) {
        boolean create = run.view().onDuplicate() == OnDuplicate.CREATE;
        Set<MatchKey> keys = new LinkedHashSet<>();
        Set<Long> entities = entities(run);
        rows.forEach(row -> MatchKey.asked(row, entities).stream()
                .filter(key -> key.unique() || (!create && run.view().matchBy().contains(key.kind())))
                .forEach(keys::add));
        Map<MatchKey, List<Long>> found = new HashMap<>();
        find(keys, MatchKey.External.class, MatchKey.External::id, lookup::byExternalId, found);
        numbered(keys).forEach((entity, numbered) -> {
            find(
                    numbered,
                    MatchKey.Account.class,
                    MatchKey.Account::number,
                    numbers -> lookup.byAccountNumber(entity, numbers),
                    found);
            find(
                    numbered,
                    MatchKey.Parent.class,
                    MatchKey.Parent::number,
                    numbers -> lookup.parents(entity, numbers, !run.view().dryRun()),
                    found);
        });
        find(keys, MatchKey.Email.class, MatchKey.Email::named, lookup::byEmailAndName, found);
        find(keys, MatchKey.Birth.class, MatchKey.Birth::born, lookup::byNameAndBirthdate, found);
        find(keys, MatchKey.Phone.class, MatchKey.Phone::named, lookup::byPhoneAndName, found);
        return found;
    }

    /** Where account numbers have to be free: a row may change a customer of another company entity than its own. */
    Set<Long> entities(ImportRun run) {
        return run.view().onDuplicate() == OnDuplicate.UPDATE
                ? Set.copyOf(lookup.entities().values())
                : Set.of();
    }

    /** Account numbers by company entity. */
    private static Map<Long, Set<MatchKey>> numbered(Set<MatchKey> keys) {
        Map<Long, Set<MatchKey>> byEntity = new TreeMap<>();
        for (MatchKey key : keys) {
            if (key instanceof MatchKey.Account account) {
                byEntity.computeIfAbsent(account.entity(), e -> new LinkedHashSet<>())
                        .add(key);
            } else if (key instanceof MatchKey.Parent parent) {
                byEntity.computeIfAbsent(parent.entity(), e -> new LinkedHashSet<>())
                        .add(key);
            }
        }
        return byEntity;
    }

    private static <T extends MatchKey, V> void find(
            Set<MatchKey> keys,
            Class<T> kind,
            Function<T, V> value,
            Function<Collection<V>, Map<V, List<Long>>> lookup,
            Map<MatchKey, List<Long>> found) {
        Map<V, MatchKey> wanted = keys.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .collect(Collectors.toMap(value, key -> key, (one, other) -> one));
        if (!wanted.isEmpty()) {
            lookup.apply(wanted.keySet()).forEach((v, ids) -> found.put(wanted.get(v), ids));
        }
    }

    static Collection<Long> ids(Map<MatchKey, List<Long>> holders) {
        return holders.values().stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    static Map<Long, CustomerView> byId(List<CustomerView> views) {
        return views.stream().collect(Collectors.toMap(CustomerView::id, view -> view));
    }

    @Override
    public void carryOut(ImportRun run, ChunkPlan plan) {
        long importId = run.id();
        Map<String, String> details = Map.of("importId", Long.toString(importId));
        // First, since a new customer may take a number that a changed one gave up.
        List<Planned> changes = plan.changes();
        if (!changes.isEmpty()) {
            List<Revision> revised = bulk.revise(
                    changes.stream()
                            .map(change -> new Revision(plan.known().view(change.id()), change.customer()))
                            .toList(),
                    details);
            journal.keep(importId, revised.stream().map(Revision::before).toList());
        }
        Map<Long, Long> idOf = create(plan.creates(), importId);
        List<NewNote> firstNotes = new ArrayList<>();
        plan.notes().forEach((id, note) -> firstNotes.add(new NewNote(idOf.getOrDefault(id, id), note)));
        if (!firstNotes.isEmpty()) {
            notes.addAll(firstNotes, details);
        }
        rowKeys.insert(importId, plan.rowKeys(), idOf);
        journal.nearMatches(importId, idOf);
    }

    /** Creates customers in the order of their rows, as many at once as have no parent among them; gives their ids. */
    private Map<Long, Long> create(List<Planned> creates, long importId) {
        Map<Long, Long> idOf = new HashMap<>();
        List<Planned> piece = new ArrayList<>();
        for (Planned planned : creates) {
            long parent = planned.customer().draft().parentId().orElse(0L);
            if (parent >= ChunkPlan.NEW && !idOf.containsKey(parent)) {
                create(piece, importId, idOf);
                piece.clear();
            }
            piece.add(planned);
        }
        create(piece, importId, idOf);
        return idOf;
    }

    private void create(List<Planned> piece, long importId, Map<Long, Long> idOf) {
        List<Long> created = bulk.create(
                piece.stream().map(planned -> stored(planned.customer(), idOf)).toList(), importId);
        for (int i = 0; i < created.size(); i++) {
            idOf.put(piece.get(i).id(), created.get(i));
        }
    }

    private static Checked stored(Checked customer, Map<Long, Long> idOf) {
        CustomerDraft draft = customer.draft();
        Optional<Long> parent = draft.parentId().map(id -> idOf.getOrDefault(id, id));
        return parent.equals(draft.parentId())
                ? customer
                : new Checked(
                        draft.withPlace(draft.entityId(), draft.accountType(), parent),
                        customer.displayName(),
                        customer.errors());
    }
}
