package org.kontor.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.kontor.medical.MedicalConditionDraft;
import org.kontor.medical.MedicalConditions;
import org.kontor.note.AttachmentDraft;
import org.kontor.note.AttachmentStore;
import org.kontor.note.AttachmentView;
import org.kontor.note.Attachments;
import org.kontor.note.FileOwner;
import org.kontor.receivable.LedgerDesk;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.testing.OnPostgres;

/** S4-135, S4-136, X-34: files go both ways between staff and the portal, internal ones stay with staff. */
@OnPostgres
class PortalFilesTest {

    private final PortalDesk desk = new PortalDesk();
    private final Attachments attachments = desk.kontor.get(Attachments.class);
    private final PortalFiles files = desk.kontor.get(PortalFiles.class);
    private PortalVisit visit;

    @BeforeEach
    void signIn() {
        desk.invite(desk.customer);
        desk.accept(desk.deliver(), PortalDesk.PASSWORD);
        visit = desk.visit(desk.signIn("anna@shop.example", PortalDesk.PASSWORD).orElseThrow())
                .orElseThrow();
    }

    @AfterEach
    void stop() {
        desk.kontor.close();
    }

    @Test
    void whatIsNotInternalIsSeenAndNothingOfAnother() throws IOException {
        AttachmentView shared = keep(desk.customer, "contract.pdf", false);
        AttachmentView internal = keep(desk.customer, "credit-check.pdf", true);
        AttachmentView foreign = keep(desk.customer("Other"), "foreign.pdf", false);

        List<PortalFile> seen =
                desk.visits(() -> files.list(visit, Optional.empty())).items();
        assertEquals(
                List.of("contract.pdf"), seen.stream().map(PortalFile::name).toList());
        assertTrue(!seen.get(0).own());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        desk.visits(() -> files.content(visit, shared.id())).writeTo(out);
        assertEquals("contract.pdf", out.toString(StandardCharsets.UTF_8));
        AttachmentStore store = desk.kontor.get(AttachmentStore.class);
        LedgerDesk ledger = new LedgerDesk(desk.kontor);
        long invoice = ledger.invoice(desk.customer, "2026-10-01", "100.00").id();
        AttachmentView ofInvoice = desk.does(() -> store.add(
                new FileOwner(desk.customer, Optional.of(invoice)),
                new AttachmentDraft("work.pdf", "", false),
                bytes("x")));
        long document = Long.parseLong(desk.kontor.sql(
                "insert into signing_document (created_at, created_by, updated_at, updated_by, customer_id, name, message, in_order,"
                        + " state) values (now(), 'x', now(), 'x', " + desk.customer
                        + ", 'Agreement', '', false, 'DRAFT') returning id"));
        AttachmentView toSign = desk.does(() -> store.add(
                new FileOwner(
                        desk.customer,
                        Optional.empty(),
                        Optional.of(new FileOwner.SigningFile(document, FileOwner.Role.ORIGINAL))),
                new AttachmentDraft("to-sign.pdf", "", false),
                bytes("x")));
        for (long id : List.of(internal.id(), foreign.id(), ofInvoice.id(), toSign.id(), 999_999L)) {
            assertEquals(
                    ErrorKind.ABSENT,
                    refusal(() -> desk.visits(() -> files.content(visit, id))).kind());
        }
        desk.does(
                () -> attachments.revise(shared.id(), shared.version(), new AttachmentDraft("contract.pdf", "", true)));
        assertEquals(
                List.of(),
                desk.visits(() -> files.list(visit, Optional.empty())).items());
    }

    /** S4-135: what was kept before the portal showed files is not shown by an upgrade. */
    @Test
    void anUpgradeSharesNothingThatWasThere() throws IOException {
        AttachmentView old = keep(desk.customer, "contract.pdf", false);
        try (InputStream script = Objects.requireNonNull(
                PortalFiles.class.getResourceAsStream("/db/migration/V357__files_stay_with_staff.sql"))) {
            desk.kontor.sql(new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }
        assertEquals(
                List.of(),
                desk.visits(() -> files.list(visit, Optional.empty())).items());
        AttachmentView after = desk.does(() -> attachments.find(old.id())).orElseThrow();
        assertTrue(after.internal());
        assertEquals(old.version() + 1, after.version());
    }

    @Test
    void anUploadIsSharedToldAndRemindsStaffOnce() {
        PortalFile first = upload("photo.png", "pixels");
        upload("letter.pdf", "paper");

        assertTrue(first.own());
        AttachmentView kept = desk.does(() -> attachments.find(first.id())).orElseThrow();
        assertEquals("portal", kept.createdBy());
        assertEquals(desk.customer, kept.customerId());
        assertTrue(!kept.internal());
        assertEquals(
                "2",
                desk.kontor.sql(
                        "select count(*) from timeline_entry where kind = 'attachment.created' and actor = 'portal'"
                                + " and details ->> 'name' = 'Anna Berg' and customer_id = " + desk.customer));
        assertEquals(
                "REMINDER|SCHEDULED|Anna Berg: photo.png\nAnna Berg: letter.pdf",
                desk.kontor.sql("select string_agg(kind || '|' || state || '|' || text, ';') from to_do"));
        desk.kontor.sql("update to_do set state = 'DONE'");
        upload("more.pdf", "more");
        assertEquals("2", desk.kontor.sql("select count(*) from to_do"));
    }

    @Test
    void whatIsNotAcceptedIsKeptNowhereAndADayHasItsMost() {
        assertEquals("TYPE_NOT_ALLOWED", code("run.exe", "x"));
        assertEquals("TYPE_NOT_ALLOWED", code("run.pdf", "MZ a program"));
        assertEquals("0", desk.kontor.sql("select count(*) from attachment"));
        assertEquals("0", desk.kontor.sql("select count(*) from to_do"));
        for (int i = 2; i < PortalFiles.MOST_A_DAY; i++) {
            upload("file" + i + ".txt", "text");
        }
        assertEquals("TOO_MANY", code("one-more.txt", "text"));
        keep(desk.customer, "staff.pdf", false);
        desk.kontor.clock().advance(Duration.ofHours(25));
        signIn();
        upload("next-day.txt", "text");
    }

    /** What is refused costs a scan, too: a day has its most of tries. */
    @Test
    void whatIsRefusedCountsTowardTheMostOfADay() {
        long bert = desk.contact(desk.customer, "Bert", "bert@shop.example");
        for (int i = 0; i < PortalFiles.MOST_A_DAY; i++) {
            assertEquals("TYPE_NOT_ALLOWED", code("run.exe", "x"));
        }
        assertEquals("TOO_MANY", code("letter.txt", "text"));
        assertEquals("0", desk.kontor.sql("select count(*) from attachment"));
        desk.letIn(desk.customer, bert);
        visit = desk.visit(desk.signIn("bert@shop.example", PortalDesk.PASSWORD).orElseThrow())
                .orElseThrow();
        assertEquals("TOO_MANY", code("letter.txt", "text"), "the limit is the customer's, not the contact's");
        desk.kontor.clock().advance(Duration.ofHours(25));
        desk.kontor.get(PortalCleanup.class).forget();
        assertEquals("0", desk.kontor.sql("select count(*) from portal_upload"));
        signIn();
        upload("next-day.txt", "text");
    }

    /** S3-40: what somebody answered about their health is nowhere in the portal. */
    @Test
    void aMedicalAnswerIsNowhereInThePortal() {
        String secret = "penicillin-marker";
        desk.does(() -> {
            desk.kontor
                    .get(MedicalConditions.class)
                    .answer(desk.customer, new MedicalConditionDraft("Other allergies", Optional.empty(), secret));
            return true;
        });
        PortalOverview overview = desk.visits(() -> desk.records.overview(visit));
        String seen = overview + " " + desk.visits(() -> desk.records.payment(visit, overview))
                + desk.visits(() -> desk.records.history(visit, Optional.empty()))
                + desk.visits(() -> desk.records.face(visit))
                + desk.visits(() -> files.list(visit, Optional.empty()));
        assertTrue(seen.contains("My company"), seen);
        assertFalse(seen.contains(secret) || seen.toLowerCase(Locale.ROOT).contains("allerg"), seen);
    }

    private PortalFile upload(String name, String content) {
        desk.visits(() -> {
            files.begin(visit);
            return true;
        });
        return desk.visits(() -> files.add(visit, name, bytes(content)));
    }

    private String code(String name, String content) {
        return refusal(() -> upload(name, content)).errors().get(0).code();
    }

    private static AppException refusal(Executable work) {
        return assertThrows(AppException.class, work);
    }

    private AttachmentView keep(long customer, String name, boolean internal) {
        return desk.does(() -> attachments.add(customer, new AttachmentDraft(name, "", internal), bytes(name)));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
