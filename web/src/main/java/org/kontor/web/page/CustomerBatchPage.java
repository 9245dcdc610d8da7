package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.cadence.CadenceView;
import org.kontor.cadence.Cadences;
import org.kontor.customer.BatchAction;
import org.kontor.customer.BatchDraft;
import org.kontor.customer.BatchState;
import org.kontor.customer.BatchView;
import org.kontor.customer.CustomerBatches;
import org.kontor.customer.CustomerMarks;
import org.kontor.customer.CustomerStatus;
import org.kontor.customer.Customers;
import org.kontor.customer.OwnerChoice;
import org.kontor.settings.CompanyEntities;
import org.kontor.settings.EntityChoice;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.settings.SystemTables;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;

/**
 * The same change to every customer of a list: chosen, counted by a dry run of the same code, then done. With {@code id} in the
 * address it shows a batch, else the form for the list that stands there.
 */
@Named("customerBatchPage")
@ViewScoped
public class CustomerBatchPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int LATEST = 10;

    @Inject
    CompanyEntities companies;

    @Inject
    CustomerBatches batches;

    @Inject
    Customers customers;

    @Inject
    CustomerMarks marks;

    @Inject
    SystemTables tables;

    @Inject
    Cadences cadenceList;

    @Inject
    ShellPage shell;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    private final ListFilter filter = new ListFilter();
    private final FieldErrors errors = new FieldErrors();
    private String id = "";
    private BatchAction action = BatchAction.ADD_TAG;
    private String value = "";
    private int found;
    private Optional<BatchView> batch = Optional.empty();
    private List<BatchView> latest = List.of();
    private List<SystemTableEntryView> tags = List.of();
    private List<SystemTableEntryView> flagTypes = List.of();
    private List<OwnerChoice> users = List.of();
    private List<CadenceView> cadences = List.of();

    /** Reads the address; called once when the page is opened. */
    public void open() {
        shell.require(Permission.WRITE_CUSTOMER);
        if (!id.isEmpty()) {
            refresh();
            return;
        }
        found = customers.count(filter.query(), Integer.MAX_VALUE);
        latest = batches.list(new PageRequest(LATEST, Optional.empty())).items();
        tags = tables.choices(SystemTable.TAGS);
        flagTypes = tables.choices(SystemTable.FLAG_TYPES);
        users = marks.ownerChoices();
        if (isPuttingCadences()) {
            cadences = cadenceList.list().stream().filter(CadenceView::active).toList();
        }
    }

    private boolean isPuttingCadences() {
        return shell.may(Permission.ASSIGN_CADENCE.wireName()) && shell.may(Permission.READ_CADENCE.wireName());
    }

    /** Looks how far the batch is. */
    public void refresh() {
        batch = Optional.of(batches.find(number())
                .orElseThrow(() -> new AppException(
                        ErrorKind.ABSENT,
                        "BATCH_NOT_FOUND",
                        "Look for another batch: there is none with id " + id + ".")));
    }

    private long number() {
        return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    }

    /** Counts what would be changed, by doing it and taking it back. */
    public synchronized void dryRun() {
        errors.clear();
        try {
            show(batches.start(new BatchDraft(action, value), filter.query(), true));
        } catch (AppException e) {
            errors.showOrBanner(e, texts, notices);
        }
    }

    /** Does what the dry run has counted, on the same list as it is now. */
    public synchronized void perform() {
        show(batches.perform(number()));
    }

    /** Stops the batch before its next piece. */
    public void cancel() {
        try {
            batches.cancel(number());
        } catch (AppException e) {
            notices.refused(String.valueOf(e.getMessage()));
        }
        refresh();
    }

    private void show(BatchView started) {
        notices.go("/customer-batch.xhtml?id=" + started.id());
    }

    /** What a batch does, in words. */
    public String title(BatchView view) {
        if (view.action() == BatchAction.INVITE_TO_PORTAL || view.action() == BatchAction.REMOVE_CADENCE) {
            return texts.of("batch." + view.action());
        }
        String shown = view.action() == BatchAction.SET_STATUS ? texts.of("status." + view.value()) : view.value();
        return texts.of("batch." + view.action(), shown.isEmpty() ? texts.of("batch.nobody") : shown);
    }

    /** The class of the label of its state. */
    public String style(BatchView view) {
        return switch (view.state()) {
            case SUCCEEDED -> "k-status-open";
            case FAILED, CANCELLED -> "k-status-closed";
            default -> "k-status-pending";
        };
    }

    /** Whether it goes on by itself. */
    public boolean isRunning() {
        return batch.map(BatchView::state)
                .filter(s -> s == BatchState.PENDING || s == BatchState.RUNNING)
                .isPresent();
    }

    /** Whether it has counted, and there is anything to do. */
    public boolean isReady() {
        return batch.filter(b -> b.dryRun() && b.state() == BatchState.SUCCEEDED && b.changed() > 0)
                .isPresent();
    }

    /** The batch that is shown; null when one is to be chosen. */
    public @Nullable BatchView getBatch() {
        return batch.orElse(null);
    }

    /** The list that is to be changed. */
    public ListFilter getFilter() {
        return filter;
    }

    /** What narrows it. */
    public List<ListFilter.Chip> getChips() {
        return filter.chips(
                texts, companies.choices().stream().collect(Collectors.toMap(EntityChoice::id, EntityChoice::name)));
    }

    /** How many customers it has. */
    public int getFound() {
        return found;
    }

    /** Address of the list. */
    public String getList() {
        return filter.with("", "");
    }

    /** The latest batches. */
    public List<BatchView> getLatest() {
        return latest;
    }

    /** What can be done. */
    public List<BatchAction> getActions() {
        return Stream.of(BatchAction.values())
                .filter(each -> switch (each) {
                    case INVITE_TO_PORTAL -> shell.may(Permission.INVITE_PORTAL.wireName());
                    case SET_CADENCE, REMOVE_CADENCE -> isPuttingCadences();
                    default -> true;
                })
                .toList();
    }

    /** What needs a correction. */
    public FieldErrors getErrors() {
        return errors;
    }

    /** Whether the value is a tag. */
    public boolean isAboutTag() {
        return action == BatchAction.ADD_TAG || action == BatchAction.REMOVE_TAG;
    }

    /** Whether the value is a type of flags. */
    public boolean isAboutFlag() {
        return action == BatchAction.ADD_FLAG || action == BatchAction.REMOVE_FLAG;
    }

    /** Whether the value is a status. */
    public boolean isAboutStatus() {
        return action == BatchAction.SET_STATUS;
    }

    /** Whether the value is a user. */
    public boolean isAboutOwner() {
        return !isAboutTag()
                && !isAboutFlag()
                && !isAboutStatus()
                && !isAboutInvitation()
                && !isAboutCadence()
                && action != BatchAction.REMOVE_CADENCE
                && action != BatchAction.ARCHIVE
                && action != BatchAction.RESTORE;
    }

    /** Whether the value is the text of an invitation. */
    public boolean isAboutInvitation() {
        return action == BatchAction.INVITE_TO_PORTAL;
    }

    /** Whether the value is a cadence. */
    public boolean isAboutCadence() {
        return action == BatchAction.SET_CADENCE;
    }

    /** Cadences to choose from. */
    public List<CadenceView> getCadences() {
        return cadences;
    }

    /** Tags to choose from. */
    public List<SystemTableEntryView> getTags() {
        return tags;
    }

    /** Types of flags to choose from. */
    public List<SystemTableEntryView> getFlagTypes() {
        return flagTypes;
    }

    /** Users to choose from. */
    public List<OwnerChoice> getUsers() {
        return users;
    }

    /** Statuses to choose from. */
    public CustomerStatus[] getStatuses() {
        return CustomerStatus.values();
    }

    /** Forgets the value, which belonged to another action. */
    public void chosen() {
        value = "";
        errors.clear();
    }

    /** What is to be done. */
    public BatchAction getAction() {
        return action;
    }

    /** Sets: what is to be done. */
    public void setAction(BatchAction other) {
        action = other;
    }

    /** With which value. */
    public String getValue() {
        return value;
    }

    /** Sets: with which value. */
    public void setValue(@Nullable String other) {
        value = other == null ? "" : other;
    }

    /** Number of the batch that is shown. */
    public String getId() {
        return id;
    }

    /** Sets: number of the batch that is shown. */
    public void setId(@Nullable String other) {
        id = other == null ? "" : other;
    }
}
