package org.kontor.lifecycle;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kontor.access.AccessLog;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerGate;
import org.kontor.customer.CustomerView;
import org.kontor.customer.FormerCustomers;
import org.kontor.settings.CompanySetting;
import org.kontor.settings.CurrentSettings;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.shared.RecordJson;

/**
 * Merges customers who are the same, and takes merges back (S3-53 to S3-65, S4-106 to S4-127). A merge is one transaction; of two
 * that want the same customer one comes first, and the other is told.
 */
@Stateless
public class Merges {

    private static final int SOURCES_MAX = 1_000;

    @Inject
    MergeRepository repository;

    @Inject
    MergeEngine engine;

    @Inject
    MergeUndo undo;

    @Inject
    Ownership ownership;

    @Inject
    CustomerBulk customers;

    @Inject
    FormerCustomers former;

    @Inject
    CustomerScope scope;

    @Inject
    SeenParts parts;

    @Inject
    CurrentSettings settings;

    @Inject
    AccessLog log;

    /**
     * What a merge would do: it is done and taken back.
     *
     * @throws AppException as for {@link #merge}, but for blockers, which are part of the answer
     */
    @Requires(Permission.MERGE_CUSTOMER)
    public MergePreview preview(MergeDraft draft) {
        Parties parties = lock(draft);
        MergeReport report = new MergeReport(List.of(), List.of());
        if (parties.blockers().isEmpty()) {
            repository.mark();
            MergeRepository.Stored made = repository
                    .find(engine.merge(parties.target(), parties.sources()), false)
                    .orElseThrow();
            report = RecordJson.read(MergeReport.class, made.report());
            repository.takeBack();
        }
        return new MergePreview(
                party(parties.target()),
                parties.sources().stream().map(Merges::party).toList(),
                parties.blockers(),
                report.fields(),
                seen(report.rows()),
                !settings.on(CompanySetting.MERGES_ARE_FINAL));
    }

    /**
     * Makes several customers one. Everything that belongs to the sources goes over to the target, whose gaps they fill; their records
     * go, and their ids lead to the target for ever.
     *
     * @throws AppException {@link ErrorKind#INVALID} for a target among the sources, none or too many sources;
     *     {@link ErrorKind#ABSENT} for a customer that is not there or not seen; {@link ErrorKind#CONFLICT}
     *     {@code ALREADY_MERGED} for one that was merged meanwhile, else with the code of the first {@link MergeBlocker}
     */
    @Requires(Permission.MERGE_CUSTOMER)
    public MergeView merge(MergeDraft draft) {
        Parties parties = lock(draft);
        if (!parties.blockers().isEmpty()) {
            MergeBlocker first = parties.blockers().get(0);
            throw new AppException(ErrorKind.CONFLICT, first.code(), first.message());
        }
        long id = engine.merge(parties.target(), parties.sources());
        log.write("customer.merged", "customer " + draft.targetId() + ", merge " + id);
        return find(id).orElseThrow();
    }

    /**
     * Merges, newest first: of one customer as target, or of all that the caller sees.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_CUSTOMER)
    public Page<MergeView> list(Optional<Long> customer, PageRequest page) {
        customer.ifPresent(scope::require);
        String list = "merges|" + customer.map(String::valueOf).orElse("");
        long before = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        List<MergeRepository.Stored> found = repository.list(customer, before, page.limit() + 1);
        List<MergeRepository.Stored> piece = found.subList(0, Math.min(found.size(), page.limit()));
        Optional<String> next = found.size() > page.limit()
                ? Optional.of(Cursor.encode(
                        list, Long.toString(piece.get(piece.size() - 1).id())))
                : Optional.empty();
        return new Page<>(views(piece), next);
    }

    /** One merge; empty when there is none for the caller. */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<MergeView> find(long id) {
        return views(repository.find(id, false).stream().toList()).stream().findFirst();
    }

    /**
     * What would stay as it is if the merge were taken back: what somebody changed since in a way that the undo would overwrite.
     *
     * @throws AppException as for {@link #undo}, but for conflicts
     */
    @Requires(Permission.MERGE_CUSTOMER)
    public List<UndoConflict> previewUndo(long id) {
        MergeRepository.Stored merge = undoable(id);
        repository.mark();
        List<UndoConflict> conflicts = parts.of(undo.undo(merge, sources(id)));
        repository.takeBack();
        return conflicts;
    }

    /**
     * Takes a merge back: the sources are there again as they were, with everything that was theirs; what the target got since stays
     * with it.
     *
     * @param keepConflicts whether what conflicts may stay as it is now
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} {@code MERGE_FINAL}, {@code ALREADY_UNDONE},
     *     {@code UNDO_LATER_FIRST} when its target was part of a later merge, {@code CHANGED_SINCE} for conflicts that may not stay
     */
    @Requires(Permission.MERGE_CUSTOMER)
    public List<UndoConflict> undo(long id, boolean keepConflicts) {
        MergeRepository.Stored merge = undoable(id);
        List<UndoConflict> all = undo.undo(merge, sources(id));
        List<UndoConflict> conflicts = parts.of(all);
        if (!conflicts.isEmpty() && !keepConflicts) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "CHANGED_SINCE",
                    "Look at what was changed since the merge and would stay as it is, then confirm: "
                            + conflicts.stream()
                                    .limit(5)
                                    .map(each -> each.noun() + " " + each.subject())
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        // What the caller may not know of stays as it is, and is counted where an administrator finds it.
        log.write(
                "customer.unmerged",
                "customer " + merge.target().id() + ", merge " + id + ", stayed as they are " + all.size());
        return conflicts;
    }

    private MergeRepository.Stored undoable(long id) {
        MergeRepository.Stored merge = repository
                .find(id, true)
                .filter(each -> scope.sees(each.customerId()))
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "MERGE_NOT_FOUND",
                        "Look for another merge: there is none with id " + id + "."));
        if (merge.irreversible()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "MERGE_FINAL",
                    "It cannot be taken back: merges were final when it was made, nothing was kept of what went.");
        }
        if (!merge.inForce()) {
            throw new AppException(ErrorKind.CONFLICT, "ALREADY_UNDONE", "It was taken back already.");
        }
        long target = merge.target().id();
        if (merge.customerId() != target || repository.later(id, target).isPresent()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "UNDO_LATER_FIRST",
                    merge.customerId() == target
                            ? "Take back merge " + repository.later(id, target).orElseThrow()
                                    + " first: it came later and has the same customer."
                            : "Take back the merge into customer " + merge.customerId() + " first: customer " + target
                                    + " became part of it.");
        }
        return merge;
    }

    private List<Long> sources(long id) {
        return repository.sources(List.of(id)).getOrDefault(id, List.of()).stream()
                .map(MergeParty::id)
                .toList();
    }

    /** The customers of a merge, which nobody else can change before the transaction ends. */
    private record Parties(CustomerView target, List<CustomerView> sources, List<MergeBlocker> blockers) {}

    private Parties lock(MergeDraft draft) {
        Set<Long> ids = new TreeSet<>(draft.sourceIds());
        if (ids.isEmpty() || ids.size() > SOURCES_MAX) {
            throw AppException.invalid("sourceIds", "SIZE", "Choose 1 to 1,000 customers to merge into the other one.");
        }
        if (!ids.add(draft.targetId())) {
            throw AppException.invalid("sourceIds", "SELF", "Choose others: a customer cannot be merged into itself.");
        }
        Set<Long> there = repository.lock(ids);
        Collection<Long> visible = scope.visible(there);
        for (long id : ids) {
            if (!there.contains(id) && former.now(id).isPresent()) {
                throw new AppException(
                        ErrorKind.CONFLICT,
                        "ALREADY_MERGED",
                        "Look at customer " + former.now(id).orElseThrow() + ": customer " + id
                                + " was merged into it.");
            }
            if (!visible.contains(id)) {
                throw CustomerGate.absent(id);
            }
        }
        List<CustomerView> all = customers.read(ids);
        CustomerView target = all.stream()
                .filter(each -> each.id() == draft.targetId())
                .findFirst()
                .orElseThrow();
        List<CustomerView> sources = new ArrayList<>(all);
        sources.remove(target);
        return new Parties(target, sources, MergeRules.blockers(target, sources, repository.parents(ids)));
    }

    private List<MergeView> views(List<MergeRepository.Stored> merges) {
        Set<Long> visible = scope.visible(
                merges.stream().map(MergeRepository.Stored::customerId).toList());
        Map<Long, List<MergeParty>> sources = repository.sources(
                merges.stream().map(MergeRepository.Stored::id).toList());
        return merges.stream()
                .filter(merge -> visible.contains(merge.customerId()))
                .map(merge -> {
                    MergeReport report = RecordJson.read(MergeReport.class, merge.report());
                    return new MergeView(
                            merge.id(),
                            merge.undoneAt().isPresent() ? 2 : 1,
                            merge.at(),
                            merge.by(),
                            merge.undoneAt().orElse(merge.at()),
                            merge.target(),
                            sources.getOrDefault(merge.id(), List.of()),
                            !merge.irreversible() && merge.inForce(),
                            merge.undoneAt(),
                            merge.undoneBy(),
                            report.fields(),
                            seen(report.rows()));
                })
                .toList();
    }

    /** Those that the caller may know of. */
    private List<MergedRows> seen(List<MergedRows> rows) {
        Caller caller = CallerContext.current();
        Set<String> nouns = ownership.tables().stream()
                .filter(owned -> caller.may(owned.permission()))
                .map(OwnedTable::noun)
                .collect(Collectors.toSet());
        return rows.stream().filter(each -> nouns.contains(each.noun())).toList();
    }

    private static MergeParty party(CustomerView customer) {
        return new MergeParty(customer.id(), customer.displayName());
    }
}
