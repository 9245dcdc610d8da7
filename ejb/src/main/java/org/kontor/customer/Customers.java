package org.kontor.customer;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerRules.Checked;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Creates, changes, finds and lists customers. */
@Stateless
public class Customers {

    private static final int FIRST_MAX = 10_000;
    private static final int SIZE_MAX = 1_000;

    @Inject
    CustomerRepository repository;

    @Inject
    CustomerListing listing;

    @Inject
    CustomerWriter writer;

    @Inject
    Clock clock;

    @Inject
    Event<CustomerRevised> revised;

    @Inject
    Event<DomainEvent> happened;

    /**
     * Creates a customer. A Residential one gets its primary contact in the same transaction (S2-03, S2-04).
     *
     * @throws AppException {@link ErrorKind#INVALID} with every field that is against a rule; {@link ErrorKind#CONFLICT}
     *     when the account number or an external id is taken
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public CustomerView register(CustomerDraft draft) {
        Checked checked = check(draft);
        parentMustBeOne(draft.parentId());
        long id = writer.create(List.of(checked), Map.of()).get(0);
        return view(id).orElseThrow();
    }

    /**
     * Replaces what is said of a customer.
     *
     * @param expectedVersion the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE} when somebody changed it meanwhile;
     *     {@link ErrorKind#INVALID} and {@link ErrorKind#CONFLICT} as for {@link #register}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public CustomerView revise(long id, long expectedVersion, CustomerDraft draft) {
        Customer customer = repository.find(id).orElseThrow(() -> absent(id));
        if (customer.version() != expectedVersion) {
            throw CustomerRepository.stale(new IllegalStateException("version is " + customer.version()));
        }
        Checked checked = check(draft);
        CustomerView before = repository.view(customer);
        if (checked.draft().equals(before.toDraft())) {
            return before;
        }
        hierarchyMustHold(before, checked.draft());
        long entity = draft.entityId().orElse(before.entityId());
        String currency = repository
                .entityCurrency(entity)
                .orElseThrow(() ->
                        AppException.invalid("entityId", "ENTITY_UNKNOWN", "Choose a company entity that exists."));
        customer.revise(
                checked,
                entity,
                currency,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                CallerContext.current().login());
        repository.write(customer, CustomerLists.of(checked.draft()));
        CustomerView after = repository.view(customer);
        Map<String, Change> changes = CustomerChanges.between(before, after);
        if (!changes.isEmpty()) {
            happened.fire(new DomainEvent("customer.updated", id, changes, Map.of()));
        }
        revised.fire(new CustomerRevised(before, after));
        return after;
    }

    /** The customer with this id. */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<CustomerView> find(long id) {
        return view(id);
    }

    /** The customer that another system knows by this value, whatever the kind of identifier (S0-37). */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<CustomerView> findByExternalId(String system, String value) {
        List<Long> ids = repository.idsByExternalId(system, value);
        if (ids.size() > 1) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "EXTERNAL_ID_AMBIGUOUS",
                    "Search for the value instead: in " + system
                            + " several customers have it, for different kinds of ids.");
        }
        return ids.isEmpty() ? Optional.empty() : view(ids.get(0));
    }

    /** A piece of the list by cursor; stable under concurrent inserts. */
    @Requires(Permission.READ_CUSTOMER)
    public Page<CustomerRow> list(CustomerQuery query, PageRequest page) {
        return listing.page(query, page);
    }

    /** As {@link #list}, with everything that is known of each customer. */
    @Requires(Permission.READ_CUSTOMER)
    public Page<CustomerView> page(CustomerQuery query, PageRequest page) {
        Page<CustomerRow> rows = listing.page(query, page);
        List<Long> ids = rows.items().stream().map(CustomerRow::id).toList();
        return new Page<>(repository.views(ids), rows.nextCursor());
    }

    /** A piece of the list by position, for tables with page numbers. {@code first} at most 10,000. */
    @Requires(Permission.READ_CUSTOMER)
    public List<CustomerRow> rows(CustomerQuery query, int first, int size) {
        if (first < 0 || first > FIRST_MAX) {
            throw AppException.invalid(
                    "first", "OUT_OF_RANGE", "Narrow the search: a table shows no more than " + FIRST_MAX + " rows.");
        }
        return listing.rows(query, first, Math.max(1, Math.min(size, SIZE_MAX)));
    }

    /** How many customers the list has, counting no further than {@code atMost}. */
    @Requires(Permission.READ_CUSTOMER)
    public int count(CustomerQuery query, int atMost) {
        return listing.count(query, Math.max(1, atMost));
    }

    /** The best matches for what somebody is typing: at most {@code atMost}, exact ids and account numbers first. */
    @Requires(Permission.READ_CUSTOMER)
    public List<CustomerRow> suggest(String text, int atMost) {
        return text.isBlank() ? List.of() : listing.suggest(text, Math.max(1, Math.min(atMost, SIZE_MAX)));
    }

    private Optional<CustomerView> view(long id) {
        return repository.find(id).map(repository::view);
    }

    private Checked check(CustomerDraft draft) {
        Checked checked = CustomerRules.check(draft, LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14)));
        if (!checked.errors().isEmpty()) {
            throw AppException.invalid(checked.errors());
        }
        return checked;
    }

    /** Two levels, so there is no cycle (S4-43): a child's parent has none, and who has children is a parent. */
    private void hierarchyMustHold(CustomerView before, CustomerDraft draft) {
        boolean noLongerParent =
                before.accountType() == AccountType.PARENT && draft.accountType() != AccountType.PARENT;
        if (noLongerParent && repository.hasChildren(before.id())) {
            String message = "Keep account type Parent, or give its child accounts another parent first.";
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "HAS_CHILDREN",
                    message,
                    List.of(new FieldError("accountType", "HAS_CHILDREN", message)));
        }
        if (!draft.parentId().equals(before.parentId())) {
            parentMustBeOne(draft.parentId());
        }
    }

    private void parentMustBeOne(Optional<Long> parentId) {
        if (parentId.isPresent()
                && repository.lockedAccountType(parentId.get()).orElse(AccountType.STANDARD) != AccountType.PARENT) {
            throw AppException.invalid(
                    "parentId", "PARENT_UNKNOWN", "Choose a customer of account type Parent as the parent.");
        }
    }

    private static AppException absent(long id) {
        return new AppException(
                ErrorKind.ABSENT, "CUSTOMER_NOT_FOUND", "Look for another customer: there is none with id " + id + ".");
    }
}
