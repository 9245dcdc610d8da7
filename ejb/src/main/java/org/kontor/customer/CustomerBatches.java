package org.kontor.customer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.jobs.Jobs;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.settings.SystemTableLookup;
import org.kontor.settings.SystemTables;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Starts, shows and cancels batch actions: the same change to every customer of a list, however long it is. */
@Stateless
public class CustomerBatches {

    @Inject
    BatchRepository repository;

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
    Jobs jobs;

    @Inject
    Clock clock;

    /**
     * Starts a batch over all customers of a list.
     *
     * @param query the list; its order does not matter
     * @param dryRun whether the same work is done and taken back, so that it only counts
     * @throws AppException {@link ErrorKind#INVALID} for a value that the action cannot use
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public BatchView start(BatchDraft draft, CustomerQuery query, boolean dryRun) {
        Caller caller = CallerContext.current();
        BatchDraft checked = new BatchDraft(draft.action(), value(draft, dryRun));
        long id = repository.insert(checked, StoredQuery.write(query), dryRun, caller.userId(), caller.login(), now());
        jobs.enqueue(BatchJob.KIND, id);
        return find(id).orElseThrow();
    }

    /**
     * Does what a dry run has counted: the same change to the same list, as it is by now. The dry run itself stays as it is.
     *
     * @param dryRunId a dry run that is over
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when it is no dry run, or counts still;
     *     {@link ErrorKind#INVALID} when its value cannot be used any more
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public BatchView perform(long dryRunId) {
        BatchRepository.Batch counted = repository.find(dryRunId, true).orElseThrow(() -> absent(dryRunId));
        BatchView view = counted.view();
        if (!view.dryRun() || view.state() != BatchState.SUCCEEDED) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "NOT_COUNTED",
                    "Start a dry run and wait for its end: this is none that is over.");
        }
        return start(new BatchDraft(view.action(), view.value()), StoredQuery.read(counted.query()), false);
    }

    /** The batch with this id. */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<BatchView> find(long id) {
        return repository.find(id, false).map(BatchRepository.Batch::view);
    }

    /** Batches, newest first. */
    @Requires(Permission.READ_CUSTOMER)
    public Page<BatchView> list(PageRequest page) {
        long before = Cursor.decode("customer-batches", page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        List<BatchView> found = repository.list(before, page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        List<BatchView> piece = found.subList(0, page.limit());
        return new Page<>(
                piece,
                Optional.of(Cursor.encode(
                        "customer-batches",
                        Long.toString(piece.get(piece.size() - 1).id()))));
    }

    /**
     * Stops a batch before its next piece; what was done stays.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when it is over
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public BatchView cancel(long id) {
        BatchRepository.Batch batch = repository.find(id, true).orElseThrow(() -> absent(id));
        BatchState state = batch.view().state();
        if (state != BatchState.PENDING && state != BatchState.RUNNING) {
            throw new AppException(ErrorKind.CONFLICT, "BATCH_OVER", "Nothing to cancel: the batch is over.");
        }
        repository.advance(id, BatchState.CANCELLED, 0, 0, batch.nextPiece(), "", now());
        return find(id).orElseThrow();
    }

    private static AppException absent(long id) {
        return new AppException(
                ErrorKind.ABSENT, "BATCH_NOT_FOUND", "Look for another batch: there is none with id " + id + ".");
    }

    private String value(BatchDraft draft, boolean dryRun) {
        String value = draft.value().strip();
        return switch (draft.action()) {
            case ADD_TAG ->
                dryRun ? text(value) : tables.tag(value, Optional.empty()).name();
            case ADD_FLAG, REMOVE_FLAG ->
                lookup.find(SystemTable.FLAG_TYPES, value)
                        .filter(type -> draft.action() == BatchAction.REMOVE_FLAG || type.active())
                        .map(SystemTableEntryView::name)
                        .orElseThrow(() -> AppException.invalid(
                                "value",
                                "UNKNOWN_VALUE",
                                "Choose a type of flags that there is; none is called “" + value + "”."));
            case REMOVE_TAG ->
                lookup.find(SystemTable.TAGS, value)
                        .map(SystemTableEntryView::name)
                        .orElseThrow(() -> AppException.invalid(
                                "value",
                                "UNKNOWN_VALUE",
                                "Choose a tag that there is; none is called “" + value + "”."));
            case SET_STATUS ->
                Arrays.stream(CustomerStatus.values())
                        .map(Enum::name)
                        .filter(value.toUpperCase(Locale.ROOT)::equals)
                        .findFirst()
                        .orElseThrow(() -> AppException.invalid(
                                "value",
                                "UNKNOWN_VALUE",
                                "Choose one of "
                                        + Arrays.stream(CustomerStatus.values())
                                                .map(Enum::name)
                                                .collect(Collectors.joining(", "))
                                        + "."));
            case ARCHIVE, RESTORE -> "";
            case INVITE_TO_PORTAL -> invitations.check(value);
            case SET_CADENCE -> cadences.check(value);
            case REMOVE_CADENCE -> {
                cadences.checkRemoval();
                yield "";
            }
            default -> owner(value);
        };
    }

    private static String text(String value) {
        if (value.isEmpty() || value.length() > 100) {
            throw AppException.invalid("value", "NAME_LENGTH", "Give the tag a text of 1 to 100 characters.");
        }
        return value;
    }

    private String owner(String login) {
        boolean known = login.isEmpty()
                || Optional.ofNullable(marks.users(List.of(login)).get(login))
                        .filter(MarkRepository.Known::active)
                        .isPresent();
        if (!known) {
            throw AppException.invalid(
                    "value", "USER_UNKNOWN", "Choose an active user by sign-in name; “" + login + "” is none.");
        }
        return login;
    }

    private Instant now() {
        return clock.instant();
    }
}
