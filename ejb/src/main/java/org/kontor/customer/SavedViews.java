package org.kontor.customer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/**
 * Named views of the customer list: one's own and those that others share. A view shows nothing by itself: the list checks what its
 * reader may see.
 */
@Stateless
public class SavedViews {

    private static final Set<String> PARAMETERS = Set.of(
            "q",
            "status",
            "class",
            "closed",
            "archived",
            "importId",
            "tag",
            "flag",
            "health",
            "owner",
            "customField",
            "notContactedFor",
            "accountType",
            "entityId",
            "parentId",
            "sentiment",
            "country",
            "place",
            "createdFrom",
            "createdTo",
            "currency",
            "balanceFrom",
            "balanceTo",
            "pastDueFrom",
            "pastDueTo",
            "portal",
            "cadence",
            "without",
            "sort");
    private static final Pattern COLUMN = Pattern.compile("[a-zA-Z]{1,30}");
    private static final int NAME_MAX = 100;
    private static final int VALUE_MAX = 200;
    private static final int COLUMNS_MAX = 40;
    private static final int MOST = 50;

    @Inject
    SavedViewRepository repository;

    @Inject
    Clock clock;

    /** The caller's own views by name, then shared ones of others by name. */
    @Requires(Permission.READ_CUSTOMER)
    public List<SavedView> list() {
        return repository.list(CallerContext.current().userId());
    }

    /** The view with this id, if it is the caller's or shared. */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<SavedView> find(long id) {
        return repository.find(id, CallerContext.current().userId());
    }

    /**
     * Makes a view of the caller.
     *
     * @throws AppException {@link ErrorKind#INVALID}; {@link ErrorKind#CONFLICT} when the caller has one of this name
     */
    @Requires(Permission.READ_CUSTOMER)
    public SavedView create(SavedViewDraft draft) {
        Caller caller = CallerContext.current();
        SavedViewDraft checked = check(draft);
        if (repository.count(caller.userId()) >= MOST) {
            throw AppException.invalid("name", "TOO_MANY", "Delete a view first: you have " + MOST + ".");
        }
        nameMustBeFree(checked.name(), caller.userId(), 0);
        return find(repository.insert(checked, caller, now())).orElseThrow();
    }

    /**
     * Replaces what a view says.
     *
     * @param expectedVersion the version that the caller saw
     * @throws AppException as for {@link #create}; {@link ErrorKind#ABSENT}; {@link ErrorKind#FORBIDDEN} for that of somebody else
     *     without {@code write:settings}; {@link ErrorKind#STALE}
     */
    @Requires(Permission.READ_CUSTOMER)
    public SavedView revise(long id, long expectedVersion, SavedViewDraft draft) {
        Caller caller = CallerContext.current();
        changeable(id);
        SavedViewDraft checked = check(draft);
        nameMustBeFree(checked.name(), repository.owner(id), id);
        if (repository.update(id, expectedVersion, checked, caller.login(), now()) == 0) {
            throw AppException.stale();
        }
        return find(id).orElseThrow(() -> absent(id));
    }

    /**
     * Deletes a view, for everybody who uses it.
     *
     * @param expectedVersion the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#FORBIDDEN} as for {@link #revise}; {@link ErrorKind#STALE}
     */
    @Requires(Permission.READ_CUSTOMER)
    public void delete(long id, long expectedVersion) {
        changeable(id);
        if (repository.delete(id, expectedVersion) == 0) {
            throw AppException.stale();
        }
    }

    private void changeable(long id) {
        SavedView view = find(id).orElseThrow(() -> absent(id));
        if (!view.own() && !CallerContext.current().may(Permission.WRITE_SETTINGS.wireName())) {
            throw new AppException(
                    ErrorKind.FORBIDDEN,
                    "NOT_YOUR_VIEW",
                    "Save a view of your own: this one is " + view.createdBy() + "’s.");
        }
    }

    private void nameMustBeFree(String name, long userId, long except) {
        if (repository.named(name, userId).filter(id -> id != except).isPresent()) {
            String message = "Choose another name: there is a view of this one.";
            throw new AppException(
                    ErrorKind.CONFLICT, "NAME_TAKEN", message, List.of(new FieldError("name", "NAME_TAKEN", message)));
        }
    }

    private static SavedViewDraft check(SavedViewDraft draft) {
        FieldCheck fields = new FieldCheck();
        String name = fields.line("name", draft.name(), NAME_MAX);
        if (name.isEmpty()) {
            fields.refuse("name", "REQUIRED", "Give the view a name.");
        }
        draft.parameters().forEach((key, value) -> {
            if (!PARAMETERS.contains(key)) {
                fields.refuse("parameters." + key, "UNKNOWN_FIELD", "Leave it out: the list has no such parameter.");
            }
            fields.line("parameters." + key, value, VALUE_MAX);
        });
        boolean columns = draft.columns().size() <= COLUMNS_MAX
                && draft.columns().stream().allMatch(c -> COLUMN.matcher(c).matches());
        if (!columns) {
            fields.refuse("columns", "UNKNOWN_VALUE", "Name at most " + COLUMNS_MAX + " columns, by letters alone.");
        }
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
        return new SavedViewDraft(name, draft.shared(), draft.parameters(), draft.columns());
    }

    private static AppException absent(long id) {
        return new AppException(
                ErrorKind.ABSENT, "VIEW_NOT_FOUND", "Look for another view: there is none with id " + id + " for you.");
    }

    private Instant now() {
        return clock.instant();
    }
}
