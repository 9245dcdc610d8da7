package org.kontor.kiosk;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.AccountType;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerLookup;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.Customers;
import org.kontor.customer.Phone;
import org.kontor.customer.PhoneType;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Takes entries of kiosks, and lists those that look like an existing customer. */
@Stateless
public class KioskEntries {

    /** So many entries a minute are more than people type; see {@link #submit}. */
    static final int PER_MINUTE = 20;

    private static final String LIST = "kiosk-entries";

    @Inject
    Customers customers;

    @Inject
    CustomerLookup lookup;

    @Inject
    KioskRepository repository;

    @Inject
    CustomerScope scope;

    @Inject
    Clock clock;

    /**
     * Creates a Residential customer of what somebody typed at a kiosk (S3-01). The same happens, and nothing is answered, whether or
     * not the person is known (S3-04).
     *
     * @throws AppException {@link ErrorKind#INVALID} with every field that is against a rule; {@link ErrorKind#TOO_MANY} after
     *     {@value #PER_MINUTE} entries in a minute (S3-05)
     */
    @Requires(Permission.CREATE_KIOSK_ENTRY)
    public void submit(KioskEntry entry) {
        Caller kiosk = CallerContext.current();
        if (repository.since(clock.instant().minus(Duration.ofMinutes(1)), kiosk.userId()) >= PER_MINUTE) {
            throw new AppException(
                    ErrorKind.TOO_MANY, "TOO_MANY_ENTRIES", "Wait a minute, then send it again: there were too many.");
        }
        CustomerDraft draft = draft(entry);
        List<Long> similar = new ArrayList<>(as(Caller.SYSTEM, () -> similar(draft)));
        // A kiosk may create this one customer, and read nothing of any other.
        Caller creator = new Caller(kiosk.userId(), kiosk.login(), Set.of(Permission.WRITE_CUSTOMER.wireName()));
        long id = as(creator, () -> customers.register(draft)).id();
        repository.add(clock.instant(), kiosk, id, similar);
    }

    /** Entries that look like an existing customer and that nobody has looked at, oldest first. */
    @Requires(Permission.READ_CUSTOMER)
    public Page<KioskEntryView> waiting(PageRequest page) {
        long after = Cursor.decode(LIST, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(0L);
        List<KioskEntryView> found = repository.waiting(CallerContext.current(), after, page.limit() + 1);
        List<KioskEntryView> piece = found.subList(0, Math.min(found.size(), page.limit()));
        Set<Long> seen = scope.visible(
                piece.stream().flatMap(entry -> entry.similar().stream()).toList());
        List<KioskEntryView> shown =
                piece.stream().map(entry -> onlySeen(entry, seen)).toList();
        return found.size() <= page.limit()
                ? new Page<>(shown, Optional.empty())
                : new Page<>(
                        shown,
                        Optional.of(Cursor.encode(
                                LIST, Long.toString(piece.get(piece.size() - 1).id()))));
    }

    /**
     * Takes an entry out of the queue: somebody looked at it.
     *
     * @throws AppException {@link ErrorKind#ABSENT} when it does not wait
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public void review(long id) {
        Caller caller = CallerContext.current();
        boolean waits = repository.waiting(caller, id - 1, 1).stream().anyMatch(entry -> entry.id() == id);
        if (!waits || repository.reviewed(id, clock.instant(), caller.login()) == 0) {
            throw new AppException(
                    ErrorKind.ABSENT,
                    "KIOSK_ENTRY_NOT_FOUND",
                    "Look for another entry: none with id " + id + " waits.");
        }
    }

    private static KioskEntryView onlySeen(KioskEntryView entry, Set<Long> seen) {
        return new KioskEntryView(
                entry.id(),
                entry.at(),
                entry.by(),
                entry.customerId(),
                entry.displayName(),
                entry.similar().stream().filter(seen::contains).toList());
    }

    private static CustomerDraft draft(KioskEntry entry) {
        List<FieldError> errors = new ArrayList<>();
        if (entry.firstName().isEmpty()) {
            errors.add(new FieldError("firstName", "REQUIRED", "Tell us your first name."));
        }
        if (entry.lastName().isEmpty()) {
            errors.add(new FieldError("lastName", "REQUIRED", "Tell us your last name."));
        }
        if (entry.email().isEmpty() && entry.phone().isEmpty()) {
            errors.add(new FieldError("email", "REQUIRED", "Tell us an e-mail address or a phone number."));
        }
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
        return new CustomerDraft(
                Optional.empty(),
                "",
                AccountType.STANDARD,
                Optional.empty(),
                CustomerClass.RESIDENTIAL,
                Optional.empty(),
                "",
                entry.firstName(),
                "",
                entry.lastName(),
                "",
                "",
                "",
                entry.email().isEmpty() ? List.of() : List.of(entry.email()),
                "",
                Optional.empty(),
                "",
                entry.phone().isEmpty() ? List.of() : List.of(new Phone(PhoneType.MOBILE, entry.phone())),
                Address.NONE,
                entry.birthdate(),
                "",
                "",
                "",
                List.of());
    }

    /** Customers with the same name and the same e-mail, phone or birthdate. */
    private Set<Long> similar(CustomerDraft typed) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        CustomerDraft draft = CustomerRules.check(typed, today).draft();
        String name = CustomerLookup.name(draft);
        Set<Long> found = new TreeSet<>();
        lookup.byEmailAndName(draft.emails().stream()
                        .map(email -> new CustomerLookup.Named(email, name))
                        .toList())
                .values()
                .forEach(found::addAll);
        lookup.byPhoneAndName(draft.phones().stream()
                        .map(phone -> new CustomerLookup.Named(phone.number(), name))
                        .toList())
                .values()
                .forEach(found::addAll);
        lookup.byNameAndBirthdate(draft.birthdate().stream()
                        .map(born -> new CustomerLookup.Born(name, born))
                        .toList())
                .values()
                .forEach(found::addAll);
        return found;
    }

    private static <T> T as(Caller caller, Callable<T> work) {
        try {
            return CallerContext.callAs(caller, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
