package org.kontor.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;
import org.kontor.timeline.Timeline;

@OnPostgres
class PsaAndTelephoneTest {

    private static final Address ADDRESS = new Address("1 Pier", "", "Boston", "MA", "02110", "US");

    private TestKontor kontor;
    private Customers customers;
    private PsaView psa;
    private TelephoneServices services;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        customers = kontor.get(Customers.class);
        psa = kontor.get(PsaView.class);
        services = kontor.get(TelephoneServices.class);
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    /** S0-02. */
    @Test
    void psaHasTheMappedFieldsAndNoOther() {
        assertEquals(
                Set.of(
                        "id",
                        "version",
                        "createdAt",
                        "updatedAt",
                        "accountType",
                        "identity",
                        "status",
                        "customerName",
                        "email",
                        "website",
                        "billMethod",
                        "primaryPhone",
                        "address"),
                Arrays.stream(PsaCustomer.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet()));
    }

    /** S0-03, S0-14, S0-23, S1-04, S2-26. */
    @Test
    void whatPsaWritesClearsNothingElse() {
        CustomerView rich = register(Drafts.business("Alster")
                .country("US")
                .accountNumber("A-1")
                .emails("a@x.org, b@x.org")
                .phone(PhoneType.WORK, "+13032027332")
                .phone(PhoneType.FAX, "+13032027333")
                .externalId("revio", "customer", "881")
                .draft()
                .withTags(List.of("VIP"))
                .withHealth(Optional.of(CustomerHealth.GOOD)));
        PsaCustomer seen = kontor.asSystem(() -> psa.find(rich.id()));
        assertEquals("a@x.org", seen.email());
        assertEquals(CustomerClass.BUSINESS, seen.identity());

        PsaDraft typed = new PsaDraft(
                AccountType.STANDARD,
                CustomerClass.BUSINESS,
                Optional.of(CustomerStatus.OPEN),
                "Alster Supply",
                "new@x.org",
                "https://alster.example",
                Optional.of(BillMethod.EMAIL),
                "+13032020000",
                ADDRESS);
        PsaCustomer after = kontor.asSystem(() -> psa.revise(rich.id(), seen.version(), typed));
        CustomerView whole = kontor.asSystem(() -> customers.find(rich.id())).orElseThrow();

        assertEquals("Alster Supply", after.customerName());
        assertEquals("Alster Supply", whole.companyName());
        assertEquals(List.of("new@x.org", "b@x.org"), whole.emails());
        assertEquals(
                List.of(new Phone(PhoneType.WORK, "+13032020000"), new Phone(PhoneType.FAX, "+13032027333")),
                whole.phones());
        assertEquals(rich.accountNumber(), whole.accountNumber());
        assertEquals(rich.externalIds(), whole.externalIds());
        assertEquals(rich.tags(), whole.tags());
        assertEquals(rich.health(), whole.health());
        assertEquals(
                ErrorKind.STALE,
                refusal(() -> psa.revise(rich.id(), seen.version(), typed)).kind());
    }

    /** S0-17, S0-20, S0-21: the same rule on this way in. */
    @Test
    void theEmailRuleHoldsForPsaToo() {
        CustomerView view = register(Drafts.business("Alster")
                .country("US")
                .emails("a@x.org")
                .billMethod(BillMethod.EMAIL)
                .draft());
        PsaDraft without = new PsaDraft(
                AccountType.STANDARD,
                CustomerClass.BUSINESS,
                Optional.empty(),
                "Alster",
                "",
                "",
                Optional.of(BillMethod.EMAIL),
                "",
                ADDRESS);
        assertEquals(
                List.of("BILL_METHOD_NEEDS_EMAIL"),
                refusal(() -> psa.revise(view.id(), view.version(), without)).errors().stream()
                        .map(FieldError::code)
                        .toList());
        assertEquals(
                List.of("BILL_METHOD_NEEDS_EMAIL"),
                refusal(() -> psa.create(without)).errors().stream()
                        .map(FieldError::code)
                        .toList());
    }

    /** S0-02, S0-03: what is wrong is said by the fields that PSA has, before a save and by it; of the rest of the record nothing is. */
    @Test
    void aRefusalNamesTheFieldsOfPsa() {
        CustomerView view = register(Drafts.business("Alster")
                .country("US")
                .emails("a@x.org, b@x.org")
                .draft());
        PsaDraft bad = new PsaDraft(
                AccountType.STANDARD,
                CustomerClass.BUSINESS,
                Optional.of(CustomerStatus.OPEN),
                "x".repeat(201),
                "no address",
                "javascript:alert(1)",
                Optional.of(BillMethod.PRINT),
                "\u0000",
                ADDRESS);
        Set<String> named = Set.of("customerName", "email", "website", "primaryPhone");
        assertEquals(
                named, PsaView.wrong(view, bad).stream().map(FieldError::field).collect(Collectors.toSet()));
        assertEquals(
                named,
                refusal(() -> psa.revise(view.id(), view.version(), bad)).errors().stream()
                        .map(FieldError::field)
                        .collect(Collectors.toSet()));
        assertEquals(List.of(), PsaView.wrong(view, PsaCustomer.of(view).toDraft()));
    }

    /** S0-03: the class changes and back; the name is what PSA says, and a name of the record is never overwritten by it. */
    @Test
    void anotherClassTakesTheNameThatItNeeds() {
        CustomerView firm =
                register(Drafts.business("Marta Anna Lindqvist").country("US").draft());
        assertEquals(List.of(), PsaView.wrong(firm, of(CustomerClass.RESIDENTIAL, "Marta Anna Lindqvist")));
        revise(firm.id(), CustomerClass.RESIDENTIAL, "Marta Anna Lindqvist");
        CustomerView person = kontor.asSystem(() -> customers.find(firm.id())).orElseThrow();
        assertEquals(CustomerClass.RESIDENTIAL, person.customerClass());
        assertEquals("Marta Anna", person.firstName());
        assertEquals("Lindqvist", person.lastName());
        assertEquals("Marta Anna Lindqvist", person.displayName());
        assertEquals(
                "Marta & Sons",
                revise(firm.id(), CustomerClass.BUSINESS, "Marta & Sons").customerName());

        CustomerView other = register(Drafts.person("Jo", "Lind").country("US").draft());
        assertEquals(
                "Jo Lind", revise(other.id(), CustomerClass.BUSINESS, "Jo Lind").customerName());
        CustomerView company = kontor.asSystem(() -> customers.find(other.id())).orElseThrow();
        assertEquals("Jo Lind", company.companyName());
        assertEquals("Lind", company.lastName());
        assertEquals(
                "Lind Ltd",
                revise(other.id(), CustomerClass.RESIDENTIAL, "Lind Ltd").customerName());
        assertEquals(
                "Lind",
                kontor.asSystem(() -> customers.find(other.id())).orElseThrow().lastName());
    }

    private PsaCustomer revise(long id, CustomerClass identity, String name) {
        return kontor.asSystem(() -> psa.revise(id, psa.find(id).version(), of(identity, name)));
    }

    private static PsaDraft of(CustomerClass identity, String name) {
        return new PsaDraft(
                AccountType.STANDARD, identity, Optional.empty(), name, "", "", Optional.empty(), "", ADDRESS);
    }

    /** S0-06, S0-11, S0-12. */
    @Test
    void whatPsaDoesNotGetIsListedWithTheReason() {
        CustomerView standard =
                register(Drafts.business("Standard").country("US").draft());
        CustomerView parent =
                register(Drafts.business("Parent").country("US").parent().draft());
        CustomerView bare = register(Drafts.business("Bare").draft());

        assertEquals(
                List.of(standard.id()),
                kontor.asSystem(() -> psa.list(PageRequest.first())).items().stream()
                        .map(PsaCustomer::id)
                        .toList());
        assertEquals(
                List.of(
                        new PsaSkipped(parent.id(), "Parent", AccountType.PARENT, PsaSkipped.Reason.ACCOUNT_TYPE),
                        new PsaSkipped(bare.id(), "Bare", AccountType.STANDARD, PsaSkipped.Reason.ADDRESS_MISSING)),
                kontor.asSystem(() -> psa.skipped(PageRequest.first())).items());
        AppException refusal = refusal(() -> psa.find(parent.id()));
        assertEquals(ErrorKind.ABSENT, refusal.kind());
        assertEquals("PSA_ACCOUNT_TYPE", refusal.code());
    }

    /** S0-04, S0-06. */
    @Test
    void psaCreatesStandardCustomersWithAnAddress() {
        PsaCustomer created = kontor.asSystem(() -> psa.create(new PsaDraft(
                AccountType.STANDARD,
                CustomerClass.RESIDENTIAL,
                Optional.empty(),
                "Marta Anna Lindqvist",
                "m@x.org",
                "",
                Optional.empty(),
                "",
                ADDRESS)));
        CustomerView whole = kontor.asSystem(() -> customers.find(created.id())).orElseThrow();
        assertEquals("Marta Anna Lindqvist", created.customerName());
        assertEquals("Lindqvist", whole.lastName());
        assertEquals(CustomerStatus.PENDING, created.status());
        assertEquals(
                Set.of("accountType", "address", "customerName", "email"),
                refusal(() -> psa.create(new PsaDraft(
                                AccountType.PARENT,
                                CustomerClass.BUSINESS,
                                Optional.empty(),
                                " ",
                                "a@x.org, b@x.org",
                                "",
                                Optional.empty(),
                                "",
                                Address.NONE)))
                        .errors()
                        .stream()
                        .map(FieldError::field)
                        .collect(Collectors.toSet()));
    }

    /** S0-40, S2-06: PSA creates with name, type, class and address; status and phone come later, the contact at once. */
    @Test
    void whatPsaCreatedIsCompletedOnTheProfile() {
        PsaCustomer created = kontor.asSystem(() -> psa.create(new PsaDraft(
                AccountType.STANDARD,
                CustomerClass.RESIDENTIAL,
                Optional.empty(),
                "Marta Lindqvist",
                "",
                "",
                Optional.empty(),
                "",
                ADDRESS)));
        CustomerView first = kontor.asSystem(() -> customers.find(created.id())).orElseThrow();
        assertEquals(
                "Marta Lindqvist true",
                kontor.sql(
                        "select first_name || ' ' || last_name || ' ' || is_primary from contact where customer_id = "
                                + created.id()));

        CustomerView whole = kontor.asSystem(() -> customers.revise(
                first.id(),
                first.version(),
                Drafts.person("Marta", "Lindqvist")
                        .country("US")
                        .status(CustomerStatus.OPEN)
                        .primaryPhone("+13035550142")
                        .draft()));

        assertEquals(CustomerStatus.OPEN, whole.status());
        assertEquals("+13035550142", whole.primaryPhone());
        assertEquals(
                CustomerStatus.OPEN,
                kontor.asSystem(() -> psa.find(created.id())).status());
    }

    /** S0-30, S0-31. */
    @Test
    void theBtnIsANumberOfAnOwnService() {
        long id = register(Drafts.business("Phones").country("US").draft()).id();
        long other = register(Drafts.business("Other phones").draft()).id();
        kontor.asSystem(() -> services.add(other, new TelephoneServiceDraft("+13035550100", "Line")));
        assertEquals("NO_TN", code(() -> services.setBillingNumber(id, new BillingNumber("+13035550100"))));
        kontor.asSystem(() -> services.add(id, new TelephoneServiceDraft("(303) 555-0142", "Line")));
        assertEquals("NOT_OWN_TN", code(() -> services.setBillingNumber(id, new BillingNumber("+13035550100"))));
        assertEquals(
                new BillingNumber("+13035550142"),
                kontor.asSystem(() -> services.setBillingNumber(id, new BillingNumber("303 555 0142"))));
        assertEquals(
                List.of("btn.changed", "service.added"),
                kontor
                        .asSystem(() -> kontor.get(Timeline.class).ofCustomer(id, Set.of(), PageRequest.first()))
                        .items()
                        .stream()
                        .map(entry -> entry.kind())
                        .limit(2)
                        .toList());
    }

    /** S0-32. */
    @Test
    void theLastServiceOfTheBtnStaysUnlessForced() {
        long id = register(Drafts.business("Phones").country("US").draft()).id();
        TelephoneServiceView first =
                kontor.asSystem(() -> services.add(id, new TelephoneServiceDraft("+13035550142", "A")));
        TelephoneServiceView second =
                kontor.asSystem(() -> services.add(id, new TelephoneServiceDraft("+13035550142", "B")));
        kontor.asSystem(() -> services.setBillingNumber(id, new BillingNumber("+13035550142")));
        remove(id, first.id(), false);
        AppException refusal = refusal(() -> {
            services.remove(id, second.id(), false);
            return true;
        });
        assertEquals("BTN_IN_USE", refusal.code());
        remove(id, second.id(), true);
        assertEquals(new BillingNumber(""), kontor.asSystem(() -> services.billingNumber(id)));
        assertEquals(
                List.of("service.removed", "btn.changed"),
                kontor
                        .asSystem(() -> kontor.get(Timeline.class).ofCustomer(id, Set.of(), PageRequest.first()))
                        .items()
                        .stream()
                        .map(entry -> entry.kind())
                        .limit(2)
                        .toList());
    }

    private void remove(long id, long serviceId, boolean force) {
        kontor.asSystem(() -> {
            services.remove(id, serviceId, force);
            return true;
        });
    }

    private CustomerView register(CustomerDraft draft) {
        return kontor.asSystem(() -> customers.register(draft));
    }

    private String code(Callable<?> work) {
        return refusal(work).errors().get(0).code();
    }

    private AppException refusal(Callable<?> work) {
        return assertThrows(AppException.class, () -> kontor.asSystem(work));
    }
}
