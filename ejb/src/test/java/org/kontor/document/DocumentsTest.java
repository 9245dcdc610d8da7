package org.kontor.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceDraft;
import org.kontor.receivable.InvoiceStatus;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;
import org.kontor.shared.AppException;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;
import org.mustangproject.validator.ZUGFeRDValidator;

/** Invoices as files: what they say, that machines accept them, and that they stay as they are. */
@OnPostgres
class DocumentsTest {

    private final TestKontor kontor = new TestKontor();
    private final DocumentDesk desk = new DocumentDesk(kontor);
    private final Documents documents = kontor.get(Documents.class);

    @TempDir
    private Path folder;

    private long customer;

    @BeforeEach
    void somebody() {
        customer = desk.customer("Nordwind Segel GmbH", "DE");
    }

    @AfterEach
    void close() {
        kontor.close();
    }

    /** S4-16. */
    @Test
    void anInvoiceIsAcceptedByTheValidatorOfFacturXAndSaysItsAmounts() throws IOException {
        desk.letterhead(DocumentDesk.GERMAN);
        InvoiceView invoice = desk.issue(
                DocumentKind.INVOICE,
                customer,
                false,
                DocumentDesk.line("Großsegel, 24 m²", "2", "1234.50", "10", "19"),
                DocumentDesk.line("Arbeit", "7.5", "80", "0", "19"),
                DocumentDesk.line("Gutschrift Anzahlung", "1", "-100", "0", "19"),
                DocumentDesk.line("Fachbuch", "3", "19.99", "0", "7"));

        Paper pdf = desk.does(() -> documents.pdf(DocumentKind.INVOICE, invoice.id()));

        accepted(pdf);
        String text = text(pdf);
        assertTrue(text.contains("Rechnung " + invoice.number()), text);
        assertTrue(text.contains("Nordwind Segel GmbH"), text);
        assertTrue(text.contains("2.222,10"), text);
        assertTrue(text.contains("2.782,07"), text);
        assertTrue(text.contains("3.303,47"), text);
        assertEquals("3303.47", invoice.total().toPlainString());
        Paper cii = desk.does(() -> documents.cii(DocumentKind.INVOICE, invoice.id()));
        assertTrue(new String(cii.bytes(), StandardCharsets.UTF_8).contains(">3303.47</ram:DuePayableAmount>"));
        accepted(cii);
    }

    /** S4-16. */
    @Test
    void pricesWithTaxAndCreditMemosAreAcceptedToo() throws IOException {
        desk.letterhead(DocumentDesk.GERMAN);
        InvoiceView invoice = desk.issue(
                DocumentKind.INVOICE,
                customer,
                true,
                DocumentDesk.line("Tauwerk", "3", "9.99", "5", "19"),
                DocumentDesk.line("Schäkel", "7", "1.11", "0", "7"));
        InvoiceView memo = desk.issue(
                DocumentKind.CREDIT_MEMO, customer, false, DocumentDesk.line("Retoure", "1", "50", "0", "19"));

        accepted(desk.does(() -> documents.pdf(DocumentKind.INVOICE, invoice.id())));
        Paper paper = desk.does(() -> documents.pdf(DocumentKind.CREDIT_MEMO, memo.id()));
        accepted(paper);
        assertTrue(text(paper).contains("Gutschrift " + memo.number()), text(paper));
    }

    /** S4-16. */
    @Test
    void ublFollowsPeppol() throws IOException {
        desk.letterhead(DocumentDesk.GERMAN);
        InvoiceView invoice =
                desk.issue(DocumentKind.INVOICE, customer, false, DocumentDesk.line("Segel", "1", "100", "0", "19"));
        InvoiceView memo = desk.issue(
                DocumentKind.CREDIT_MEMO, customer, false, DocumentDesk.line("Segel", "1", "100", "0", "19"));

        Paper ubl = desk.does(() -> documents.ubl(DocumentKind.INVOICE, invoice.id()));
        String xml = new String(ubl.bytes(), StandardCharsets.UTF_8);
        assertTrue(xml.contains("urn:fdc:peppol.eu:2017:poacc:billing:3.0"), xml);
        assertTrue(xml.contains("billing@example.org"), xml);
        assertTrue(xml.contains("currencyID=\"EUR\">119</cbc:PayableAmount>"), xml);
        accepted(ubl);
        accepted(desk.does(() -> documents.ubl(DocumentKind.CREDIT_MEMO, memo.id())));
    }

    /** S4-16. */
    @Test
    void anArchiveHoldsTheChosenInvoicesAlone() throws IOException {
        List<InvoiceView> made = Stream.of("1", "2", "3")
                .map(amount -> desk.invoice(customer, "EUR", "2026-11-01", "2026-12-01", amount))
                .toList();

        Paper archive = desk.does(() -> documents.archive(
                List.of(made.get(0).id(), made.get(2).id(), made.get(0).id())));

        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.bytes()))) {
            for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
                names.add(each.getName());
            }
        }
        assertEquals(
                List.of(
                        "invoice-" + made.get(0).number() + ".pdf",
                        "invoice-" + made.get(2).number() + ".pdf"),
                names);
        assertThrows(AppException.class, () -> desk.does(() -> documents.archive(List.of())));
        assertThrows(
                AppException.class,
                () -> desk.does(() -> documents.archive(List.of(made.get(0).id(), 999_999L))));
    }

    /** S4-124. */
    @Test
    void anIssuedDocumentStaysAsItWasByteByByte() throws IOException {
        desk.letterhead(DocumentDesk.GERMAN);
        InvoiceView invoice =
                desk.issue(DocumentKind.INVOICE, customer, false, DocumentDesk.line("Segel", "1", "100", "0", "19"));
        Paper first = desk.does(() -> documents.pdf(DocumentKind.INVOICE, invoice.id()));

        kontor.sql("update customer set display_name = 'Somebody else', address_city = 'Paris'");
        kontor.sql("update company_entity set name = 'Another seller'");
        LetterheadDraft now = DocumentDesk.GERMAN;
        desk.letterhead(new LetterheadDraft(
                "en-US",
                now.address(),
                "DE999999999",
                "",
                now.email(),
                "",
                "",
                "",
                now.iban(),
                "",
                "#ff0000",
                "Another footer"));
        kontor.clock().advance(java.time.Duration.ofDays(1));

        Paper again = desk.does(() -> documents.pdf(DocumentKind.INVOICE, invoice.id()));
        assertArrayEquals(first.bytes(), again.bytes());
        InvoiceView later =
                desk.issue(DocumentKind.INVOICE, customer, false, DocumentDesk.line("Segel", "1", "100", "0", "19"));
        String text = text(desk.does(() -> documents.pdf(DocumentKind.INVOICE, later.id())));
        assertTrue(text.contains("Invoice " + later.number()) && text.contains("Another footer"), text);
    }

    /** S4-16. */
    @Test
    void whatElectronicInvoicesNeedIsAskedForAndPaperIsMadeWithoutIt() throws IOException {
        InvoiceView invoice =
                desk.issue(DocumentKind.INVOICE, customer, false, DocumentDesk.line("Sail", "1", "100", "0", "0"));

        AppException refused = assertThrows(
                AppException.class, () -> desk.does(() -> documents.cii(DocumentKind.INVOICE, invoice.id())));
        assertEquals("ELECTRONIC_INVOICE_INCOMPLETE", refused.code());
        assertTrue(String.valueOf(refused.getMessage()).contains("letterhead"), refused.getMessage());
        Paper pdf = desk.does(() -> documents.pdf(DocumentKind.INVOICE, invoice.id()));
        assertTrue(text(pdf).contains("100.00"), text(pdf));
        assertFalse(new String(pdf.bytes(), StandardCharsets.ISO_8859_1).contains("factur-x"));
    }

    /** S4-16. */
    @Test
    void aDraftSaysThatItIsOneAndMachinesDoNotGetIt() throws IOException {
        InvoiceView draft = desk.make(
                DocumentKind.INVOICE,
                customer,
                InvoiceStatus.DRAFT,
                false,
                DocumentDesk.line("Sail", "1", "100", "0", "0"));

        String text = text(desk.does(() -> documents.pdf(DocumentKind.INVOICE, draft.id())));
        assertTrue(text.contains("Draft"), text);
        AppException refused = assertThrows(
                AppException.class, () -> desk.does(() -> documents.ubl(DocumentKind.INVOICE, draft.id())));
        assertEquals("NOT_ISSUED", refused.code());
        assertEquals("0", kontor.sql("select count(*) from document_look"));
        assertEquals("1", kontor.sql("select count(*) from access_event where kind = 'document.read'"));
    }

    /** S4-16: an invoice names the language of its paper; the amounts are written as it does, and another name is refused. */
    @Test
    void anInvoiceIsPrintedInTheLanguageThatItNames() throws IOException {
        InvoiceView german = desk.does(() -> kontor.get(Invoices.class).create(DocumentKind.INVOICE, draft("de")));
        String text = text(desk.does(() -> documents.pdf(DocumentKind.INVOICE, german.id())));
        assertTrue(text.contains("Rechnung"), text);
        assertTrue(text.contains("1.234,50"), text);
        AppException refused = assertThrows(
                AppException.class,
                () -> desk.does(() -> kontor.get(Invoices.class).create(DocumentKind.INVOICE, draft("classic"))));
        assertEquals("template", refused.errors().get(0).field());
    }

    private InvoiceDraft draft(String template) {
        return new InvoiceDraft(
                customer,
                Optional.of(InvoiceStatus.OPEN),
                "",
                "EUR",
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                template,
                "",
                Optional.empty(),
                Optional.empty(),
                List.of(DocumentDesk.line("Sail", "1", "1234.50", "0", "0")));
    }

    /** S4-16: a paper that a template makes names no file and no address of this machine. */
    @Test
    void templatesFetchNothingAndCallNothing() {
        for (String wrong : List.of(
                "<html><body><img src=\"file:///etc/passwd\"/></body></html>",
                "<html><body>\n<script>1</script></body></html>",
                "<html><head><style>@import 'http://example.com/a.css';</style></head></html>",
                "<html><body style=\"background:url(http://127.0.0.1/)\"></body></html>",
                "<html><body>{{{number}}}</body></html>",
                "<html><body>{{>other}}</body></html>",
                "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><html>&x;</html>",
                "<html><body>{{#lines}}</body></html>",
                "<html><body><p></body></html>")) {
            assertThrows(TemplateProblem.class, () -> new TemplateText(wrong), wrong);
        }
        TemplateProblem unknown = assertThrows(
                TemplateProblem.class,
                () -> new TemplateText("<html>\n<body>{{number}}\n{{nothing}}</body></html>")
                        .fill(java.util.Map.of("number", "1")));
        assertEquals(3, unknown.line());
        TemplateProblem method = assertThrows(
                TemplateProblem.class,
                () -> new TemplateText("<html><body>{{#number}}{{class}}{{/number}}</body></html>")
                        .fill(java.util.Map.of("number", "1")));
        assertEquals(1, method.line());
    }

    private void accepted(Paper paper) throws IOException {
        Path file = folder.resolve(paper.name());
        Files.write(file, paper.bytes());
        ZUGFeRDValidator validator = new ZUGFeRDValidator();
        String report = validator.validate(file.toString());
        assertTrue(validator.wasCompletelyValid(), report);
    }

    private String text(Paper paper) throws IOException {
        return desk.text("invoice", paper);
    }
}
