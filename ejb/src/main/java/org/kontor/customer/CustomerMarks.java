package org.kontor.customer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.settings.SystemTableLookup;
import org.kontor.settings.SystemTables;
import org.kontor.settings.TagColour;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/**
 * Tags, flags, health, owners and switches of a customer, changed one at a time whatever the version of the customer is: of
 * two at once one waits, and nothing is lost. Each is a change of the customer, with its rules, its version and its history.
 */
@Stateless
public class CustomerMarks {

    @Inject
    CustomerScope scope;

    @Inject
    Customers customers;

    @Inject
    MarkRepository repository;

    @Inject
    CustomerRepository records;

    @Inject
    SystemTables tables;

    @Inject
    SystemTableLookup lookup;

    /**
     * The tags of a customer with their colours.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.READ_CUSTOMER)
    public List<TagView> tags(long id) {
        return records.find(id)
                .map(customer -> repository.of(List.of(customer)).get(id))
                .map(MarksOf::tags)
                .orElseThrow(() -> Customers.absent(id));
    }

    /**
     * The flags of a customer, oldest first.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.READ_CUSTOMER)
    public List<FlagView> flags(long id) {
        return customers.find(id).orElseThrow(() -> Customers.absent(id)).flags();
    }

    /** Tags, flags and owners of customers in a list, by id; those without any, and those that the caller does not see, are left out. */
    @Requires(Permission.READ_CUSTOMER)
    public Map<Long, RowMarks> inList(List<Long> ids) {
        return repository.inList(scope.visible(ids));
    }

    /** Who can look after customers: active users by name, at most 1,000. */
    @Requires(Permission.READ_CUSTOMER)
    public List<OwnerChoice> ownerChoices() {
        return repository.choices(1_000);
    }

    /**
     * Puts a tag on a customer; one that it has already stays as it is (S1-23 to S1-25).
     *
     * @param text of the tag; a new one is made
     * @param colour of a new one
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#INVALID} for a text that is empty, too long or retired
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public TagView tag(long id, String text, Optional<TagColour> colour) {
        Customer locked = records.locked(id).orElseThrow(() -> Customers.absent(id));
        SystemTableEntryView entry = tables.tag(text, colour);
        List<String> tags = new ArrayList<>(records.view(locked).tags());
        if (!tags.contains(entry.name())) {
            tags.add(entry.name());
            customers.mark(id, draft -> draft.withTags(tags));
        }
        return new TagView(entry.id(), entry.name(), entry.colour().orElse(TagColour.SLATE));
    }

    /**
     * Takes a tag off a customer; nothing happens when it has not got it.
     *
     * @param tagId of the tag in its system table
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public void untag(long id, long tagId) {
        String name = lookup.find(SystemTable.TAGS, tagId)
                .map(SystemTableEntryView::name)
                .orElse("");
        customers.mark(
                id,
                draft -> draft.withTags(draft.tags().stream()
                        .filter(Predicate.not(name::equals))
                        .toList()));
    }

    /**
     * Puts a flag on a customer (S3-43 to S3-46); the same type with the same note counts once.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#INVALID} for a type that there is not or that is
     *     retired, or a note that is too long
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public FlagView flag(long id, FlagDraft flag) {
        String type = lookup.chosen(SystemTable.FLAG_TYPES, "type", flag.type()).name();
        String note = flag.note().strip().replace("\r\n", "\n");
        CustomerView after = customers.mark(id, draft -> {
            List<FlagDraft> flags = new ArrayList<>(draft.flags());
            if (!flags.contains(new FlagDraft(type, note))) {
                flags.add(new FlagDraft(type, note));
            }
            return draft.withFlags(flags);
        });
        return after.flags().stream()
                .filter(f -> f.type().equals(type) && f.note().equals(note))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Takes a flag off a customer; nothing happens when it has not got it. The timeline keeps what it said.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public void unflag(long id, long flagId) {
        Customer locked = records.locked(id).orElseThrow(() -> Customers.absent(id));
        List<FlagDraft> rest = records.view(locked).flags().stream()
                .filter(f -> f.id() != flagId)
                .map(FlagView::toDraft)
                .toList();
        customers.mark(id, draft -> draft.withFlags(rest));
    }

    /** Sets how a customer stands (S4-15); empty takes the judgement back. */
    @Requires(Permission.WRITE_CUSTOMER)
    public CustomerView health(long id, Optional<CustomerHealth> health) {
        return customers.mark(id, draft -> draft.withHealth(health));
    }

    /**
     * Changes who looks after a customer (S4-33): the parts in which {@code wanted} differs from {@code seen}, and no other.
     *
     * @param seen who the caller saw in each part
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#INVALID}; {@link ErrorKind#STALE}, naming the parts, when somebody
     *     else has changed one of them meanwhile to something else
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public CustomerView owners(long id, Owners seen, Owners wanted) {
        return customers.mark(id, draft -> draft.withOwners(changed(draft.owners(), seen, wanted)));
    }

    private static Owners changed(Owners stored, Owners seen, Owners wanted) {
        Owners changed = stored;
        List<FieldError> conflicts = new ArrayList<>();
        for (Owners.Part part : Owners.Part.values()) {
            Optional<String> choice = wanted.of(part);
            if (choice.equals(seen.of(part))) {
                continue;
            }
            changed = changed.with(part, choice);
            Optional<String> now = stored.of(part);
            if (!now.equals(seen.of(part)) && !now.equals(choice)) {
                conflicts.add(new FieldError(
                        "owners." + part.field(),
                        "CHANGED_MEANWHILE",
                        now.isPresent()
                                ? "Save again to change it: meanwhile somebody made it " + now.get() + "."
                                : "Save again to change it: meanwhile somebody made it nobody."));
            }
        }
        if (!conflicts.isEmpty()) {
            throw new AppException(
                    ErrorKind.STALE,
                    "STALE_VERSION",
                    "Load it again and repeat your change: somebody changed it meanwhile.",
                    conflicts);
        }
        return changed;
    }

    /** Switches automatic payment rules on or off (S4-17, S4-50). */
    @Requires(Permission.WRITE_CUSTOMER)
    public CustomerView autoPayments(long id, boolean on) {
        return customers.mark(
                id, draft -> draft.withSwitches(on, draft.lateFees().orElse(true)));
    }

    /** Switches the making of late fees on or off (S4-25). */
    @Requires(Permission.WRITE_CUSTOMER)
    public CustomerView lateFees(long id, boolean on) {
        return customers.mark(
                id, draft -> draft.withSwitches(draft.autoPayments().orElse(true), on));
    }

    /** Hides a customer from lists, or shows it again (S4-37, S4-38). */
    @Requires(Permission.WRITE_CUSTOMER)
    public CustomerView archive(long id, boolean hidden) {
        return customers.archive(id, hidden);
    }
}
