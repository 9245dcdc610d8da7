package org.kontor.receivable;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.RowScope;
import org.kontor.note.AttachmentDraft;
import org.kontor.note.AttachmentView;
import org.kontor.note.Attachments;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;
import org.kontor.timeline.Timeline;

/** S4-96, S4-135, S4-136: files of invoices and credit memos. */
@OnPostgres
class DocumentAttachmentsTest {

    private static final Set<String> RECEIVABLE =
            Set.of("read:customer", "write:customer", "read:receivable", "write:receivable");

    private TestKontor kontor;
    private LedgerDesk desk;
    private DocumentAttachments files;
    private long customer;
    private InvoiceView invoice;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        desk = new LedgerDesk(kontor);
        files = kontor.get(DocumentAttachments.class);
        customer = desk.customer("Acme");
        invoice = desk.invoice(customer, "2026-11-01", "100.00");
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    @Test
    void aFileOfAnInvoiceIsKeptListedGivenOutAndRemoved_S4_135() throws IOException {
        AttachmentView kept = add(invoice, "C:\\delivery note.pdf", "%PDF");

        assertEquals(List.of("delivery note.pdf"), names(DocumentKind.INVOICE, invoice.id()), "without folders");
        assertEquals(Optional.of(invoice.id()), kept.documentId());
        assertEquals(customer, kept.customerId());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        kontor.asSystem(() -> files.content(kept.id())).orElseThrow().writeTo(out);
        assertArrayEquals("%PDF".getBytes(StandardCharsets.UTF_8), out.toByteArray());
        remove(kept);
        assertEquals(List.of(), names(DocumentKind.INVOICE, invoice.id()));
        assertEquals("0", kontor.sql("select count(*) from attachment_piece"));
        assertEquals(
                List.of("invoice.file-removed", "invoice.file-added", "invoice.issued"),
                kontor.asSystem(() -> kontor.get(Timeline.class).ofDocument(customer, invoice.id())).stream()
                        .map(entry -> entry.kind())
                        .toList());
        assertEquals(
                kept.sha256(),
                kontor.sql("select details->>'sha256' from timeline_entry where kind = 'invoice.file-removed'"));
    }

    @Test
    void aCreditMemoHasFilesToo_S4_135() {
        InvoiceView memo = desk.creditMemo(customer, "2026-11-02", "10.00");
        add(memo, "proof.png", "x");

        assertEquals(List.of("proof.png"), names(DocumentKind.CREDIT_MEMO, memo.id()));
        assertEquals(ErrorKind.ABSENT, kind(() -> names(DocumentKind.INVOICE, memo.id())));
    }

    /** What is accepted is what customers' files may be, and nothing is half kept. */
    @Test
    void theRulesAreThoseOfFilesOfCustomers_S4_135() {
        assertEquals("name", refused("setup.exe", "x").errors().get(0).field());
        assertEquals("file", refused("harmless.pdf", "MZ").errors().get(0).field());
        kontor.sql("update company_setting set choices = '{\"attachmentMaxMb\":\"5\"}'");
        assertEquals(
                ErrorKind.TOO_LARGE,
                refused("big.pdf", "x".repeat((5 << 20) + 1)).kind());
        assertEquals("0", kontor.sql("select count(*) from attachment"));
        assertEquals(ErrorKind.ABSENT, kind(() -> files.add(DocumentKind.INVOICE, 4711, draft("a.pdf"), bytes("x"))));
    }

    @Test
    void aFileIsSharedOrInternal_S4_136() {
        AttachmentView kept = add(invoice, "a.txt", "x");
        AttachmentDraft internal = new AttachmentDraft("b.txt", "Terms", true);

        AttachmentView after = kontor.asSystem(() -> files.revise(kept.id(), kept.version(), internal));

        assertEquals(true, after.internal());
        assertEquals(ErrorKind.STALE, kind(() -> files.revise(kept.id(), kept.version(), draft("c.txt"))));
        assertEquals(
                "false>true",
                kontor.sql("select (changes->'internal'->>0) || '>' || (changes->'internal'->>1) from timeline_entry"
                        + " where kind = 'invoice.file-changed'"));
    }

    /** Neither way leads to the files of the other: who may read the record alone gets nothing of its documents. */
    @Test
    void filesOfDocumentsAreNotAmongThoseOfTheCustomer() {
        AttachmentView kept = add(invoice, "a.txt", "x");
        Attachments own = kontor.get(Attachments.class);

        assertEquals(
                List.of(),
                kontor.asSystem(() -> own.ofCustomer(customer, PageRequest.first()))
                        .items());
        assertEquals(Optional.empty(), kontor.asSystem(() -> own.content(kept.id())));
        assertEquals(ErrorKind.ABSENT, kind(() -> remove(own, kept.id())));
        AttachmentView record = kontor.asSystem(() -> own.add(customer, draft("own.txt"), bytes("x")));
        assertEquals(Optional.empty(), kontor.asSystem(() -> files.find(record.id())));
        assertEquals(ErrorKind.ABSENT, kind(() -> files.revise(record.id(), 1, draft("c.txt"))));
    }

    @Test
    void ofACustomerWhoIsNotSeenNothingIsGivenOut() {
        AttachmentView kept = add(invoice, "a.txt", "x");
        Caller limited = new Caller(7, "anna", RECEIVABLE, RowScope.OWN);

        assertEquals(Optional.empty(), kontor.as(limited, () -> files.find(kept.id())));
        assertEquals(Optional.empty(), kontor.as(limited, () -> files.content(kept.id())));
        assertEquals(
                ErrorKind.ABSENT,
                assertThrows(
                                AppException.class,
                                () -> kontor.as(
                                        limited,
                                        () -> files.ofDocument(
                                                DocumentKind.INVOICE, invoice.id(), PageRequest.first())))
                        .kind());
        assertEquals(
                ErrorKind.ABSENT,
                assertThrows(
                                AppException.class,
                                () -> kontor.as(
                                        limited,
                                        () -> files.add(
                                                DocumentKind.INVOICE, invoice.id(), draft("b.txt"), bytes("x"))))
                        .kind());
    }

    @Test
    void filesGoWithADraftThatIsThrownAway() {
        InvoiceView thrown = kontor.asSystem(() -> desk.invoices.create(
                DocumentKind.INVOICE,
                LedgerDesk.draft(customer, InvoiceStatus.DRAFT, invoice.issueDate(), invoice.dueDate(), "1.00")));
        add(thrown, "a.txt", "x");

        kontor.asSystem(() -> {
            desk.invoices.discard(DocumentKind.INVOICE, thrown.id());
            return true;
        });

        assertEquals("0", kontor.sql("select count(*) from attachment"));
    }

    private AppException refused(String name, String content) {
        return assertThrows(AppException.class, () -> add(invoice, name, content));
    }

    private ErrorKind kind(java.util.concurrent.Callable<?> work) {
        return assertThrows(AppException.class, () -> kontor.asSystem(work::call))
                .kind();
    }

    private List<String> names(DocumentKind kind, long id) {
        return kontor.asSystem(() -> files.ofDocument(kind, id, PageRequest.first())).items().stream()
                .map(AttachmentView::name)
                .toList();
    }

    private AttachmentView add(InvoiceView document, String name, String content) {
        return kontor.asSystem(() -> files.add(document.kind(), document.id(), draft(name), bytes(content)));
    }

    private void remove(AttachmentView file) {
        kontor.asSystem(() -> {
            files.remove(file.id());
            return true;
        });
    }

    private static boolean remove(Attachments own, long id) {
        own.remove(id);
        return true;
    }

    private static AttachmentDraft draft(String name) {
        return new AttachmentDraft(name, "", false);
    }

    private static ByteArrayInputStream bytes(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
