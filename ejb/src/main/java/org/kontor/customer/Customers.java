package org.kontor.customer;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.access.RowScope;
import org.kontor.customer.CustomerRules.Checked;
import org.kontor.customer.MarkResolver.Resolved;
import org.kontor.settings.CompanySetting;
import org.kontor.settings.CurrentSettings;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.suppression.Suppressions;

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
    MarkResolver resolver;

    @Inject
    MarkRepository marks;

    @Inject
    Suppressions suppressions;

    @Inject
    CurrentSettings settings;

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
     *     when the account number or an external id is taken, or the person's data was erased
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public CustomerView register(CustomerDraft draft) {
        Resolved resolved = check(seenByItsMaker(draft), Optional.empty());
        suppressions.refuse(CustomerIdentity.of(resolved.draft()));
        parentMustBeOne(draft.parentId());
        long id = writer.create(List.of(resolved), Map.of()).get(0);
        return view(id).orElseThrow();
    }

    /** Who sees only their own customers manages the one that they create, unless they own it in another way. */
    private static CustomerDraft seenByItsMaker(CustomerDraft draft) {
        Caller caller = CallerContext.current();
        Optional<String> login = Optional.of(caller.login());
        boolean theirs = Arrays.stream(Owners.Part.values())
                .anyMatch(part -> draft.owners().of(part).equals(login));
        if (caller.scope() == RowScope.ALL || theirs) {
            return draft;
        }
        if (draft.owners().manager().isPresent()) {
            throw AppException.invalid(
                    "owners",
                    "NOT_YOUR_CUSTOMER",
                    "Name yourself as one of the owners: you see only customers that you own or manage.");
        }
        return draft.withOwners(draft.owners().with(Owners.Part.MANAGER, login));
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
            throw AppException.stale(customer.version());
        }
        return revise(customer, draft);
    }

    /**
     * Changes marks of a customer whatever its version is: tags, flags, health, owners, switches. Whoever changes another
     * one of them at the same time waits, and nothing is lost.
     *
     * @param change gives the draft with other marks
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public CustomerView mark(long id, UnaryOperator<CustomerDraft> change) {
        Customer customer = repository.locked(id).orElseThrow(() -> absent(id));
        return revise(customer, change.apply(repository.view(customer).toDraft()));
    }

    /**
     * Hides a customer from lists, or shows it again (S4-37, S4-38). Nothing else changes, the status least of all.
     *
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public CustomerView archive(long id, boolean hidden) {
        Customer customer = repository.locked(id).orElseThrow(() -> absent(id));
        CustomerView before = repository.view(customer);
        if (before.archived() == hidden) {
            return before;
        }
        customer.archive(hidden, now(), CallerContext.current().login());
        repository.flush();
        CustomerView after = repository.view(customer);
        happened.fire(new DomainEvent(
                hidden ? "customer.archived" : "customer.restored",
                id,
                CustomerChanges.between(before, after),
                Map.of()));
        return after;
    }

    private CustomerView revise(Customer customer, CustomerDraft draft) {
        CustomerView before = repository.view(customer);
        Resolved resolved = check(draft, Optional.of(before));
        if (resolved.draft().equals(before.toDraft())) {
            return before;
        }
        hierarchyMustHold(before, resolved.draft());
        long entity = draft.entityId().orElse(before.entityId());
        String currency = repository
                .entityCurrency(entity)
                .orElseThrow(() ->
                        AppException.invalid("entityId", "ENTITY_UNKNOWN", "Choose a company entity that exists."));
        Instant now = now();
        String actor = CallerContext.current().login();
        customer.revise(resolved, entity, currency, now, actor);
        repository.write(customer, CustomerLists.of(resolved.draft()));
        marks.replace(customer.id(), resolved, now, actor);
        CustomerView after = repository.view(customer);
        Map<String, Change> changes = CustomerChanges.between(before, after);
        if (!changes.isEmpty()) {
            happened.fire(new DomainEvent("customer.updated", customer.id(), changes, Map.of()));
        }
        revised.fire(new CustomerRevised(before, after));
        return after;
    }

    private Instant now() {
        return clock.instant();
    }

    /** The status that a new customer gets when none is given. */
    @Requires(Permission.READ_CUSTOMER)
    public CustomerStatus firstStatus() {
        return CustomerStatus.valueOf(settings.text(CompanySetting.DEFAULT_CUSTOMER_STATUS));
    }

    /** Whether the header of a customer without an active contact shows its own e-mail address and phone. */
    @Requires(Permission.READ_CUSTOMER)
    public boolean headerFallback() {
        return settings.on(CompanySetting.HEADER_CONTACT_FALLBACK);
    }

    /** The customer with this id. */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<CustomerView> find(long id) {
        return view(id);
    }

    /** The customers with these ids, in this order; those that do not exist are left out. At most 1,000 at once. */
    @Requires(Permission.READ_CUSTOMER)
    public List<CustomerView> findAll(List<Long> ids) {
        return repository.views(ids.subList(0, Math.min(ids.size(), SIZE_MAX)));
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

    private Resolved check(CustomerDraft draft, Optional<CustomerView> before) {
        Checked checked = CustomerRules.check(draft, LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14)));
        Resolved resolved = resolver.open().resolve(checked, before, true);
        if (!resolved.errors().isEmpty()) {
            throw AppException.invalid(resolved.errors());
        }
        return resolved;
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

    static AppException absent(long id) {
        return new AppException(
                ErrorKind.ABSENT, "CUSTOMER_NOT_FOUND", "Look for another customer: there is none with id " + id + ".");
    }
}
