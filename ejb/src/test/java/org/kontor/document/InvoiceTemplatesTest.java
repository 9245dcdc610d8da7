package org.kontor.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.lifecycle.MergeDraft;
import org.kontor.lifecycle.Merges;
import org.kontor.receivable.CustomerTemplateDraft;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceTemplateDraft;
import org.kontor.receivable.InvoiceTemplates;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;
import org.kontor.receivable.PaymentWay;
import org.kontor.settings.SystemTableEntryDraft;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.settings.SystemTables;
import org.kontor.shared.AppException;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** Invoice templates that a company named. */
@OnPostgres
class InvoiceTemplatesTest {

    private static final String TABLE = "invoice-templates";

    private final TestKontor kontor = new TestKontor();
    private final DocumentDesk desk = new DocumentDesk(kontor);
    private final InvoiceTemplates named = kontor.get(InvoiceTemplates.class);
    private final Documents documents = kontor.get(Documents.class);
    private final Templates templates = kontor.get(Templates.class);
    private final SystemTables tables = kontor.get(SystemTables.class);
    private final Invoices invoices = kontor.get(Invoices.class);

    @BeforeEach
    void letterhead() {
        desk.letterhead(DocumentDesk.GERMAN);
        entry("Export");
        entry("Retail");
        offer("EXPORT", "en", PaymentWay.CARD, PaymentWay.BANK_TRANSFER);
        offer("RETAIL", "", PaymentWay.CASH);
    }

    @AfterEach
    void close() {
        kontor.close();
    }

    /** S4-57: each template has its own ways to pay; they stand on the paper of its invoices, and only there. */
    @Test
    void eachTemplateHasItsOwnWaysToPay() throws Exception {
        long customer = desk.customer("Nordwind Segel", "DE");
        InvoiceView plain = invoice(customer);
        choose(customer, "EXPORT");
        InvoiceView export = invoice(customer);
        choose(customer, "RETAIL");
        InvoiceView retail = invoice(customer);
        assertEquals(List.of("", "EXPORT", "RETAIL"), List.of(plain.template(), export.template(), retail.template()));
        assertEquals("2", kontor.sql("select count(*) from timeline_entry where kind = 'invoice-template.changed'"));

        String without = text(plain);
        assertTrue(without.contains("Rechnung") && without.contains("IBAN DE02"), without);
        assertFalse(without.contains("Zahlbar per"), without);
        String english = text(export);
        assertTrue(english.contains("You can pay by: Bank transfer, Card."), english);
        assertTrue(english.contains("Please pay to"), english);
        String cash = text(retail);
        assertTrue(cash.contains("Zahlbar per: Bar."), cash);
        assertFalse(cash.contains("Bitte zahlen Sie auf das Konto"), cash);
    }

    /** S4-57: what was made into a paper keeps the ways that it told; what is made later tells those of then. */
    @Test
    void aPaperKeepsItsWaysToPay() throws Exception {
        long customer = desk.customer("Nordwind Segel", "DE");
        choose(customer, "RETAIL");
        InvoiceView first = invoice(customer);
        byte[] before = pdf(first);
        offer("RETAIL", "", PaymentWay.CHECK);
        assertArrayEquals(before, pdf(first));
        assertTrue(text(invoice(customer)).contains("Zahlbar per: Scheck."));
    }

    /** S4-57: a template may look like no other; without a text of its own it follows all others. */
    @Test
    void aTemplateMayHaveALookOfItsOwn() throws Exception {
        long customer = desk.customer("Nordwind Segel", "DE");
        choose(customer, "RETAIL");
        TemplateView before = desk.does(() -> templates.get("INVOICE-de-RETAIL"));
        assertTrue(before.standard() && before.designName().equals("Retail"));
        TemplateView own = desk.does(() -> templates.revise(
                before.id(), before.version(), new TemplateDraft(before.body().replace("<h1>", "<h1>Laden "))));
        assertFalse(own.standard());
        assertTrue(text(invoice(customer)).contains("Laden Rechnung"));
        choose(customer, "");
        assertFalse(text(invoice(customer)).contains("Laden"));
        choose(customer, "RETAIL");
        TemplateView reset = desk.does(() -> templates.reset(own.id(), own.version()));
        assertTrue(reset.standard());
        assertFalse(text(invoice(customer)).contains("Laden"));
    }

    /** S4-57: a template that customers or invoices have is retired, not deleted, and stays where it was chosen. */
    @Test
    void aTemplateInUseIsRetired() {
        long customer = desk.customer("Nordwind Segel", "DE");
        long other = desk.customer("Ostwind", "DE");
        choose(customer, "EXPORT");
        InvoiceView made = invoice(customer);
        choose(customer, "");
        SystemTableEntryView entry = desk.does(() -> tables.list(TABLE)).stream()
                .filter(each -> each.code().equals("EXPORT"))
                .findFirst()
                .orElseThrow();
        AppException used = assertThrows(
                AppException.class,
                () -> desk.does(() -> {
                    tables.delete(TABLE, entry.id(), entry.version());
                    return 0;
                }));
        assertEquals("IN_USE", used.code());
        choose(customer, "EXPORT");
        desk.does(() -> tables.revise(
                TABLE,
                entry.id(),
                entry.version(),
                new SystemTableEntryDraft("EXPORT", "Export", Optional.empty(), Optional.of(false), Optional.empty())));
        assertEquals("EXPORT", invoice(customer).template());
        assertThrows(AppException.class, () -> choose(other, "EXPORT"));
        assertThrows(AppException.class, () -> choose(other, "NOBODY"));
        assertThrows(
                AppException.class,
                () -> desk.does(() ->
                        invoices.create(DocumentKind.INVOICE, made.toDraft().by("NOBODY"))));
        assertEquals(
                List.of("RETAIL"),
                desk.does(named::choices).stream().map(each -> each.code()).toList());
    }

    /** S4-57, S4-109: a merge fills what the customer that stays has not chosen, and changes no choice. */
    @Test
    void aMergeFillsAGap() {
        long gap = desk.customer("Nordwind", "DE");
        long source = desk.customer("Nordwind Segel", "DE");
        long chosen = desk.customer("Ostwind", "DE");
        choose(source, "EXPORT");
        choose(chosen, "RETAIL");
        merge(gap, source);
        assertEquals("EXPORT", desk.does(() -> named.ofCustomer(gap)).template());
        merge(chosen, gap);
        assertEquals("RETAIL", desk.does(() -> named.ofCustomer(chosen)).template());
    }

    /** S4-57: a change of the record, as PSA makes one, neither knows nor changes it. */
    @Test
    void aChangeOfTheRecordLeavesItAlone() {
        long customer = desk.customer("Nordwind Segel", "DE");
        choose(customer, "RETAIL");
        Customers customers = kontor.get(Customers.class);
        var before = desk.does(() -> customers.find(customer)).orElseThrow();
        desk.does(() -> customers.revise(
                customer, before.version(), Drafts.business("Nordwind Segel AG").draft()));
        assertEquals("Retail", desk.does(() -> named.ofCustomer(customer)).name());
    }

    private void merge(long target, long source) {
        desk.does(() -> kontor.get(Merges.class).merge(new MergeDraft(target, List.of(source))));
    }

    private void entry(String name) {
        desk.does(() -> tables.create(TABLE, SystemTableEntryDraft.named(name)));
    }

    private void offer(String code, String language, PaymentWay... ways) {
        desk.does(() -> named.offer(code, new InvoiceTemplateDraft(language, List.of(ways))));
    }

    private void choose(long customer, String code) {
        desk.does(() -> named.choose(customer, new CustomerTemplateDraft(code)));
    }

    private InvoiceView invoice(long customer) {
        return desk.invoice(customer, "EUR", "2026-11-01", "2026-12-01", "10.00");
    }

    private byte[] pdf(InvoiceView invoice) {
        return desk.does(() -> documents.pdf(DocumentKind.INVOICE, invoice.id()))
                .bytes();
    }

    private String text(InvoiceView invoice) throws Exception {
        return desk.text(
                "template-" + invoice.id(), desk.does(() -> documents.pdf(DocumentKind.INVOICE, invoice.id())));
    }
}
