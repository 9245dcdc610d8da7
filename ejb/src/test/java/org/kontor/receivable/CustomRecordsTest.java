package org.kontor.receivable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.Permission;
import org.kontor.access.RowScope;
import org.kontor.access.UserDraft;
import org.kontor.access.UserView;
import org.kontor.access.Users;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.ContactLists;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.contact.UpstreamContacts;
import org.kontor.customer.Address;
import org.kontor.settings.CustomFieldDraft;
import org.kontor.settings.CustomFieldKind;
import org.kontor.settings.CustomFieldOwner;
import org.kontor.settings.CustomFieldView;
import org.kontor.settings.CustomFields;
import org.kontor.settings.EmployeeExport;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;
import org.kontor.timeline.Timeline;

/** Custom fields of contacts, documents, payments and employees (S4-41). */
@OnPostgres
class CustomRecordsTest {

    private TestKontor kontor;
    private LedgerDesk desk;
    private CustomFields fields;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        desk = new LedgerDesk(kontor);
        fields = kontor.get(CustomFields.class);
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    /** S4-41: contacts and employees are found by their fields, each must hold, and the fields are columns of a file; who takes it is noted. */
    @Test
    void contactsAndEmployeesAreFoundByTheirFieldsAndGoOutWithThem() {
        Contacts contacts = kontor.get(Contacts.class);
        ContactLists lists = kontor.get(ContactLists.class);
        long customer = desk.customer("Lind");
        field(CustomFieldOwner.CONTACT, "shirt", CustomFieldKind.TEXT, false);
        field(CustomFieldOwner.EMPLOYEE, "desk", CustomFieldKind.TEXT, false);
        ContactView anna = kontor.asSystem(() -> contacts.add(customer, person("Anna", given("shirt", "=Large"))));
        ContactView bert = kontor.asSystem(() -> contacts.add(customer, person("Bert", given("shirt", "Small"))));

        Map<String, String> wanted = Map.of("shirt", "=LARGE");
        assertEquals(
                List.of(anna.id()),
                kontor.asSystem(() -> lists.list(wanted, PageRequest.first())).items().stream()
                        .map(ContactView::id)
                        .toList());
        Page<ContactView> first = kontor.asSystem(() -> lists.list(Map.of(), new PageRequest(1, Optional.empty())));
        Page<ContactView> rest = kontor.asSystem(() -> lists.list(Map.of(), new PageRequest(50, first.nextCursor())));
        assertTrue(rest.items().stream().anyMatch(contact -> contact.id() == bert.id()));
        assertFalse(rest.items().contains(first.items().get(0)));
        Caller limited = new Caller(-7, "limited", Set.of(Permission.READ_CUSTOMER.wireName()), RowScope.OWN);
        assertEquals(
                List.of(),
                kontor.as(limited, () -> lists.list(Map.of(), PageRequest.first()))
                        .items());
        UserView keeper = kontor.asSystem(() -> kontor.get(Users.class).create(employee(Map.of())));
        kontor.sql("update customer set billing_owner_id = " + keeper.id() + " where id = " + customer);
        long other = desk.customer("Other");
        ContactView foreign = kontor.asSystem(() -> contacts.add(other, person("Cara", Map.of())));
        Caller owner = new Caller(keeper.id(), "keeper", Set.of(Permission.READ_CUSTOMER.wireName()), RowScope.OWN);
        List<Long> own = kontor.as(owner, () -> lists.list(Map.of(), PageRequest.first())).items().stream()
                .map(ContactView::id)
                .toList();
        assertTrue(own.contains(anna.id()) && own.contains(bert.id()) && !own.contains(foreign.id()), own::toString);
        Caller blind = new Caller(-8, "blind", Set.of(Permission.EXPORT_CUSTOMER.wireName()));
        AppException unread = assertThrows(
                AppException.class,
                () -> kontor.as(blind, () -> {
                    lists.begin(wanted);
                    return true;
                }));
        assertEquals(ErrorKind.FORBIDDEN, unread.kind());
        String file = kontor.asSystem(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            lists.begin(wanted);
            lists.write(wanted, out);
            return out.toString(StandardCharsets.UTF_8);
        });
        assertEquals(2, file.lines().count(), file);
        assertTrue(file.lines().findFirst().orElseThrow().endsWith(",CustomField:shirt"), file);
        assertTrue(file.contains("'=Large"), file);
        assertEquals(
                "contacts by custom fields [shirt]",
                kontor.sql("select subject from access_event where kind = 'customer.contacts-exported'"));

        UserView user = kontor.asSystem(() -> kontor.get(Users.class)
                .create(new UserDraft(
                        "desk.user",
                        "",
                        "",
                        Optional.of(true),
                        List.of(),
                        List.of(),
                        Optional.of("Blue-Harbour-42-first"),
                        given("desk", "12 b"))));
        Map<String, String> seat = Map.of("desk", "12 B");
        assertEquals(
                List.of(user.id()),
                kontor.asSystem(() -> kontor.get(Users.class).list(seat, PageRequest.first())).items().stream()
                        .map(UserView::id)
                        .toList());
        String users = kontor.asSystem(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            kontor.get(EmployeeExport.class).begin(seat);
            kontor.get(EmployeeExport.class).write(seat, out);
            return out.toString(StandardCharsets.UTF_8);
        });
        assertEquals(2, users.lines().count(), users);
        assertTrue(users.contains("desk.user") && users.strip().endsWith(",12 b"), users);
        assertEquals("1", kontor.sql("select count(*) from access_event where kind = 'user.exported'"));
    }

    /** S4-41: asked for when somebody enters a contact, kept, checked, in the history; a field in use is not deleted. */
    @Test
    void contactsHaveFieldsOfTheirOwn() {
        Contacts contacts = kontor.get(Contacts.class);
        long customer = desk.customer("Lind");
        CustomFieldView shirt = field(CustomFieldOwner.CONTACT, "shirt", CustomFieldKind.CHOICE, true);
        assertEquals(List.of("customFields.shirt"), refused(() -> contacts.add(customer, person("Anna", Map.of()))));

        ContactView anna = kontor.asSystem(() -> contacts.add(customer, person("Anna", given("shirt", "m"))));
        assertEquals(Json.createValue("M"), anna.customFields().get("shirt"));
        assertEquals(
                List.of("customFields.shirt"),
                refused(() -> contacts.revise(anna.id(), anna.version(), person("Anna", given("shirt", "tent")))));
        assertEquals(
                List.of("customFields.shirt"),
                refused(() -> contacts.revise(anna.id(), anna.version(), person("Anna", Map.of()))));
        kontor.clock().advance(Duration.ofMinutes(1));
        ContactView larger =
                kontor.asSystem(() -> contacts.revise(anna.id(), anna.version(), person("Anna", given("shirt", "L"))));
        assertTrue(larger.version() > anna.version());
        assertEquals(
                "M",
                kontor.asSystem(() -> kontor.get(Timeline.class).ofCustomer(customer, Set.of(), PageRequest.first()))
                        .items()
                        .get(0)
                        .changes()
                        .get("customFields.shirt")
                        .before());
        assertEquals(
                Map.of("shirt", Json.createValue("L")),
                kontor.asSystem(() -> contacts.ofCustomer(customer)).get(0).customFields());

        AppException kept =
                assertThrows(AppException.class, () -> kontor.asSystem(() -> delete(shirt.id(), shirt.version())));
        assertEquals(ErrorKind.CONFLICT, kept.kind());
        assertTrue(String.valueOf(kept.getMessage()).contains("1 record"));
    }

    /** S4-41: a system that brings contacts knows nothing of the field; what was entered here stays when it comes again. */
    @Test
    void aSystemThatBringsContactsLeavesTheFieldsAlone() {
        UpstreamContacts upstream = kontor.get(UpstreamContacts.class);
        Contacts contacts = kontor.get(Contacts.class);
        long customer = desk.customer("Lind");
        field(CustomFieldOwner.CONTACT, "shirt", CustomFieldKind.CHOICE, true);
        ContactView come = kontor.asSystem(() -> upstream.present(customer, "erp", "7", person("Bo", Map.of())));
        kontor.asSystem(() -> contacts.revise(come.id(), come.version(), person("Bo", given("shirt", "S"))));

        ContactView again = kontor.asSystem(() -> upstream.present(customer, "erp", "7", person("Bo Erik", Map.of())));

        assertEquals("Bo Erik", again.firstName());
        assertEquals(Json.createValue("S"), again.customFields().get("shirt"));
    }

    /** S4-41: what is noted of an issued document changes, and nothing that stands on paper. */
    @Test
    void documentsHaveFieldsThatMayChangeAfterTheyWereIssued() {
        long customer = desk.customer("Debtor");
        field(CustomFieldOwner.INVOICE, "project", CustomFieldKind.TEXT, true);
        assertEquals(List.of("customFields.project"), refused(() -> create(customer, Map.of())));
        InvoiceView issued = kontor.asSystem(() -> create(customer, given("project", "Bridge")));
        assertEquals(Json.createValue("Bridge"), issued.customFields().get("project"));

        InvoiceView noted = kontor.asSystem(() ->
                desk.invoices.note(DocumentKind.INVOICE, issued.id(), issued.version(), given("project", "Tunnel")));

        assertEquals(Json.createValue("Tunnel"), noted.customFields().get("project"));
        assertEquals(issued.contentHash(), noted.contentHash());
        assertTrue(noted.version() > issued.version());
        AppException stale = assertThrows(
                AppException.class,
                () -> kontor.asSystem(() -> desk.invoices.note(
                        DocumentKind.INVOICE, issued.id(), issued.version(), given("project", "x"))));
        assertEquals(ErrorKind.STALE, stale.kind());
        assertEquals(
                List.of("customFields.project"),
                refused(() -> desk.invoices.note(DocumentKind.INVOICE, issued.id(), noted.version(), Map.of())));
        assertEquals(List.of(issued.id()), found("project", "tunnel"));
        assertEquals(List.of(), found("project", "Bridge"));
        assertTrue(csv(out -> kontor.get(LedgerExport.class)
                        .writeDocuments(DocumentKind.INVOICE, InvoiceQuery.of(customer), out))
                .contains("CustomField:project"));
        assertTrue(csv(out -> kontor.get(LedgerExport.class)
                        .writeDocuments(DocumentKind.INVOICE, InvoiceQuery.of(customer), out))
                .contains(",Tunnel"));
        assertTrue(desk.proof().holds());
    }

    /** S4-41: what a preview tells needs no field; a payment is found by it. */
    @Test
    void paymentsHaveFields() {
        long customer = desk.customer("Payer");
        field(CustomFieldOwner.PAYMENT, "bank", CustomFieldKind.TEXT, true);
        assertEquals(List.of("customFields.bank"), refused(() -> desk.payments.record(payment(customer, Map.of()))));
        kontor.asSystem(() -> desk.payments.preview(payment(customer, Map.of())));

        PaymentView paid = kontor.asSystem(() -> desk.payments.record(payment(customer, given("bank", "North"))));
        PaymentView noted =
                kontor.asSystem(() -> desk.payments.note(paid.id(), paid.version(), given("bank", "South")));

        assertEquals(Json.createValue("South"), noted.customFields().get("bank"));
        assertTrue(noted.version() > paid.version());
        assertThrows(
                AppException.class,
                () -> kontor.asSystem(() -> desk.payments.note(paid.id(), paid.version(), given("bank", "x"))));
        HeldQuery query = new HeldQuery(Optional.empty(), false, "", Map.of("bank", "SOUTH"));
        assertEquals(
                List.of(paid.id()),
                kontor.asSystem(() -> desk.payments.list(query, PageRequest.first())).items().stream()
                        .map(PaymentView::id)
                        .toList());
        assertTrue(csv(out -> kontor.get(LedgerExport.class).writePayments(query, out))
                .contains(",South"));
    }

    /** S4-41: users have fields of their own, asked for when somebody creates one. */
    @Test
    void employeesHaveFields() {
        Users users = kontor.get(Users.class);
        field(CustomFieldOwner.EMPLOYEE, "staffNumber", CustomFieldKind.NUMBER, true);
        assertEquals(List.of("customFields.staffNumber"), refused(() -> users.create(employee(Map.of()))));

        UserView made = kontor.asSystem(() -> users.create(employee(given("staffNumber", "12.50"))));
        assertEquals(
                Json.createValue(new BigDecimal("12.5")), made.customFields().get("staffNumber"));
        UserView same = kontor.asSystem(() -> users.revise(made.id(), made.version(), made.toDraft()));
        assertEquals(made.customFields(), same.customFields());
        assertEquals(
                made.customFields(),
                kontor.asSystem(() -> users.find(made.id())).orElseThrow().customFields());
        assertEquals(
                List.of("customFields.staffNumber"),
                refused(() -> users.revise(made.id(), same.version(), employee(given("staffNumber", "many")))));
    }

    /** S4-41: fields are seen by who may see the records, and search looks through customers alone. */
    @Test
    void fieldsAreSeenWithTheirRecords() {
        field(CustomFieldOwner.PAYMENT, "bank", CustomFieldKind.TEXT, false);
        Caller reader = new Caller(7, "reader", Set.of("read:customer"));
        assertEquals(List.of(), kontor.as(reader, () -> fields.of(CustomFieldOwner.PAYMENT)));
        assertFalse(kontor.asSystem(() -> fields.of(CustomFieldOwner.PAYMENT)).isEmpty());
        assertEquals(
                List.of("searchable"),
                refused(() -> fields.create(new CustomFieldDraft(
                        CustomFieldOwner.CONTACT,
                        "",
                        "Searched",
                        CustomFieldKind.TEXT,
                        List.of(),
                        false,
                        true,
                        Optional.empty(),
                        Optional.empty()))));
    }

    private Void delete(long id, long version) {
        fields.delete(id, version);
        return null;
    }

    private InvoiceView create(long customer, Map<String, Optional<JsonValue>> values) {
        LocalDate day = LocalDate.parse("2026-11-01");
        InvoiceDraft draft = LedgerDesk.draft(customer, InvoiceStatus.OPEN, day, day.plusDays(30), "100");
        return desk.invoices.create(
                DocumentKind.INVOICE,
                new InvoiceDraft(
                        customer,
                        draft.status(),
                        "",
                        "",
                        draft.issueDate(),
                        draft.dueDate(),
                        "",
                        "",
                        "",
                        "",
                        Optional.empty(),
                        Optional.empty(),
                        draft.lines(),
                        values));
    }

    private List<Long> found(String key, String value) {
        InvoiceQuery query = new InvoiceQuery(
                Optional.empty(),
                Set.of(),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(key, value));
        return kontor
                .asSystem(() -> desk.invoices.list(DocumentKind.INVOICE, query, PageRequest.first()))
                .items()
                .stream()
                .map(InvoiceView::id)
                .toList();
    }

    private static PaymentDraft payment(long customer, Map<String, Optional<JsonValue>> values) {
        return new PaymentDraft(
                customer,
                Optional.of(new BigDecimal("10")),
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                List.of(),
                values);
    }

    private static UserDraft employee(Map<String, Optional<JsonValue>> values) {
        return new UserDraft("pat", "Pat", "", Optional.of(true), List.of(), List.of(), Optional.empty(), values);
    }

    private static ContactDraft person(String name, Map<String, Optional<JsonValue>> values) {
        return new ContactDraft(
                name,
                "",
                "",
                "",
                "",
                "",
                false,
                Optional.empty(),
                "",
                "",
                Address.NONE,
                Optional.empty(),
                false,
                values);
    }

    private CustomFieldView field(CustomFieldOwner owner, String key, CustomFieldKind kind, boolean required) {
        List<String> choices = kind == CustomFieldKind.CHOICE ? List.of("S", "M", "L") : List.of();
        return kontor.asSystem(() -> fields.create(new CustomFieldDraft(
                owner, key, key, kind, choices, required, false, Optional.empty(), Optional.empty())));
    }

    private static Map<String, Optional<JsonValue>> given(String key, String text) {
        return Map.of(key, Optional.of(Json.createValue(text)));
    }

    private List<String> refused(Callable<?> work) {
        AppException refusal = assertThrows(AppException.class, () -> kontor.asSystem(work));
        assertEquals(ErrorKind.INVALID, refusal.kind());
        return refusal.errors().stream().map(FieldError::field).toList();
    }

    /** Writes a file into a stream. */
    private interface Writes {
        void into(ByteArrayOutputStream out);
    }

    private String csv(Writes file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        kontor.asSystem(() -> {
            file.into(out);
            return out.size();
        });
        return out.toString(StandardCharsets.UTF_8);
    }
}
