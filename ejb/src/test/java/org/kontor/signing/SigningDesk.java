package org.kontor.signing;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kontor.connector.ConnectionDraft;
import org.kontor.connector.Connections;
import org.kontor.connector.ConnectorDirectory;
import org.kontor.contact.ContactDraft;
import org.kontor.customer.Address;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.note.FileOwner.Role;
import org.kontor.shared.AppException;
import org.kontor.testing.ScriptedSignatures;
import org.kontor.testing.TestJobRun;
import org.kontor.testing.TestKontor;

/** A business with a service for signatures that answers as it is told, and a customer. Today is 2026-11-21 at first. */
public final class SigningDesk {

    public final ScriptedSignatures service = new ScriptedSignatures();
    public final TestKontor kontor = new TestKontor().with(ConnectorDirectory.class, service.directory());
    public final SigningDocuments documents = kontor.get(SigningDocuments.class);
    public final SigningRequests requests = kontor.get(SigningRequests.class);
    public final long acme;

    public SigningDesk() {
        kontor.sql("update company_entity set time_zone = 'Etc/UTC'");
        acme = customer("Acme");
        kontor.asSystem(() -> kontor.get(Connections.class)
                .create(new ConnectionDraft("sign-test", "Signatures", Optional.empty(), true, Map.of(), Map.of())));
    }

    public long customer(String name) {
        return kontor.asSystem(() -> kontor.get(Customers.class)
                .register(Drafts.business(name).draft())
                .id());
    }

    static ContactDraft contact() {
        return new ContactDraft(
                "Anna",
                "Shop",
                "",
                "anna@shop.example",
                "",
                "",
                false,
                Optional.empty(),
                "",
                "",
                Address.NONE,
                Optional.empty(),
                false,
                Map.of());
    }

    static SignerDraft signer(String name, String email) {
        return new SignerDraft(Optional.empty(), name, email);
    }

    static SigningDocumentDraft draft(SignerDraft... signers) {
        return new SigningDocumentDraft(
                "Supply agreement 2027", "Please sign.", List.of(signers), Optional.of(true), Optional.empty());
    }

    static SigningDocumentDraft draft(boolean inOrder, Optional<LocalDate> expires, SignerDraft... signers) {
        return new SigningDocumentDraft(
                "Supply agreement 2027", "Please sign.", List.of(signers), Optional.of(inOrder), expires);
    }

    static SignerDraft marta() {
        return signer("Marta Lindqvist", "marta@shop.example");
    }

    static SignerDraft otto() {
        return signer("Otto Berg", "otto@shop.example");
    }

    static SigningUpload pdf(String text) {
        return new SigningUpload("agreement.pdf", new ByteArrayInputStream(ScriptedSignatures.pdf(text)));
    }

    /** A draft for two signers with its file. */
    public SigningDocumentView made() {
        return kontor.asSystem(() -> documents.make(acme, draft(marta(), otto()), pdf("agreement")));
    }

    /** The same, sent but not yet taken by the job. */
    public SigningDocumentView queued() {
        SigningDocumentView draft = made();
        return kontor.asSystem(() -> requests.send(draft.id(), draft.version()));
    }

    /** The same, with its signers. */
    public SigningDocumentView sent() {
        return run(queued());
    }

    /** Lets the job do what was asked for. */
    public SigningDocumentView run(SigningDocumentView document) {
        try {
            kontor.get(SigningJob.class).run(document.id(), new TestJobRun(kontor));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return see(document);
    }

    /** Lets the recurring job run after a time. */
    public void later(Duration time) {
        kontor.clock().advance(time);
        try {
            kontor.get(SigningRounds.class).run(new TestJobRun(kontor));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public SigningDocumentView see(SigningDocumentView document) {
        return kontor.asSystem(() -> documents.find(document.id())).orElseThrow();
    }

    String text(SigningDocumentView document, Role role) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        kontor.asSystem(() -> {
            documents.content(document.id(), role).orElseThrow().writeTo(out);
            return true;
        });
        return out.toString(java.nio.charset.StandardCharsets.UTF_8);
    }

    AppException refused(Callable<?> work) {
        return assertThrows(AppException.class, () -> kontor.asSystem(work));
    }

    String codes(Callable<?> work) {
        return refused(work).errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList()
                .toString();
    }

    /** What the history tells of documents, in its order. */
    String history() {
        return kontor.sql(
                "select string_agg(substr(kind, 10), ',' order by id) from timeline_entry where kind like 'document.%'");
    }
}
