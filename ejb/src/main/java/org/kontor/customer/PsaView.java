package org.kontor.customer;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/**
 * Customers as PSA sees them: a projection of the one record. What PSA writes goes into the mapped fields alone; everything
 * else of the record stays as it is (S0-03), under the same rules and in the same history.
 */
@Stateless
public class PsaView {

    private static final CustomerQuery EVERYBODY = new CustomerQuery(
            "", Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), CustomerQuery.Sort.ID, false);

    @Inject
    Customers customers;

    /** A piece of all customers by id, without those that PSA does not get; it may have fewer items than asked for. */
    @Requires(Permission.READ_CUSTOMER)
    public Page<PsaCustomer> list(PageRequest page) {
        Page<CustomerView> piece = customers.page(EVERYBODY, page);
        return new Page<>(
                piece.items().stream()
                        .filter(view -> skipped(view).isEmpty())
                        .map(PsaCustomer::of)
                        .toList(),
                piece.nextCursor());
    }

    /** Those of a piece of all customers by id that PSA does not get, with the reason (S0-12). */
    @Requires(Permission.READ_CUSTOMER)
    public Page<PsaSkipped> skipped(PageRequest page) {
        Page<CustomerView> piece = customers.page(EVERYBODY, page);
        return new Page<>(
                piece.items().stream().flatMap(view -> skipped(view).stream()).toList(), piece.nextCursor());
    }

    /**
     * One customer.
     *
     * @throws AppException {@link ErrorKind#ABSENT}, also for one that PSA does not get, with the reason
     */
    @Requires(Permission.READ_CUSTOMER)
    public PsaCustomer find(long id) {
        return PsaCustomer.of(visible(id));
    }

    /**
     * Creates a customer with what PSA knows of it.
     *
     * @throws AppException {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public PsaCustomer create(PsaDraft draft) {
        refuse(lacking(draft));
        boolean business = draft.identity() == CustomerClass.BUSINESS;
        String name = draft.customerName().strip();
        CustomerDraft blank = new CustomerDraft(
                Optional.empty(),
                "",
                AccountType.STANDARD,
                Optional.empty(),
                draft.identity(),
                draft.status(),
                business ? name : "",
                business ? "" : givenName(name),
                "",
                business ? "" : familyName(name),
                "",
                "",
                "",
                draft.email().isBlank() ? List.of() : List.of(draft.email()),
                draft.website(),
                draft.billMethod(),
                draft.primaryPhone(),
                List.of(),
                draft.address(),
                Optional.empty(),
                "",
                "",
                "",
                List.of());
        return inWordsOfPsa(() -> PsaCustomer.of(customers.register(blank)));
    }

    /**
     * Writes what PSA says into the record. Further e-mail addresses and phones stay behind the first. When the class changes,
     * the name that the other class needs is taken from the name that PSA says, if the record has none.
     *
     * @param expectedVersion the version that PSA saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public PsaCustomer revise(long id, long expectedVersion, PsaDraft draft) {
        CustomerView now = visible(id);
        refuse(lacking(draft));
        return inWordsOfPsa(() -> PsaCustomer.of(customers.revise(id, expectedVersion, written(now, draft))));
    }

    /** What is against the rules in a change of this customer, by the fields of PSA; asks nothing but the two. */
    public static List<FieldError> wrong(CustomerView now, PsaDraft draft) {
        List<FieldError> errors = new ArrayList<>(lacking(draft));
        CustomerRules.check(written(now, draft)).errors().stream()
                .map(PsaView::inWordsOfPsa)
                .filter(each -> errors.stream().noneMatch(one -> one.field().equals(each.field())))
                .forEach(errors::add);
        return errors;
    }

    private CustomerView visible(long id) {
        CustomerView view = customers.find(id).orElseThrow(() -> Customers.absent(id));
        skipped(view).ifPresent(skipped -> {
            throw new AppException(
                    ErrorKind.ABSENT,
                    "PSA_" + skipped.reason(),
                    skipped.reason() == PsaSkipped.Reason.ACCOUNT_TYPE
                            ? "Open it in Billing: PSA has Standard accounts only, and this is a "
                                    + (view.accountType() == AccountType.PARENT ? "Parent." : "Child.")
                            : "Enter its address in Billing first: PSA has customers with an address only.");
        });
        return view;
    }

    private static Optional<PsaSkipped> skipped(CustomerView view) {
        if (view.accountType() != AccountType.STANDARD) {
            return Optional.of(
                    new PsaSkipped(view.id(), view.displayName(), view.accountType(), PsaSkipped.Reason.ACCOUNT_TYPE));
        }
        return view.address().blank()
                ? Optional.of(new PsaSkipped(
                        view.id(), view.displayName(), view.accountType(), PsaSkipped.Reason.ADDRESS_MISSING))
                : Optional.empty();
    }

    /** A refusal names the fields that PSA has, not those of the record behind them. */
    private static PsaCustomer inWordsOfPsa(Supplier<PsaCustomer> work) {
        try {
            return work.get();
        } catch (AppException e) {
            if (e.kind() != ErrorKind.INVALID) {
                throw e;
            }
            throw AppException.invalid(
                    e.errors().stream().map(PsaView::inWordsOfPsa).toList());
        }
    }

    private static FieldError inWordsOfPsa(FieldError error) {
        String field = error.field().replaceFirst("\\[\\d+].*", "");
        String named = switch (field) {
            case "emails" -> "email";
            case "phones" -> "primaryPhone";
            case "companyName", "displayName", "firstName", "lastName" -> "customerName";
            default -> error.field();
        };
        return named.equals(error.field()) ? error : new FieldError(named, error.code(), error.message());
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
    }

    /** What PSA requires beyond Billing. */
    private static List<FieldError> lacking(PsaDraft draft) {
        List<FieldError> errors = new ArrayList<>();
        if (draft.accountType() != AccountType.STANDARD) {
            errors.add(
                    new FieldError("accountType", "STANDARD_ONLY", "Choose STANDARD; PSA has no other account type."));
        }
        if (draft.address().blank()) {
            errors.add(new FieldError("address", "REQUIRED", "Enter the address; PSA requires it."));
        }
        if (draft.customerName().isBlank()) {
            errors.add(new FieldError("customerName", "REQUIRED", "Enter the name of the customer."));
        }
        if (draft.email().indexOf(',') >= 0 || draft.email().indexOf(';') >= 0) {
            errors.add(new FieldError("email", "ONE_ONLY", "Write one e-mail address; PSA has one for each customer."));
        }
        return errors;
    }

    private static CustomerDraft written(CustomerView now, PsaDraft draft) {
        CustomerDraft old = now.toDraft();
        boolean business = draft.identity() == CustomerClass.BUSINESS;
        boolean renamed = !draft.customerName().strip().equals(now.displayName());
        boolean other = draft.identity() != now.customerClass();
        String name = draft.customerName().strip();
        boolean named = business
                || !other
                || !old.firstName().isEmpty()
                || !old.lastName().isEmpty();
        String company = business && (renamed || old.companyName().isEmpty()) ? name : old.companyName();
        // Of another class the name is put together from other parts; what is shown is still what PSA says.
        String shown = renamed ? (business ? "" : name) : other ? name : old.displayName();
        return new CustomerDraft(
                        old.entityId(),
                        old.accountNumber(),
                        old.accountType(),
                        old.parentId(),
                        draft.identity(),
                        draft.status().or(old::status),
                        company,
                        named ? old.firstName() : givenName(name),
                        old.middleName(),
                        named ? old.lastName() : familyName(name),
                        old.suffix(),
                        old.nickname(),
                        shown,
                        first(draft.email(), old.emails()),
                        draft.website(),
                        draft.billMethod(),
                        phones(draft.primaryPhone(), now),
                        draft.address(),
                        old.birthdate(),
                        old.gender(),
                        old.occupation(),
                        old.currency(),
                        old.externalIds())
                .withMarksOf(old);
    }

    /** PSA has one name: its last word is taken for the family name, so that the name put together is the same again. */
    private static String familyName(String name) {
        return name.substring(name.lastIndexOf(' ') + 1);
    }

    private static String givenName(String name) {
        return name.substring(0, name.lastIndexOf(' ') + 1).strip();
    }

    /** The list with another first member; without it when that is blank. */
    private static List<String> first(String value, List<String> old) {
        List<String> all = new ArrayList<>(old.isEmpty() ? old : old.subList(1, old.size()));
        if (!value.isBlank()) {
            all.add(0, value.strip());
        }
        return all;
    }

    /** The phones with another number as the first one; its type stays. */
    private static List<Phone> phones(String number, CustomerView now) {
        List<Phone> all = new ArrayList<>(
                now.phones().isEmpty()
                        ? now.phones()
                        : now.phones().subList(1, now.phones().size()));
        if (!number.isBlank()) {
            PhoneType type = now.phones().isEmpty()
                    ? PhoneType.OTHER
                    : now.phones().get(0).type();
            all.add(0, new Phone(type, number.strip()));
        }
        return all;
    }
}
