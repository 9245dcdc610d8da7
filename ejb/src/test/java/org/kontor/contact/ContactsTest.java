package org.kontor.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.customer.Address;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

@OnPostgres
class ContactsTest {

    private TestKontor kontor;
    private Contacts contacts;
    private long customer;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        contacts = kontor.get(Contacts.class);
        customer = kontor.asSystem(() -> kontor.get(Customers.class)
                .register(Drafts.business("Acme").draft())
                .id());
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    @Test
    void whatIsStoredIsReadBack_S2_10_S2_19_S2_20_S2_24_S2_25_S2_27_S2_30_S2_35() {
        ContactView added = add(new ContactDraft(
                " Grace ",
                "Hopper",
                "Admiral",
                "grace@example.org",
                "303-202-7332",
                "303-202-7333",
                new Address("1 Main St", "", "Arlington", "VA", "22201", "United States"),
                Optional.empty(),
                true));

        assertEquals("Grace Hopper", added.name());
        assertEquals("+13032027332", added.phone());
        assertEquals("+13032027333", added.mobile());
        assertEquals("US", added.address().country());
        assertEquals("Acme", added.company());
        assertEquals(ContactStatus.ACTIVE, added.status());
        assertEquals(kontor.clock().instant(), added.createdAt());
        assertEquals(Optional.of(added), kontor.asSystem(() -> contacts.find(added.id())));
    }

    @Test
    void theContactSetPrimaryLastIsTheOnlyOne_S2_42() {
        ContactView first = add(person("Ann", true));
        ContactView second = add(person("Bob", true));

        assertFalse(find(first).primary());
        assertTrue(find(second).primary());

        ContactView again = find(first);
        revise(again, person("Ann", true));

        assertTrue(find(first).primary());
        assertFalse(find(second).primary());
    }

    @Test
    void thereIsOnePrimaryWhenManyAreSetAtOnce_S2_42() throws Exception {
        List<Callable<ContactView>> additions = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String name = "Contact " + i;
            additions.add(() -> add(person(name, true)));
        }
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<ContactView> addition : threads.invokeAll(additions)) {
                addition.get();
            }
        } finally {
            threads.shutdown();
        }

        assertEquals("16", kontor.sql("select count(*) from contact"));
        assertEquals("1", kontor.sql("select count(*) from contact where is_primary"));
    }

    @Test
    void anInactiveContactIsNotThePrimaryOne_S2_41() {
        ContactView primary = add(person("Ann", true));
        ContactDraft inactive = new ContactDraft(
                "Ann", "Muster", "", "", "", "", Address.NONE, Optional.of(ContactStatus.INACTIVE), true);

        AppException refusal = assertThrows(AppException.class, () -> revise(primary, inactive));

        assertEquals("status", refusal.errors().get(0).field());
        assertTrue(find(primary).primary());
    }

    @Test
    void anOldVersionIsRefused() {
        ContactView contact = add(person("Ann", false));
        revise(contact, person("Bea", false));

        AppException refusal = assertThrows(AppException.class, () -> revise(contact, person("Cleo", false)));

        assertEquals(ErrorKind.STALE, refusal.kind());
    }

    @Test
    void everyFieldAgainstARuleIsNamed() {
        AppException refusal = assertThrows(
                AppException.class,
                () -> add(new ContactDraft(
                        "", " ", "x".repeat(101), "nope", "", "", Address.NONE, Optional.empty(), false)));

        assertEquals(
                List.of("title", "email", "lastName"),
                refusal.errors().stream().map(error -> error.field()).toList());
    }

    @Test
    void unknownCustomersAndContactsAreAbsent() {
        ContactView other = new ContactView(
                4711,
                1,
                kontor.clock().instant(),
                "",
                kontor.clock().instant(),
                "",
                1,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                false,
                "",
                "",
                "",
                Address.NONE,
                ContactStatus.ACTIVE,
                false,
                Upstream.NONE,
                false,
                Map.of());

        assertEquals(ErrorKind.ABSENT, refused(() -> contacts.add(4711, person("Ann", false))));
        assertEquals(ErrorKind.ABSENT, refused(() -> contacts.ofCustomer(4711)));
        assertEquals(ErrorKind.ABSENT, refused(() -> revise(other, person("Ann", false))));
        assertEquals(Optional.empty(), kontor.asSystem(() -> contacts.find(4711)));
    }

    @Test
    void thePrimaryComesFirstThenTheActiveOnesByName() {
        add(person("Zed", false));
        add(person("Ann", false));
        ContactView gone = add(person("Aaron", false));
        revise(
                gone,
                new ContactDraft(
                        "Aaron", "Muster", "", "", "", "", Address.NONE, Optional.of(ContactStatus.INACTIVE), false));
        add(person("Mia", true));

        assertEquals(
                List.of("Mia", "Ann", "Zed", "Aaron"),
                kontor.asSystem(() -> contacts.ofCustomer(customer)).stream()
                        .map(ContactView::firstName)
                        .toList());
    }

    private ErrorKind refused(Callable<?> work) {
        return assertThrows(AppException.class, () -> kontor.asSystem(work)).kind();
    }

    private ContactView add(ContactDraft draft) {
        return kontor.asSystem(() -> contacts.add(customer, draft));
    }

    private ContactView revise(ContactView view, ContactDraft draft) {
        return kontor.asSystem(() -> contacts.revise(view.id(), view.version(), draft));
    }

    private ContactView find(ContactView view) {
        return kontor.asSystem(() -> contacts.find(view.id())).orElseThrow();
    }

    private static ContactDraft person(String firstName, boolean primary) {
        return new ContactDraft(firstName, "Muster", "", "", "", "", Address.NONE, Optional.empty(), primary);
    }
}
