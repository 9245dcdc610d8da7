package org.kontor.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceView;
import org.kontor.shared.AppException;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** Templates that a company makes its own. */
@OnPostgres
class TemplatesTest {

    private final TestKontor kontor = new TestKontor();
    private final DocumentDesk desk = new DocumentDesk(kontor);
    private final Templates templates = kontor.get(Templates.class);
    private final Documents documents = kontor.get(Documents.class);

    @AfterEach
    void close() {
        kontor.close();
    }

    /** S4-16: every template of Kontor can be used for all that it is for. */
    @Test
    void theTemplatesOfKontorAreAccepted() throws Exception {
        for (TemplateView each : desk.does(templates::list)) {
            assertTrue(each.standard());
            String text = desk.text(each.id(), desk.does(() -> templates.preview(each.id(), each.toDraft())));
            assertTrue(text.contains("Lighthouse Trading"), text);
        }
    }

    /** S4-16, S4-124. */
    @Test
    void aTemplateIsChangedAndResetAndWhatWasIssuedKeepsItsVersion() throws Exception {
        long customer = desk.customer("Nordwind Segel", "US");
        InvoiceView first = desk.invoice(customer, "USD", "2026-11-01", "2026-12-01", "10.00");
        Paper before = desk.does(() -> documents.pdf(DocumentKind.INVOICE, first.id()));
        TemplateView standard = desk.does(() -> templates.get("INVOICE-en"));

        TemplateDraft own = new TemplateDraft(standard.body().replace("<h1>", "<h1>Our own "));
        TemplateView changed = desk.does(() -> templates.revise("INVOICE-en", standard.version(), own));
        assertFalse(changed.standard());
        assertThrows(
                AppException.class, () -> desk.does(() -> templates.revise("INVOICE-en", standard.version(), own)));
        InvoiceView second = desk.invoice(customer, "USD", "2026-11-01", "2026-12-01", "10.00");
        Paper made = desk.does(() -> documents.pdf(DocumentKind.INVOICE, second.id()));
        assertTrue(desk.text("own", made).contains("Our own Invoice"));

        TemplateView reset = desk.does(() -> templates.reset("INVOICE-en", changed.version()));
        assertTrue(reset.standard());
        assertArrayEquals(
                before.bytes(),
                desk.does(() -> documents.pdf(DocumentKind.INVOICE, first.id())).bytes());
        assertArrayEquals(
                made.bytes(),
                desk.does(() -> documents.pdf(DocumentKind.INVOICE, second.id()))
                        .bytes());
        InvoiceView third = desk.invoice(customer, "USD", "2026-11-01", "2026-12-01", "10.00");
        assertFalse(desk.text("third", desk.does(() -> documents.pdf(DocumentKind.INVOICE, third.id())))
                .contains("Our own"));
    }

    /** S4-16. */
    @Test
    void whatIsWrongIsToldWithItsLineAndNothingIsStored() {
        TemplateView standard = desk.does(() -> templates.get("STATEMENT-de"));
        for (String[] wrong : new String[][] {
            {"<h1>", "<h1>{{nobody}}", "nobody"},
            {"{{/sections}}\n<p", "<p", "Line "},
            {"<body>", "<body><img src=\"http://example.com/x.png\"/>", "fetched"}
        }) {
            String body = standard.body().replace(wrong[0], wrong[1]);
            AppException refused = assertThrows(
                    AppException.class,
                    () -> desk.does(
                            () -> templates.revise("STATEMENT-de", standard.version(), new TemplateDraft(body))));
            assertEquals("body", refused.errors().get(0).field());
            String told = refused.errors().get(0).message();
            assertTrue(told.startsWith("Line ") && told.contains(wrong[2]), told);
        }
        assertEquals("0", kontor.sql("select count(*) from document_template"));
    }
}
