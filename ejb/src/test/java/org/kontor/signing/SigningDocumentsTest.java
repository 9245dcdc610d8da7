package org.kontor.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.signing.SigningDesk.draft;
import static org.kontor.signing.SigningDesk.marta;
import static org.kontor.signing.SigningDesk.otto;
import static org.kontor.signing.SigningDesk.pdf;
import static org.kontor.signing.SigningDesk.signer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.RowScope;
import org.kontor.connector.Connections;
import org.kontor.contact.Contacts;
import org.kontor.lifecycle.MergeDraft;
import org.kontor.lifecycle.MergeView;
import org.kontor.lifecycle.Merges;
import org.kontor.lifecycle.PersonalData;
import org.kontor.note.Attachments;
import org.kontor.note.FileOwner.Role;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.spi.SignatureService.Feature;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.ScriptedSignatures;

/** Drafts of documents for signature, their files, and what becomes of both with their customer. */
@OnPostgres
class SigningDocumentsTest {

    private final SigningDesk desk = new SigningDesk();

    @AfterEach
    void stop() {
        desk.kontor.close();
    }

    /** S4-134: a draft with signers and file is made, changed and deleted; its file comes back as it was. */
    @Test
    void aDraftIsMadeChangedAndDeleted() {
        SigningDocumentView made = desk.made();
        assertEquals(SigningState.DRAFT, made.state());
        assertEquals("agreement.pdf", made.file(Role.ORIGINAL).orElseThrow().name());
        assertEquals(
                new String(ScriptedSignatures.pdf("agreement"), StandardCharsets.UTF_8),
                desk.text(made, Role.ORIGINAL));
        assertEquals(
                List.of(),
                desk.kontor.asSystem(() -> desk.kontor
                        .get(Attachments.class)
                        .ofCustomer(desk.acme, PageRequest.first())
                        .items()),
                "it is no attachment of the customer");

        SigningDocumentView same =
                desk.kontor.asSystem(() -> desk.documents.change(made.id(), made.version(), made.toDraft()));
        assertEquals(made, same);
        SigningDocumentDraft fewer = draft(false, Optional.of(LocalDate.of(2026, 12, 24)), otto());
        SigningDocumentView changed =
                desk.kontor.asSystem(() -> desk.documents.change(made.id(), made.version(), fewer, pdf("other")));
        assertEquals(fewer, changed.toDraft());
        assertTrue(desk.text(changed, Role.ORIGINAL).contains("other"));
        assertEquals(
                ErrorKind.STALE,
                desk.refused(() -> desk.documents.change(made.id(), made.version(), fewer))
                        .kind());
        desk.kontor.asSystem(() -> {
            desk.documents.remove(made.id(), changed.version());
            return true;
        });
        assertEquals(
                "0 0 0",
                desk.kontor.sql(
                        "select (select count(*) from signing_document) || ' '"
                                + " || (select count(*) from signing_signer) || ' ' || (select count(*) from attachment_piece)"));
        assertEquals("created,updated,deleted", desk.history());
    }

    /** S4-134: every field against a rule is named, with the cure. */
    @Test
    void whatIsAgainstARuleIsNamed() {
        assertEquals(
                "[name REQUIRED, signers[0].name REQUIRED, signers[0].email EMAIL_FORMAT, signers[1].email REQUIRED,"
                        + " expiresOn IN_PAST]",
                desk.codes(() -> desk.documents.make(
                        desk.acme,
                        new SigningDocumentDraft(
                                " ",
                                "",
                                List.of(signer("", "nobody"), signer("Otto", "")),
                                Optional.empty(),
                                Optional.of(LocalDate.of(2026, 11, 20))))));
        assertEquals(
                "[signers TOO_MANY]",
                desk.codes(() -> desk.documents.make(desk.acme, draft(marta(), otto(), marta(), otto()))));
        desk.service.can.removeAll(Set.of(Feature.ORDER, Feature.EXPIRY));
        assertEquals(
                "[inOrder NOT_SUPPORTED, expiresOn NOT_SUPPORTED]",
                desk.codes(() -> desk.documents.make(
                        desk.acme, draft(true, Optional.of(LocalDate.of(2026, 12, 1)), marta(), otto()))));
        assertEquals(
                "[signers[0].contactId CONTACT_UNKNOWN]",
                desk.codes(() -> desk.documents.make(desk.acme, draft(new SignerDraft(Optional.of(77L), "", "")))));
    }

    /** S4-134: a signer is a contact of the customer, whose name and address count. */
    @Test
    void aSignerIsPickedFromTheContacts() {
        long contact = desk.kontor
                .asSystem(() -> desk.kontor.get(Contacts.class).add(desk.acme, SigningDesk.contact()))
                .id();
        SigningDocumentView made = desk.kontor.asSystem(
                () -> desk.documents.make(desk.acme, draft(new SignerDraft(Optional.of(contact), "", ""))));
        assertEquals("anna@shop.example", made.signers().get(0).email());
    }

    /** S4-134: what is no PDF is refused by what it holds, and leaves nothing. */
    @Test
    void onlyPdfsAreTaken() {
        for (String content : List.of("", "hello", "%PDF-1.7 cut off", "no beginning %%EOF")) {
            AppException refused = desk.refused(() -> desk.documents.make(
                    desk.acme,
                    draft(marta()),
                    new SigningUpload("a.pdf", new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))));
            assertEquals("NOT_A_PDF", refused.errors().get(0).code(), content);
        }
        assertEquals("0", desk.kontor.sql("select count(*) from signing_document"));
        byte[] large = new byte[2_500_000];
        byte[] edge = ScriptedSignatures.pdf("large");
        System.arraycopy(edge, 0, large, 0, edge.length);
        System.arraycopy(edge, 0, large, large.length - edge.length, edge.length);
        SigningDocumentView made = desk.kontor.asSystem(() -> desk.documents.make(
                desk.acme, draft(marta()), new SigningUpload("Scan", new ByteArrayInputStream(large))));
        assertEquals("Scan.pdf", made.file(Role.ORIGINAL).orElseThrow().name());
    }

    /** S4-134: without a file, signers, a connection, or in the archive it is not sent, and each says what to do. */
    @Test
    void whatIsMissingIsSaidBeforeItIsSent() {
        SigningDocumentView empty = desk.kontor.asSystem(() -> desk.documents.make(desk.acme, draft()));
        assertEquals(
                "[signers REQUIRED, file REQUIRED]", desk.codes(() -> desk.requests.send(empty.id(), empty.version())));
        SigningDocumentView made = desk.made();
        desk.kontor.sql("update customer set archived = true");
        assertEquals(
                "CUSTOMER_ARCHIVED",
                desk.refused(() -> desk.requests.send(made.id(), made.version()))
                        .code());
        assertEquals(
                "CUSTOMER_ARCHIVED",
                desk.refused(() -> desk.documents.make(desk.acme, draft())).code());
        desk.kontor.sql("update customer set archived = false");
        assertTrue(desk.kontor.asSystem(() -> desk.documents.ability(desk.acme)).ready());
        desk.kontor.sql("update connection set enabled = false");
        AppException none = desk.refused(() -> desk.requests.send(made.id(), made.version()));
        assertEquals("NO_SIGNATURE_SERVICE", none.code());
        SigningAbility ability = desk.kontor.asSystem(() -> desk.documents.ability(desk.acme));
        assertEquals(none.getMessage(), ability.reason());
    }

    /** S4-134: a list in pieces, the latest first; nothing of a customer whom the caller does not see. */
    @Test
    void documentsAreListedForWhoSeesTheCustomer() {
        SigningDocumentView first = desk.made();
        SigningDocumentView second = desk.made();
        Page<SigningDocumentView> page =
                desk.kontor.asSystem(() -> desk.documents.ofCustomer(desk.acme, new PageRequest(1, Optional.empty())));
        assertEquals(List.of(second), page.items());
        assertEquals(
                List.of(first),
                desk.kontor
                        .asSystem(() -> desk.documents.ofCustomer(desk.acme, new PageRequest(1, page.nextCursor())))
                        .items());
        Caller stranger =
                new Caller(4711, "stranger", Set.of("read:document", "write:document", "read:customer"), RowScope.OWN);
        assertEquals(Optional.empty(), desk.kontor.as(stranger, () -> desk.documents.find(first.id())));
        assertEquals(List.of(), desk.kontor.as(stranger, () -> desk.documents.findAll(List.of(first.id()))));
        assertEquals(
                Optional.empty(), desk.kontor.as(stranger, () -> desk.documents.content(first.id(), Role.ORIGINAL)));
    }

    /** S4-121: documents go over in a merge, with their signers and files, and come back with its undo. */
    @Test
    void documentsMoveInAMergeAndBack_S4_121() {
        long other = desk.customer("Other");
        SigningDocumentView draft = desk.made();
        SigningDocumentView sent = desk.sent();
        String before = sums();
        MergeView merge = desk.kontor.asSystem(
                () -> desk.kontor.get(Merges.class).merge(new MergeDraft(other, List.of(desk.acme))));
        assertEquals(before, sums());
        assertEquals(other, desk.see(draft).customerId());
        assertEquals(
                List.of(sent.id(), draft.id()),
                desk.kontor.asSystem(() -> desk.documents.ofCustomer(other, PageRequest.first())).items().stream()
                        .map(SigningDocumentView::id)
                        .toList());
        desk.service.state = org.kontor.spi.SignatureService.State.COMPLETED;
        desk.later(Duration.ofHours(1));
        assertEquals(SigningState.SIGNED, desk.see(sent).state());
        assertEquals(
                List.of(),
                desk.kontor.asSystem(() -> desk.kontor.get(Merges.class).undo(merge.id(), false)));
        assertEquals(desk.acme, desk.see(sent).customerId());
        assertEquals(
                "1 " + desk.acme,
                desk.kontor.sql(
                        "select count(*) filter (where kind = 'document.signed') || ' '"
                                + " || string_agg(distinct customer_id::text, ',') from timeline_entry where kind like 'document.%'"),
                "what happened meanwhile comes back, too");
        assertEquals(
                "0",
                desk.kontor.sql("select count(*) from attachment a join signing_document d on d.id = a.signing_id"
                        + " where a.customer_id <> d.customer_id"));
    }

    private String sums() {
        return desk.kontor.sql(
                "select (select count(*) || ' ' || md5(string_agg(id || name, ',' order by id)) from signing_document)"
                        + " || (select count(*) || ' ' || md5(string_agg(document_id || name || email, ',' order by document_id, position))"
                        + " from signing_signer) || (select count(*) || ' ' || md5(string_agg(id || sha256, ',' order by id)) from attachment)");
    }

    /** S4-134: nobody is erased, and no connection removed, while people can still sign. */
    @Test
    void whatIsUnderWayIsNotLost() {
        SigningDocumentView sent = desk.sent();
        OwnedSigning owned = desk.kontor.get(OwnedSigning.class);
        assertTrue(owned.obstacles(desk.acme).get(0).message().contains("“Supply agreement 2027”"));
        long connection = Long.parseLong(desk.kontor.sql("select id from connection"));
        AppException needed = desk.refused(() -> {
            desk.kontor.get(Connections.class).delete(connection, 1);
            return true;
        });
        assertTrue(needed.getMessage().contains("1 document of customers"), needed.getMessage());
        desk.run(desk.kontor.asSystem(() -> desk.requests.withdraw(sent.id(), sent.version(), "Not needed", false)));
        assertEquals(List.of(), owned.obstacles(desk.acme));
        desk.kontor.asSystem(() -> {
            desk.kontor.get(Connections.class).delete(connection, 1);
            return true;
        });
        assertEquals("Signatures", desk.see(sent).connection());
    }

    /** S4-134: the data of a customer hold the documents, their signers, and the bytes of their files. */
    @Test
    void theDataOfACustomerHoldTheFiles() throws Exception {
        desk.made();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        desk.kontor.asSystem(() -> {
            desk.kontor.get(PersonalData.class).write(desk.acme, out);
            return true;
        });
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(entry.getName()).append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertTrue(all.toString().contains("Supply agreement 2027"));
        assertTrue(all.toString().contains("marta@shop.example"));
        assertTrue(all.toString().contains("agreement.pdf%PDF-1.7"), "its bytes");
    }
}
