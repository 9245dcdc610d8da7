package org.kontor.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.access.CallerContext;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.CustomerView;
import org.kontor.settings.CompanySetting;
import org.kontor.settings.CurrentSettings;
import org.kontor.shared.CustomersMerged;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvents;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.OwnedTable.Merge;
import org.kontor.shared.RecordJson;

/**
 * Makes several customers one, in the running transaction, which holds their locks. It goes through the declarations of what
 * belongs to customers and names no feature. At the end it counts: what is not conserved rolls everything back.
 */
@ApplicationScoped
class MergeEngine {

    private static final JsonProvider JSON = JsonProvider.provider();

    @Inject
    Ownership ownership;

    @Inject
    MergeRepository repository;

    @Inject
    MergeJournal journal;

    @Inject
    MergeMeasure measure;

    @Inject
    CustomerBulk customers;

    @Inject
    CurrentSettings settings;

    @Inject
    Event<CustomersMerged> merged;

    @Inject
    Event<DomainEvents> happened;

    @Inject
    Clock clock;

    /** Merges customers that nothing keeps from it; answers the number of the merge. */
    long merge(CustomerView target, List<CustomerView> sources) {
        List<Long> ids = sources.stream().map(CustomerView::id).toList();
        List<Long> all = new ArrayList<>(ids);
        all.add(target.id());
        Set<Long> parents = repository.parents(ids);
        UnitedRecord record = new UnitedRecord(target, sources, repository.entered(all), !parents.isEmpty());
        String entered = repository.enteredJson(target.id());
        boolean irreversible = settings.on(CompanySetting.MERGES_ARE_FINAL);
        List<OwnedTable> tables = ownership.tables();
        Map<OwnedTable, MergeMeasure.Found> before =
                new LinkedHashMap<>(measure.before(target.id(), ids, Set.of(Merge.MOVES, Merge.RECORD)));
        long mergeId = repository.insert(now(), CallerContext.current().login(), target.id(), irreversible, sources);
        tell(mergeId, target, sources);
        journal.merging(true);
        for (OwnedTable owned : tables) {
            switch (owned.merge()) {
                case UNITES -> journal.before(mergeId, owned, all);
                case RECORD, GOES -> journal.before(mergeId, owned, ids);
                default -> {
                    // Moved, or done by the feature, or left alone.
                }
            }
        }
        tables.stream()
                .filter(owned -> owned.merge() == Merge.MOVES)
                .forEach(owned -> journal.move(mergeId, owned, target.id(), ids));
        tables.stream().filter(owned -> owned.merge() == Merge.RECORD).forEach(owned -> journal.clear(owned, ids));
        CustomerView after = write(target, record, mergeId, entered);
        // What follows the record, such as its automatic contact, has done so: now it shows which are the same.
        before.putAll(measure.before(target.id(), ids, Set.of(Merge.UNITES)));
        merged.fire(new CustomersMerged(mergeId, target.id(), ids));
        repository.remove(ids);
        tables.stream()
                .filter(owned -> owned.merge() == Merge.UNITES)
                .forEach(owned -> journal.after(mergeId, owned, target.id()));
        journal.merging(false);
        MergeReport report = new MergeReport(record.fields(), measure.after(before, target.id()));
        repository.redirect(target.id(), sources);
        if (irreversible) {
            journal.forget(mergeId);
            repository.done(mergeId, RecordJson.write(new MergeReport(List.of(), report.rows())), "", "", "{}", "{}");
        } else {
            repository.done(
                    mergeId,
                    RecordJson.write(report),
                    RecordJson.write(target.toDraft()),
                    RecordJson.write(after.toDraft()),
                    entered,
                    repository.enteredJson(target.id()));
        }
        return mergeId;
    }

    private CustomerView write(CustomerView target, UnitedRecord record, long mergeId, String entered) {
        // Rows that went over, such as flags, are part of the record now; they are left as they are.
        CustomerView present = customers.read(List.of(target.id())).get(0);
        customers.revise(
                List.of(new CustomerBulk.Revision(
                        present,
                        CustomerRules.stored(
                                record.draft().withFlags(present.toDraft().flags())))),
                Map.of("mergeId", Long.toString(mergeId)));
        JsonObjectBuilder times = JSON.createObjectBuilder();
        try (JsonReader reader = JSON.createReader(new StringReader(entered))) {
            reader.readObject().forEach(times::add);
        }
        record.filled().forEach((column, at) -> times.add(column, at.toString()));
        repository.entered(target.id(), times.build().toString());
        return customers.read(List.of(target.id())).get(0);
    }

    /** Before the histories go over, so that each tells of it. */
    private void tell(long mergeId, CustomerView target, List<CustomerView> sources) {
        String id = Long.toString(mergeId);
        List<DomainEvent> events = new ArrayList<>();
        for (CustomerView source : sources) {
            events.add(new DomainEvent(
                    "customer.replaced",
                    source.id(),
                    Map.of(),
                    Map.of("mergeId", id, "customerId", Long.toString(target.id()))));
        }
        String ids = sources.stream().map(source -> Long.toString(source.id())).collect(Collectors.joining(", "));
        events.add(new DomainEvent("customer.merged", target.id(), Map.of(), Map.of("mergeId", id, "sourceIds", ids)));
        happened.fire(new DomainEvents(events));
    }

    private Instant now() {
        return clock.instant();
    }
}
