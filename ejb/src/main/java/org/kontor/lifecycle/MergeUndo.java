package org.kontor.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kontor.access.CallerContext;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.CustomerView;
import org.kontor.shared.AppException;
import org.kontor.shared.CustomersUnmerged;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvents;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.OwnedTable.Merge;
import org.kontor.shared.RecordJson;
import org.kontor.timeline.TimelineStrike;

/** Takes a merge back, in the running transaction. Like {@link MergeEngine} it names no feature. */
@ApplicationScoped
class MergeUndo {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Inject
    Ownership ownership;

    @Inject
    MergeRepository repository;

    @Inject
    MergeJournal journal;

    @Inject
    MergeRestore restore;

    @Inject
    CustomerBulk customers;

    @Inject
    TimelineStrike histories;

    @Inject
    Event<CustomersUnmerged> unmerged;

    @Inject
    Event<DomainEvents> happened;

    @Inject
    Clock clock;

    /** Takes back a merge that nothing keeps from it; answers what stays as it is. */
    List<UndoConflict> undo(MergeRepository.Stored merge, List<Long> sources) {
        long id = merge.id();
        long target = merge.target().id();
        repository.lock(List.of(target));
        restore.parentsMerged(id).stream().findFirst().ifPresent(parent -> {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "UNDO_LATER_FIRST",
                    "Take back the merge of customer " + parent + " first: it was the parent of one of these.");
        });
        List<OwnedTable> tables = ownership.tables();
        journal.merging(true);
        List<UndoConflict> conflicts = new ArrayList<>(target(merge));
        Set<String> noted = restore.noted(id);
        // The order in which one table refers to another: the records come first.
        for (OwnedTable owned : tables) {
            if (!noted.contains(owned.table())) {
                continue;
            }
            switch (owned.merge()) {
                case UNITES -> {
                    conflicts.addAll(restore.revert(id, owned));
                    conflicts.addAll(restore.putBack(id, owned));
                }
                case RECORD, GOES -> conflicts.addAll(restore.putBack(id, owned));
                default -> {
                    // Moved, or done by the feature, or left alone.
                }
            }
        }
        repository.endRedirect(sources);
        Map<String, Long> moved = restore.moved(id);
        for (OwnedTable owned : tables) {
            long rows = moved.getOrDefault(owned.table(), 0L);
            if (owned.merge() == Merge.MOVES && rows > 0) {
                restore.moveBack(id, owned, target, rows).ifPresent(conflicts::add);
            }
        }
        restore.pointBack(id);
        TreeSet<String> kept = new TreeSet<>();
        unmerged.fire(new CustomersUnmerged(id, target, sources, kept));
        kept.forEach(noun -> conflicts.add(new UndoConflict(noun, "", "", "")));
        MergeReport report = RecordJson.read(MergeReport.class, merge.report());
        repository.undone(
                id,
                clock.instant(),
                CallerContext.current().login(),
                RecordJson.write(new MergeReport(List.of(), report.rows())));
        restore.putBackWaiting(id, tables);
        journal.merging(false);
        // The sources have their values, and their histories, again: the target's shall not tell what was theirs.
        histories.merge(target, id);
        tell(id, target, sources);
        return conflicts;
    }

    private void tell(long id, long target, List<Long> sources) {
        String mergeId = Long.toString(id);
        String ids = sources.stream().map(String::valueOf).collect(Collectors.joining(", "));
        List<DomainEvent> events = new ArrayList<>();
        events.add(
                new DomainEvent("customer.unmerged", target, Map.of(), Map.of("mergeId", mergeId, "sourceIds", ids)));
        String customerId = Long.toString(target);
        for (Long source : sources) {
            events.add(new DomainEvent(
                    "customer.unmerged", source, Map.of(), Map.of("mergeId", mergeId, "customerId", customerId)));
        }
        happened.fire(new DomainEvents(events));
    }

    private List<UndoConflict> target(MergeRepository.Stored merge) {
        long target = merge.target().id();
        CustomerView now = customers.read(List.of(target)).get(0);
        CustomerDraft before = RecordJson.read(CustomerDraft.class, merge.before());
        CustomerDraft after = RecordJson.read(CustomerDraft.class, merge.after());
        // Who got child accounts since stays a parent. Flags are rows of their own, which go back as they are.
        Set<String> fixed = restore.hasOtherChildren(merge.id(), target) ? Set.of("accountType") : Set.of();
        DraftRevert revert = new DraftRevert(fixed);
        CustomerDraft present = now.toDraft();
        CustomerDraft wanted =
                revert.revert(present, before.withFlags(present.flags()), after.withFlags(present.flags()));
        String entered = repository.enteredJson(target);
        customers.revise(
                List.of(new CustomerBulk.Revision(now, CustomerRules.stored(wanted))),
                Map.of("mergeId", Long.toString(merge.id())));
        repository.entered(target, entered(entered, merge.enteredBefore(), merge.enteredAfter()));
        return revert.conflicts();
    }

    /** When fields had been entered, but for what was entered since. */
    private static String entered(String nowJson, String beforeJson, String afterJson) {
        JsonObject before = object(beforeJson);
        JsonObject after = object(afterJson);
        JsonObjectBuilder times = JSON.createObjectBuilder();
        Map<String, JsonValue> now = new LinkedHashMap<>(object(nowJson));
        now.forEach((field, at) -> {
            boolean ofMerge = at.equals(after.get(field)) && !at.equals(before.get(field));
            if (!ofMerge) {
                times.add(field, at);
            } else if (before.containsKey(field)) {
                times.add(field, before.get(field));
            }
        });
        return times.build().toString();
    }

    private static JsonObject object(String json) {
        try (var reader = JSON.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
