package org.kontor.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.RoleDraft;
import org.kontor.access.Roles;
import org.kontor.access.RowScope;
import org.kontor.access.SignIn;
import org.kontor.access.UserDraft;
import org.kontor.access.UserView;
import org.kontor.access.Users;
import org.kontor.contact.Contacts;
import org.kontor.note.Notes;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;
import org.kontor.timeline.Timeline;

/** What somebody with a limited role sees, changes and does not learn of. */
@OnPostgres
class RowScopeTest {

    private static TestKontor kontor;
    private static Caller limited;
    private static CustomerView theirs;
    private static CustomerView others;

    @BeforeAll
    static void start() {
        kontor = new TestKontor();
        limited = user("lim", true);
        Caller rita = user("rita", false);
        theirs = kontor.asSystem(() -> customers()
                .register(Drafts.business("Seen Harbour Ltd")
                        .draft()
                        .withOwners(Owners.NONE.with(Owners.Part.MANAGER, Optional.of("lim")))));
        others = kontor.as(
                rita,
                () -> customers()
                        .register(Drafts.business("Hidden Harbour Ltd")
                                .externalId("erp", "customer", "H-1")
                                .draft()
                                .withOwners(Owners.NONE.with(Owners.Part.BILLING_OWNER, Optional.of("rita")))));
    }

    @AfterAll
    static void stop() {
        kontor.close();
    }

    /** S4-65. */
    @Test
    void theManagerSeesTheCustomerWithALimitedRole() {
        assertEquals(RowScope.OWN, limited.scope());
        assertTrue(kontor.as(limited, () -> customers().find(theirs.id())).isPresent());
        assertEquals(List.of(theirs.id()), listed(limited, ""));
    }

    /** S4-66. */
    @Test
    void whatSomebodyElseOwnsIsNotThereOnAnyPath() {
        long id = others.id();
        assertTrue(kontor.as(limited, () -> customers().find(id)).isEmpty());
        assertTrue(kontor.as(limited, () -> customers().findAll(List.of(id))).isEmpty());
        assertTrue(kontor.as(limited, () -> customers().findByExternalId("erp", "H-1"))
                .isEmpty());
        assertEquals(List.of(theirs.id()), listed(limited, "harbour"));
        assertEquals(1, kontor.as(limited, () -> customers().count(query("harbour"), 100)));
        assertEquals(1, kontor.as(limited, () -> customers().count(query(""), 100)));
        assertEquals(
                1, kontor.as(limited, () -> customers().rows(query(""), 0, 50)).size());
        assertEquals(1, kontor.as(limited, () -> customers().suggest("har", 8)).size());
        assertEquals(
                0, kontor.as(limited, () -> customers().suggest("hidden", 8)).size());
        assertEquals(
                0,
                kontor.as(limited, () -> customers().suggest(Long.toString(id), 8))
                        .size());
        absent(() -> kontor.get(Contacts.class).ofCustomer(id));
        absent(() -> kontor.get(Notes.class).ofCustomer(id, PageRequest.first()));
        absent(() -> kontor.get(Notes.class).add(id, "text", true));
        absent(() -> kontor.get(Notes.class).find(id, 1));
        absent(() -> kontor.get(Timeline.class).ofCustomer(id, Set.of(), PageRequest.first()));
        absent(() -> customers().revise(id, others.version(), others.toDraft()));
        absent(() -> customers().archive(id, true));
        absent(() -> kontor.get(CustomerMarks.class).tags(id));
        absent(() -> kontor.get(CustomerMarks.class).health(id, Optional.empty()));
    }

    /** S4-66. */
    @Test
    void filtersByStateAndClassShowTheirOwnAlone() {
        CustomerQuery open = new CustomerQuery(
                "",
                Set.of(CustomerStatus.values()),
                Optional.of(CustomerClass.BUSINESS),
                Optional.empty(),
                Optional.of(false),
                CustomerQuery.Sort.NAME,
                false);
        assertEquals(
                List.of(theirs.id()),
                kontor.as(limited, () -> customers().list(open, PageRequest.first())).items().stream()
                        .map(CustomerRow::id)
                        .toList());
    }

    @Test
    void aContactOfAnHiddenCustomerIsNotThere() {
        CustomerView person = kontor.asSystem(
                () -> customers().register(Drafts.person("Hidden", "Person").draft()));
        long contact = kontor.asSystem(
                        () -> kontor.get(Contacts.class).ofCustomer(person.id()).get(0))
                .id();
        assertTrue(kontor.as(limited, () -> kontor.get(Contacts.class).find(contact))
                .isEmpty());
        assertTrue(kontor.as(limited, () -> kontor.get(Contacts.class).findAll(List.of(contact)))
                .isEmpty());
    }

    @Test
    void whoeverCreatesACustomerWithALimitedRoleManagesIt() {
        CustomerView made = kontor.as(
                limited,
                () -> customers().register(Drafts.business("Made by lim").draft()));
        assertEquals(Optional.of("lim"), made.owners().manager());
        assertTrue(kontor.as(limited, () -> customers().find(made.id())).isPresent());
        CustomerDraft ofRita = Drafts.business("For rita")
                .draft()
                .withOwners(Owners.NONE.with(Owners.Part.MANAGER, Optional.of("rita")));
        assertEquals(
                "owners",
                assertThrows(
                                AppException.class,
                                () -> kontor.as(limited, () -> customers().register(ofRita)))
                        .errors()
                        .get(0)
                        .field());
        kontor.asSystem(() -> customers().archive(made.id(), true));
    }

    @Test
    void aLimitedRoleAddsNoVerbAndTakesTheImportAlone() {
        assertFalse(limited.may("import:customer"), "an import compares with all customers");
        assertTrue(limited.may("read:customer"));
        assertFalse(limited.may("export:customer"), "the manager's part adds visibility, not verbs");
    }

    @Test
    void oneRoleThatSeesAllIsEnough() {
        kontor.asSystem(() -> kontor.get(Users.class)
                .create(new UserDraft("both", "", "", Optional.empty(), List.of("lim", "rita"), Optional.empty())));
        UserView both = kontor.asSystem(() -> kontor.get(Users.class).list(PageRequest.first())).items().stream()
                .filter(u -> u.login().equals("both"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                RowScope.ALL,
                kontor.asSystem(() -> kontor.get(SignIn.class).callerOf(both.id()))
                        .scope());
    }

    @Test
    void nobodyGrantsMoreCustomersThanTheySee() {
        AppException e = assertThrows(
                AppException.class,
                () -> kontor.as(
                        new Caller(limited.userId(), "lim", Set.of("write:user", "read:customer"), RowScope.OWN),
                        () -> kontor.get(Roles.class).create(new RoleDraft("Wider", "", List.of("read:customer")))));
        assertEquals("BEYOND_OWN_CUSTOMERS", e.code());
    }

    private static Customers customers() {
        return kontor.get(Customers.class);
    }

    private static List<Long> listed(Caller caller, String text) {
        return kontor.as(caller, () -> customers().list(query(text), PageRequest.first())).items().stream()
                .map(CustomerRow::id)
                .toList();
    }

    private static CustomerQuery query(String text) {
        return new CustomerQuery(
                text, Set.of(), Optional.empty(), Optional.empty(), Optional.of(false), CustomerQuery.Sort.NAME, false);
    }

    private static void absent(Callable<?> work) {
        AppException e = assertThrows(AppException.class, () -> kontor.as(limited, work));
        assertEquals(ErrorKind.ABSENT, e.kind(), String.valueOf(e.getMessage()));
    }

    private static Caller user(String login, boolean own) {
        List<String> permissions = List.of("read:customer", "write:customer", "import:customer");
        kontor.asSystem(() -> kontor.get(Roles.class).create(new RoleDraft(login, "", permissions, Optional.of(own))));
        UserView made = kontor.asSystem(() -> kontor.get(Users.class)
                .create(new UserDraft(login, "", "", Optional.empty(), List.of(login), Optional.empty())));
        return kontor.asSystem(() -> kontor.get(SignIn.class).callerOf(made.id()));
    }
}
