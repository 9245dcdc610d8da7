package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerBulk.Revision;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerLookup;
import org.kontor.customer.CustomerReferences;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.CustomerView;
import org.kontor.importing.UndoRepository.Before;
import org.kontor.importing.UndoRepository.Touched;

/**
 * Takes back what an import did to some customers, in one transaction. A customer that anybody touched since stays as it is, and it
 * is written down why. The services that are called check the permission.
 */
@ApplicationScoped
public class UndoWriter {

    private static final int CUSTOMERS = 500;

    @Inject
    UndoRepository undos;

    @Inject
    CustomerBulk bulk;

    @Inject
    CustomerLookup lookup;

    @Inject
    CustomerReferences references;

    @Inject
    LedgerUndo ledger;

    /** Whether there is more to take back. */
    public enum Next {
        /** There is more. */
        MORE,
        /** All customers of the import were looked at. */
        DONE
    }

    /** Takes the next customers back, in the running transaction. */
    Next piece(long importId) {
        Optional<Long> after = undos.begin(importId);
        if (after.isEmpty()) {
            return Next.DONE;
        }
        List<Touched> touched = undos.touched(importId, after.get(), CUSTOMERS);
        Map<Long, CustomerView> there = LiveRecords.byId(
                bulk.lock(touched.stream().map(Touched::customerId).toList()));
        Map<String, String> details = Map.of("importId", Long.toString(importId), "undo", "true");
        Map<Long, ImportObstacle> obstacles = new TreeMap<>(ledger.takeBack(importId, there));

        List<Long> created = touched.stream()
                .filter(Touched::created)
                .map(Touched::customerId)
                .filter(there::containsKey)
                .filter(id -> !obstacles.containsKey(id))
                .toList();
        obstacles.putAll(undos.changesSince(importId, created));
        Map<Long, ImportObstacle> history = ledger.history(without(obstacles, created), there);
        List<Long> removable = without(history, without(obstacles, created));
        // A child that stays keeps its parent, which is only seen once the child is no longer among those to be
        // removed.
        for (Map<Long, String> kept = references.keeping(removable);
                !kept.isEmpty();
                kept = references.keeping(removable)) {
            kept.forEach((id, table) -> obstacles.put(id, hasRecords(Objects.requireNonNull(there.get(id)), table)));
            removable = without(obstacles, removable);
        }
        if (!removable.isEmpty()) {
            bulk.remove(removable, details);
        }

        Map<Long, Before> before = undos.before(importId, there.keySet());
        before.keySet().removeAll(created);
        before.keySet().removeAll(obstacles.keySet());
        List<Revision> revisions = new ArrayList<>();
        for (Map.Entry<Long, Before> entry : before.entrySet()) {
            CustomerView now = Objects.requireNonNull(there.get(entry.getKey()));
            Optional<ImportObstacle> obstacle = obstacle(now, entry.getValue());
            if (obstacle.isPresent()) {
                obstacles.put(now.id(), obstacle.get());
            } else {
                revisions.add(
                        new Revision(now, CustomerRules.check(entry.getValue().draft())));
            }
        }
        bulk.revise(revisions, details);

        Set<Long> settled =
                new TreeSet<>(touched.stream().map(Touched::customerId).toList());
        settled.removeAll(obstacles.keySet());
        // Nothing of these is left to be taken back, so their rows may come again.
        obstacles.putAll(history);
        undos.settle(importId, settled, List.copyOf(obstacles.values()));
        boolean done = touched.size() < CUSTOMERS;
        long last = touched.isEmpty()
                ? after.get()
                : touched.get(touched.size() - 1).customerId();
        undos.advance(importId, last, removable.size(), revisions.size(), obstacles.size(), done);
        return done ? Next.DONE : Next.MORE;
    }

    private static List<Long> without(Map<Long, ImportObstacle> obstacles, List<Long> customers) {
        return customers.stream().filter(id -> !obstacles.containsKey(id)).toList();
    }

    private static ImportObstacle hasRecords(CustomerView customer, String table) {
        return new ImportObstacle(
                customer.id(),
                customer.displayName(),
                "HAS_RECORDS",
                "Other records belong to this customer by now (" + table.replace('_', ' ') + ").");
    }

    private Optional<ImportObstacle> obstacle(CustomerView now, Before before) {
        if (now.version() != before.versionAfter()) {
            return Optional.of(new ImportObstacle(
                    now.id(),
                    now.displayName(),
                    "CHANGED_SINCE",
                    now.updatedBy() + " has changed this customer since; its values stay."));
        }
        for (MatchKey key : MatchKey.of(before.draft())) {
            if (key.unique() && takenByAnother(key, now.id(), before.draft())) {
                return Optional.of(new ImportObstacle(
                        now.id(),
                        now.displayName(),
                        "VALUE_TAKEN",
                        "Another customer has an account number or external id by now that this one had before."));
            }
        }
        return Optional.empty();
    }

    private boolean takenByAnother(MatchKey key, long id, CustomerDraft draft) {
        List<Long> holders = key instanceof MatchKey.External external
                ? lookup.byExternalId(List.of(external.id())).getOrDefault(external.id(), List.of())
                : lookup.byAccountNumber(draft.entityId().orElse(MatchKey.ENTITY), List.of(draft.accountNumber()))
                        .getOrDefault(draft.accountNumber(), List.of());
        return holders.stream().anyMatch(holder -> holder != id);
    }
}
