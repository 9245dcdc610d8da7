package org.kontor.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.access.CallerContext;
import org.kontor.customer.BatchRepository.Batch;
import org.kontor.jobs.PieceByPiece;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.settings.SystemTableLookup;
import org.kontor.settings.SystemTables;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.DomainEvents;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** The pieces of a batch. Called in a transaction each, on behalf of whoever started it. */
@ApplicationScoped
class BatchPieces implements PieceByPiece.Pieces {

    /** What is no change of the record: whoever does it tells of it. */
    private static final Set<BatchAction> ELSEWHERE =
            EnumSet.of(BatchAction.INVITE_TO_PORTAL, BatchAction.SET_CADENCE, BatchAction.REMOVE_CADENCE);

    @Inject
    BatchRepository repository;

    @Inject
    Customers customers;

    @Inject
    MarkRepository marks;

    @Inject
    SystemTables tables;

    @Inject
    SystemTableLookup lookup;

    @Inject
    InvitesToPortal invitations;

    @Inject
    PutsCadence cadences;

    @Inject
    Event<DomainEvents> happened;

    @Inject
    Clock clock;

    /** Marks the batch as running; gives who started it, or nothing when there is nothing to do. */
    @Override
    public Optional<Long> begin(long id) {
        Optional<Batch> batch =
                repository.find(id, true).filter(b -> open(b.view().state()));
        batch.ifPresent(b -> repository.advance(id, BatchState.RUNNING, 0, 0, b.nextPiece(), "", now()));
        return batch.map(Batch::userId);
    }

    /** Does the next piece; whether there is another one. */
    @Override
    public boolean next(long id) {
        Batch batch = repository.find(id, true).orElseThrow();
        if (!open(batch.view().state())) {
            return false;
        }
        Optional<String> cursor = batch.nextPiece().isEmpty() ? Optional.empty() : Optional.of(batch.nextPiece());
        Page<CustomerRow> piece =
                customers.list(StoredQuery.read(batch.query()), new PageRequest(PageRequest.MAX_LIMIT, cursor));
        List<Long> ids = piece.items().stream().map(CustomerRow::id).toList();
        if (batch.view().dryRun()) {
            repository.mark();
        }
        Map<Long, String> changed = ids.isEmpty() ? Map.of() : change(batch.view(), ids);
        if (batch.view().dryRun()) {
            repository.undo();
        } else if (!changed.isEmpty() && !ELSEWHERE.contains(batch.view().action())) {
            repository.touch(
                    List.copyOf(changed.keySet()),
                    now(),
                    CallerContext.current().login());
            tell(batch.view(), changed);
        }
        repository.advance(
                id,
                piece.nextCursor().isPresent() ? BatchState.RUNNING : BatchState.SUCCEEDED,
                ids.size(),
                changed.size(),
                piece.nextCursor().orElse(""),
                "",
                now());
        return piece.nextCursor().isPresent();
    }

    /** Notes why it ended. */
    @Override
    public void fail(long id, String message) {
        repository
                .find(id, true)
                .ifPresent(b -> repository.advance(id, BatchState.FAILED, 0, 0, b.nextPiece(), message, now()));
    }

    private Map<Long, String> change(BatchView batch, List<Long> ids) {
        return switch (batch.action()) {
            case ADD_TAG ->
                repository.addTag(
                        ids, tables.tag(batch.value(), Optional.empty()).id());
            case REMOVE_TAG ->
                lookup.find(SystemTable.TAGS, batch.value())
                        .map(SystemTableEntryView::id)
                        .map(tag -> repository.removeTag(ids, tag))
                        .orElse(Map.of());
            case ADD_FLAG ->
                flag(batch.value())
                        .map(type -> repository.addFlag(
                                ids, type, now(), CallerContext.current().login()))
                        .orElse(Map.of());
            case REMOVE_FLAG ->
                flag(batch.value())
                        .map(type -> repository.removeFlag(ids, type))
                        .orElse(Map.of());
            case SET_STATUS -> repository.setStatus(ids, batch.value());
            case ARCHIVE, RESTORE -> repository.setArchived(ids, batch.action() == BatchAction.ARCHIVE);
            case INVITE_TO_PORTAL -> invitations.invite(ids, batch.value());
            case SET_CADENCE -> cadences.put(ids, batch.value());
            case REMOVE_CADENCE -> cadences.remove(ids);
            default -> repository.setOwner(ids, part(batch.action()), user(batch.value()));
        };
    }

    private Optional<Long> flag(String name) {
        return lookup.find(SystemTable.FLAG_TYPES, name).map(SystemTableEntryView::id);
    }

    private Optional<Long> user(String login) {
        return Optional.ofNullable(marks.users(List.of(login)).get(login)).map(MarkRepository.Known::id);
    }

    private void tell(BatchView batch, Map<Long, String> changed) {
        List<DomainEvent> events = new ArrayList<>(changed.size());
        changed.forEach((id, before) -> events.add(new DomainEvent(
                happened(batch.action()),
                id,
                Map.of(field(batch.action()), difference(batch, before)),
                Map.of("batchId", Long.toString(batch.id())))));
        happened.fire(new DomainEvents(events));
    }

    private static String happened(BatchAction action) {
        return switch (action) {
            case ARCHIVE -> "customer.archived";
            case RESTORE -> "customer.restored";
            default -> "customer.updated";
        };
    }

    private static Change difference(BatchView batch, String before) {
        if (batch.action() == BatchAction.ARCHIVE || batch.action() == BatchAction.RESTORE) {
            return new Change(before, Boolean.toString(batch.action() == BatchAction.ARCHIVE));
        }
        return batch.action() == BatchAction.REMOVE_TAG || batch.action() == BatchAction.REMOVE_FLAG
                ? new Change(batch.value(), "")
                : new Change(before, batch.value());
    }

    private static String field(BatchAction action) {
        return switch (action) {
            case ADD_TAG, REMOVE_TAG -> "tag";
            case ADD_FLAG, REMOVE_FLAG -> "flag";
            case SET_STATUS -> "status";
            case ARCHIVE, RESTORE -> "archived";
            default -> "owners." + part(action).field();
        };
    }

    private static Owners.Part part(BatchAction action) {
        return switch (action) {
            case SET_BILLING_OWNER -> Owners.Part.BILLING_OWNER;
            case SET_ACCOUNT_MANAGER -> Owners.Part.ACCOUNT_MANAGER;
            case SET_SALES_REP -> Owners.Part.SALES_REP;
            case SET_MANAGER -> Owners.Part.MANAGER;
            default -> throw new IllegalStateException(action + " sets no owner");
        };
    }

    private static boolean open(BatchState state) {
        return state == BatchState.PENDING || state == BatchState.RUNNING;
    }

    private Instant now() {
        return clock.instant();
    }
}
