package org.kontor.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;
import org.kontor.timeline.Timeline;
import org.kontor.timeline.TimelineEntry;

@OnPostgres
class CustomersTest {

    private TestKontor kontor;
    private Customers customers;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        customers = kontor.get(Customers.class);
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    @Test
    void whatIsStoredIsReadBack_S0_01_S0_15_S0_28_S0_29_S4_51() {
        CustomerView view = register(Drafts.person("Ana", "Núñez")
                .middleName("María")
                .accountNumber("A-1042")
                .emails(" a@x.org, b@x.org", "A@X.ORG")
                .website("example.com")
                .billMethod(BillMethod.PRINT_AND_EMAIL)
                .phone(PhoneType.HOME, "(303) 202-7332")
                .primaryPhone("+49 30 123456")
                .country("Germany")
                .externalId("revio", "customer", "881"));

        assertEquals("Ana María Núñez", view.displayName());
        assertEquals(List.of("a@x.org", "b@x.org"), view.emails());
        assertEquals("https://example.com", view.website());
        assertEquals("+4930123456", view.primaryPhone());
        assertEquals(new Phone(PhoneType.HOME, "+493032027332"), view.phones().get(1));
        assertEquals("DE", view.address().country());
        assertEquals(CustomerStatus.PENDING, view.status());
        assertEquals("USD", view.currency());
        assertEquals("My company", view.entityName());
        assertTrue(view.autoPayments());
        assertEquals(Optional.of(view), kontor.asSystem(() -> customers.find(view.id())));
        assertEquals(Optional.of(view), kontor.asSystem(() -> customers.findByExternalId("revio", "881")));
        assertEquals(Optional.empty(), kontor.asSystem(() -> customers.findByExternalId("revio", "882")));
    }

    /** S0-36, S0-37: a change of one identifier leaves the others, and each finds the customer by itself. */
    @Test
    void noIdentifierIsMadeOfAnother() {
        CustomerView first =
                register(Drafts.business("Three names").accountNumber("A-77").externalId("revio", "customer", "881"));
        CustomerView renumbered = revise(
                first, Drafts.business("Three names").accountNumber("B-78").externalId("revio", "customer", "881"));
        CustomerView moved = revise(
                renumbered,
                Drafts.business("Three names").accountNumber("B-78").externalId("revio", "customer", "990"));

        assertEquals(first.id(), moved.id());
        assertEquals("B-78", moved.accountNumber());
        assertEquals(Optional.of(moved), kontor.asSystem(() -> customers.find(first.id())));
        assertEquals(Optional.of(moved), kontor.asSystem(() -> customers.findByExternalId("revio", "990")));
        assertEquals(Optional.empty(), kontor.asSystem(() -> customers.findByExternalId("revio", "881")));
        assertEquals(Optional.empty(), kontor.asSystem(() -> customers.findByExternalId("revio", "B-78")));
        assertEquals(
                Optional.empty(),
                kontor.asSystem(() -> customers.findByExternalId("revio", Long.toString(first.id()))));
        assertEquals(
                List.of(first.id()),
                kontor.asSystem(() -> customers.suggest("B-78", 5)).stream()
                        .map(CustomerRow::id)
                        .toList());
        assertEquals("", register(Drafts.business("None of both")).accountNumber());
    }

    @Test
    void everyFieldAgainstARuleIsNamedAndNothingIsWritten_S0_17_S0_24() {
        AppException refusal = refusal(() -> customers.register(Drafts.business("")
                .emails("ok@x.org", "not an address")
                .website("javascript:alert(1)")
                .draft()));

        assertEquals(ErrorKind.INVALID, refusal.kind());
        assertEquals(
                List.of("emails[1]", "website", "companyName"),
                refusal.errors().stream().map(error -> error.field()).toList());
        assertEquals("0", kontor.sql("select count(*) from customer"));
    }

    @Test
    void aChangeIsWrittenWithItsHistoryAndTheNextVersion_S4_27_S4_28() {
        CustomerView view = register(Drafts.business("Old name").emails("a@x.org"));
        kontor.clock().advance(Duration.ofMinutes(1));

        CustomerView after = revise(view, Drafts.business("New name").emails("b@x.org"));

        assertEquals("New name", after.displayName());
        assertEquals(view.version() + 1, after.version());
        assertEquals(view.createdAt(), after.createdAt());
        assertEquals(view.createdAt().plusSeconds(60), after.updatedAt());
        List<TimelineEntry> history = history(view.id());
        assertEquals(
                List.of("customer.updated", "customer.created"),
                history.stream().map(TimelineEntry::kind).toList());
        assertEquals("system", history.get(0).actor());
        assertEquals(
                new Change("Old name", "New name"), history.get(0).changes().get("companyName"));
        assertEquals(new Change("a@x.org", "b@x.org"), history.get(0).changes().get("emails"));
    }

    /** S2-04: a Residential customer and its contact, both or neither. */
    @Test
    void withoutItsContactAResidentialCustomerIsNotCreatedEither_S2_04() {
        kontor.sql("alter table contact add constraint contact_no_tester check (last_name <> 'Tester')");
        try {
            assertThrows(RuntimeException.class, () -> register(Drafts.person("Tessa", "Tester")));
        } finally {
            kontor.sql("alter table contact drop constraint contact_no_tester");
        }

        assertEquals("0", kontor.sql("select count(*) from customer"));
        assertEquals("0", kontor.sql("select count(*) from timeline_entry"));
    }

    @Test
    void savingWithoutAChangeChangesNothing() {
        CustomerView view =
                register(Drafts.person("Ana", "Muster").emails("a@x.org").displayName("Ana the First"));

        CustomerView after = kontor.asSystem(() -> customers.revise(view.id(), view.version(), view.toDraft()));

        assertEquals(view, after);
        assertEquals(1, history(view.id()).size());
    }

    @Test
    void aChangeOfTheListsAloneIsANewVersionToo() {
        CustomerView view = register(Drafts.business("Name").phone(PhoneType.HOME, "+13032027332"));

        CustomerView after = revise(view, Drafts.business("Name").phone(PhoneType.WORK, "+13032027332"));

        assertEquals(view.version() + 1, after.version());
        assertEquals(PhoneType.WORK, after.phones().get(0).type());
    }

    @Test
    void theDisplayNameFollowsTheNamesUntilItIsSetByHand_S0_27_S4_40() {
        CustomerView view = register(Drafts.person("Ana", "Old"));
        CustomerView renamed = revise(view, Drafts.person("Ana", "New"));
        CustomerView overridden = revise(renamed, Drafts.person("Ana", "New").displayName("The boss"));
        CustomerView still = revise(overridden, Drafts.person("Ana", "Newer").displayName("The boss"));

        assertEquals("Ana New", renamed.displayName());
        assertEquals("The boss", still.displayName());
        assertTrue(still.displayNameOverridden());
    }

    @Test
    void ofTwoEditsOfOneVersionTheSecondIsRefused() throws Exception {
        CustomerView view = register(Drafts.business("Name"));
        revise(view, Drafts.business("First"));

        AppException late = refusal(() -> customers.revise(
                view.id(), view.version(), Drafts.business("Second").draft()));

        assertEquals(ErrorKind.STALE, late.kind());
    }

    @Test
    void ofManyEditsAtOnceOneWinsAndTheOthersAreStale() throws Exception {
        CustomerView view = register(Drafts.business("Name").emails("a@x.org"));
        List<Callable<String>> edits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "Edit " + i;
            edits.add(() -> revise(view, Drafts.business(name).emails(name.replace(" ", "") + "@x.org"))
                    .displayName());
        }

        int won = 0;
        for (Future<String> edit : inParallel(edits)) {
            try {
                edit.get();
                won++;
            } catch (ExecutionException e) {
                assertEquals(ErrorKind.STALE, ((AppException) e.getCause()).kind());
            }
        }

        assertEquals(1, won);
        assertEquals("2", kontor.sql("select version from customer where id = " + view.id()));
    }

    @Test
    void idsAreUniqueUnderAThousandConcurrentCreations_S0_34_S0_35() throws Exception {
        List<Callable<Long>> creations = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            String name = "Customer " + i;
            creations.add(() -> register(Drafts.business(name)).id());
        }

        Set<Long> ids = new HashSet<>();
        for (Future<Long> id : inParallel(creations)) {
            ids.add(id.get());
        }

        assertEquals(1_000, ids.size());
        assertEquals("1000", kontor.sql("select count(*) from customer"));
    }

    @Test
    void anAccountNumberOfTheSameEntityIsRefusedOnBothWays_X_06() {
        register(Drafts.business("First").accountNumber("A-1"));
        CustomerView other = register(Drafts.business("Second").accountNumber("A-2"));

        AppException created = refusal(() ->
                customers.register(Drafts.business("Third").accountNumber("A-1").draft()));
        AppException changed = refusal(() -> customers.revise(
                other.id(),
                other.version(),
                Drafts.business("Second").accountNumber("A-1").draft()));

        assertEquals("ACCOUNT_NUMBER_TAKEN", created.code());
        assertEquals("ACCOUNT_NUMBER_TAKEN", changed.code());
        assertEquals(ErrorKind.CONFLICT, changed.kind());
    }

    @Test
    void anExternalIdBelongsToOneCustomer_X_06() {
        register(Drafts.business("First").externalId("revio", "customer", "1"));
        CustomerView other = register(Drafts.business("Second").externalId("revio", "account", "1"));

        AppException changed = refusal(() -> customers.revise(
                other.id(),
                other.version(),
                Drafts.business("Second").externalId("revio", "customer", "1").draft()));

        assertEquals("EXTERNAL_ID_TAKEN", changed.code());
        assertEquals(
                "EXTERNAL_ID_AMBIGUOUS",
                refusal(() -> customers.findByExternalId("revio", "1")).code());
    }

    @Test
    void aChildNeedsAParentThatIsOne_S4_42_S4_43() {
        CustomerView parent = register(Drafts.business("Holding").parent());
        CustomerView standard = register(Drafts.business("Alone"));
        CustomerView child = register(Drafts.business("Branch").childOf(parent.id()));

        assertEquals(Optional.of(parent.id()), child.parentId());
        assertEquals(
                "PARENT_UNKNOWN",
                refusal(() -> customers.register(
                                Drafts.business("B").childOf(standard.id()).draft()))
                        .errors()
                        .get(0)
                        .code());
        assertEquals(
                "PARENT_UNKNOWN",
                refusal(() -> customers.register(
                                Drafts.business("B").childOf(4711L).draft()))
                        .errors()
                        .get(0)
                        .code());
        assertEquals(
                "HAS_CHILDREN",
                refusal(() -> customers.revise(
                                parent.id(),
                                parent.version(),
                                Drafts.business("Holding").childOf(child.id()).draft()))
                        .code());
    }

    /** S2-07. */
    @Test
    void theAutomaticContactFollowsFieldByFieldUntilItIsEdited_X_05() {
        CustomerView view = register(Drafts.person("Ana", "Old").emails("old@x.org"));
        Contacts contacts = kontor.get(Contacts.class);
        ContactView contact =
                kontor.asSystem(() -> contacts.ofCustomer(view.id())).get(0);
        CustomerView second = revise(view, Drafts.person("Ana", "New").emails("old@x.org"));
        ContactView followed =
                kontor.asSystem(() -> contacts.ofCustomer(view.id())).get(0);
        kontor.asSystem(
                () -> contacts.revise(followed.id(), followed.version(), ContactDraftOf.email(followed, "hand@x.org")));
        revise(second, Drafts.person("Ana", "Newest").emails("newest@x.org"));
        ContactView last = kontor.asSystem(() -> contacts.ofCustomer(view.id())).get(0);

        assertEquals("Old", contact.lastName());
        assertTrue(contact.primary());
        assertEquals("New", followed.lastName());
        assertEquals("Newest", last.lastName());
        assertEquals("hand@x.org", last.email());
    }

    @Test
    void scriptsAndQuotesAreStoredAsTheyWereTyped() {
        String name = "<script>alert('x')</script> \"; drop table customer; -- \\' %_";

        CustomerView view = register(Drafts.business(name));

        assertEquals(name, view.displayName());
        assertEquals(
                1,
                kontor.asSystem(() -> customers.list(search("<script>alert('x')"), PageRequest.first()))
                        .items()
                        .size());
    }

    private CustomerQuery search(String text) {
        return new CustomerQuery(
                text, Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), CustomerQuery.Sort.NAME, false);
    }

    private CustomerView register(Drafts drafts) {
        return kontor.asSystem(() -> customers.register(drafts.draft()));
    }

    private CustomerView revise(CustomerView view, Drafts drafts) {
        return kontor.asSystem(() -> customers.revise(view.id(), view.version(), drafts.draft()));
    }

    private AppException refusal(Callable<?> work) {
        return assertThrows(AppException.class, () -> kontor.asSystem(work));
    }

    private List<TimelineEntry> history(long id) {
        return kontor.asSystem(() -> kontor.get(Timeline.class).ofCustomer(id, Set.of(), PageRequest.first()))
                .items();
    }

    private static <T> List<Future<T>> inParallel(List<Callable<T>> work) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(8);
        try {
            return threads.invokeAll(work);
        } finally {
            threads.shutdown();
        }
    }
}
