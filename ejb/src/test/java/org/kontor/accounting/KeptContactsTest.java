package org.kontor.accounting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.accounting.AccountingDesk.profile;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.ContactStatus;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.contact.Upstream;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.spi.AccountingSystem.Person;
import org.kontor.testing.OnPostgres;

/** Contacts that the accounting system keeps are read-only here (S4-45). */
@OnPostgres
class KeptContactsTest {

    private static final Person ANN =
            new Person("p1", "Ann", "Berg", "Buyer", "ann@shop.example", "", "+46701234567", true);

    private final AccountingDesk desk = new AccountingDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    /** S4-45, X-36: refused with the system where it can be changed while connected, allowed otherwise; others are free. */
    @Test
    void contactsAreReadOnlyWhileConnected() throws Exception {
        desk.books.people.put("1", List.of(ANN));
        long id = desk.linked("1", "Shop");
        long free = desk.customer(Drafts.business("Free"));
        ContactView ann = desk.people(id).get(0);
        assertEquals(Optional.of("Our books"), desk.as(() -> contacts().owner(id)));

        AppException edit = assertThrows(AppException.class, () -> revise(ann, renamed(ann)));
        assertEquals(ErrorKind.CONFLICT, edit.kind());
        assertEquals("CONTACTS_KEPT_ELSEWHERE", edit.code());
        assertTrue(edit.getMessage().contains("Our books"), edit.getMessage());
        AppException add =
                assertThrows(AppException.class, () -> desk.as(() -> contacts().add(id, fresh())));
        assertEquals(ErrorKind.CONFLICT, add.kind());
        desk.as(() -> contacts().add(free, fresh()));

        desk.enable(false);
        assertEquals("Anna", revise(ann, renamed(ann)).firstName());
        desk.as(() -> contacts().add(id, fresh()));
    }

    /** S4-45, X-09: consent and Inactive are decided here, and no sync takes them back. */
    @Test
    void consentAndInactiveStayOurs() throws Exception {
        desk.books.people.put("1", List.of(ANN, new Person("p2", "Bo", "Ek", "", "bo@shop.example", "", "", false)));
        long id = desk.linked("1", "Shop");
        ContactView ann = desk.people(id).get(0);
        assertTrue(ann.primary());

        ContactView agreed = revise(ann, decided(ann, true, ContactStatus.ACTIVE, true));
        assertTrue(agreed.smsOptIn());
        ContactView inactive = revise(agreed, decided(agreed, false, ContactStatus.INACTIVE, false));
        assertEquals(ContactStatus.INACTIVE, inactive.status());
        assertThrows(AppException.class, () -> revise(inactive, renamed(inactive)));

        desk.books.people.put("1", List.of(new Person("p1", "Ann", "Holm", "", "", "", "", true)));
        desk.resync(id);
        ContactView synced = desk.as(() -> contacts().find(ann.id())).orElseThrow();
        assertEquals("Holm", synced.lastName());
        assertEquals("Buyer", synced.title(), "blank there emptied it here");
        assertEquals(ContactStatus.INACTIVE, synced.status());
        assertTrue(synced.setInactive());
        assertEquals(Upstream.PRESENT, synced.upstream());
        ContactView bo = desk.people(id).stream()
                .filter(p -> p.firstName().equals("Bo"))
                .findFirst()
                .orElseThrow();
        assertEquals(ContactStatus.INACTIVE, bo.status(), "the system has Bo no more");
    }

    /** S4-45: the contact that follows a Residential customer is the one with its e-mail address there, and follows no file. */
    @Test
    void theAutomaticContactIsKeptThereToo() throws Exception {
        long id = desk.customer(
                Drafts.person("Ann", "Berg").emails("ann@shop.example").accountNumber("A-1"));
        desk.books.people.put("1", List.of(ANN));
        desk.books.customer("1", "A-1", profile(""));
        desk.pull();
        assertEquals(1, desk.people(id).size(), "the contact came twice");
        assertEquals("Buyer", desk.people(id).get(0).title());

        CustomerView seen = desk.show(id);
        desk.as(() -> desk.kontor
                .get(Customers.class)
                .revise(
                        id,
                        seen.version(),
                        Drafts.person("Ann", "Berg")
                                .emails("other@shop.example")
                                .accountNumber("A-1")
                                .draft()));
        assertEquals("ann@shop.example", desk.people(id).get(0).email());
    }

    private Contacts contacts() {
        return desk.kontor.get(Contacts.class);
    }

    private ContactView revise(ContactView seen, ContactDraft draft) {
        return desk.as(() -> contacts().revise(seen.id(), seen.version(), draft));
    }

    private static ContactDraft fresh() {
        return new ContactDraft("New", "Person", "", "", "", "", Address.NONE, Optional.empty(), false);
    }

    private static ContactDraft renamed(ContactView seen) {
        return draft(seen, "Anna", seen.smsOptIn(), seen.setInactive(), seen.primary());
    }

    private static ContactDraft decided(ContactView seen, boolean sms, ContactStatus status, boolean primary) {
        return draft(seen, seen.firstName(), sms, status == ContactStatus.INACTIVE, primary);
    }

    private static ContactDraft draft(ContactView seen, String first, boolean sms, boolean inactive, boolean primary) {
        return new ContactDraft(
                first,
                seen.lastName(),
                seen.title(),
                seen.email(),
                seen.phone(),
                seen.mobile(),
                sms,
                Optional.empty(),
                seen.linkedInUrl(),
                seen.contactType(),
                seen.address(),
                Optional.of(inactive ? ContactStatus.INACTIVE : ContactStatus.ACTIVE),
                primary,
                seen.toDraft().customFields());
    }
}
