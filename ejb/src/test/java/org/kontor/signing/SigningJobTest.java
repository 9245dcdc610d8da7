package org.kontor.signing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.note.FileOwner.Role;
import org.kontor.spi.Outcome;
import org.kontor.spi.SignatureService.SignatureRequest;
import org.kontor.spi.SignatureService.Signer;
import org.kontor.spi.SignatureService.State;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.ScriptedSignatures;

/** The way of documents to a service for signatures and back: none is lost, and none is sent twice. */
@OnPostgres
class SigningJobTest {

    private final SigningDesk desk = new SigningDesk();

    @AfterEach
    void stop() {
        desk.kontor.close();
    }

    private long sends() {
        return desk.service.calls.stream().filter("send"::equals).count();
    }

    /** S4-134: it is sent by the job, asked for, and its signed file and proof come back once. */
    @Test
    void aDocumentIsSentSignedAndFetched_S4_134() {
        SigningDocumentView draft = desk.kontor.asSystem(() -> desk.documents.make(
                desk.acme,
                SigningDesk.draft(
                        true, Optional.of(LocalDate.of(2026, 12, 24)), SigningDesk.marta(), SigningDesk.otto()),
                SigningDesk.pdf("agreement")));
        SigningDocumentView queued = desk.kontor.asSystem(() -> desk.requests.send(draft.id(), draft.version()));
        assertEquals(SigningState.SENDING, queued.state());
        assertEquals(0, sends(), "first it is written down");
        SigningDocumentView sent = desk.run(queued);
        assertEquals(SigningState.SENT, sent.state());
        assertEquals("Signatures", sent.connection());
        SignatureRequest request = desk.service.requests.get(0);
        assertEquals("Supply agreement 2027", request.title());
        assertEquals(
                List.of(
                        new Signer("Marta Lindqvist", "marta@shop.example"),
                        new Signer("Otto Berg", "otto@shop.example")),
                request.signers());
        assertTrue(request.ordered());
        assertEquals(Optional.of(Instant.parse("2026-12-25T00:00:00Z")), request.expires());
        assertArrayEquals(ScriptedSignatures.pdf("agreement"), desk.service.received.get(0));
        assertEquals(
                List.of(SignerState.SENT, SignerState.WAITING),
                sent.signers().stream().map(SignerView::state).toList());

        desk.service.signers.put("s0", org.kontor.spi.SignatureService.SignerState.SIGNED);
        desk.service.signers.put("s1", org.kontor.spi.SignatureService.SignerState.SENT);
        desk.later(Duration.ofMinutes(5));
        assertEquals(
                List.of(SignerState.SIGNED, SignerState.SENT),
                desk.see(sent).signers().stream().map(SignerView::state).toList());

        desk.service.signers.put("s1", org.kontor.spi.SignatureService.SignerState.SIGNED);
        desk.service.state = State.COMPLETED;
        desk.later(Duration.ofMinutes(5));
        SigningDocumentView signed = desk.see(sent);
        assertEquals(SigningState.SIGNED, signed.state());
        assertTrue(desk.text(signed, Role.SIGNED).contains("signed"));
        assertTrue(desk.text(signed, Role.PROOF).contains("proof"));
        assertEquals(
                "agreement-signed.pdf", signed.file(Role.SIGNED).orElseThrow().name());
        assertEquals("created,queued,sent,signer-signed,signer-signed,signed", desk.history());

        int calls = desk.service.calls.size();
        desk.later(Duration.ofDays(2));
        desk.run(signed);
        assertEquals(calls, desk.service.calls.size(), "a file comes once, and then nobody is asked any more");
    }

    /** S4-134: certainly not sent: it comes again with the same key, with growing pauses, for a day. */
    @Test
    void whatWasNotSentIsTriedAgainForADay() {
        desk.service.answers.add(() -> Outcome.notSent(ScriptedSignatures.NO.because("Nobody listens.")));
        SigningDocumentView waiting = desk.run(desk.queued());
        assertEquals(SigningState.SENDING, waiting.state());
        assertEquals("Nobody listens.", waiting.trouble());
        desk.later(Duration.ofSeconds(30));
        assertEquals(1, sends(), "not at once");
        desk.later(Duration.ofMinutes(1));
        assertEquals(SigningState.SENT, desk.see(waiting).state());
        assertEquals("", desk.see(waiting).trouble());
        assertEquals(
                1,
                desk.service.requests.stream()
                        .map(SignatureRequest::key)
                        .distinct()
                        .count());

        SigningDocumentView late = desk.queued();
        desk.kontor.clock().advance(Duration.ofHours(24));
        desk.service.answers.add(() -> Outcome.notSent(ScriptedSignatures.NO.because("Nobody listens.")));
        SigningDocumentView failed = desk.run(late);
        assertEquals(SigningState.FAILED, failed.state());
        SigningDocumentView again = desk.kontor.asSystem(() -> desk.requests.send(failed.id(), failed.version()));
        assertEquals(SigningState.SENT, desk.run(again).state());
        assertNotEquals(
                desk.service.requests.get(2).key(), desk.service.requests.get(3).key(), "another intention");
    }

    /** S4-134: nobody knows: it is looked up by its key, and never sent twice. */
    @Test
    void whatMayHaveArrivedIsLookedUp() {
        desk.service.answers.add(() -> {
            desk.service.take(desk.service.requests.get(0));
            return Outcome.unknown(ScriptedSignatures.NO.because("The line broke."));
        });
        SigningDocumentView unknown = desk.run(desk.queued());
        assertEquals(SigningState.SENDING, unknown.state());
        assertEquals("The line broke.", unknown.trouble());
        assertEquals(
                "MAY_HAVE_ARRIVED",
                desk.refused(() -> desk.requests.withdraw(unknown.id(), unknown.version(), "No", false))
                        .code());
        desk.service.silent = true;
        desk.later(Duration.ofMinutes(2));
        assertEquals(List.of("send", "lookUp"), desk.service.calls);
        desk.service.silent = false;
        desk.later(Duration.ofHours(3));
        assertEquals(SigningState.SENT, desk.see(unknown).state());
        assertEquals(1, sends());
    }

    /** S4-134: what the service has certainly never seen is sent again, with the same key. */
    @Test
    void whatIsNotThereIsSentAgain() {
        desk.service.answers.add(() -> {
            throw new IllegalStateException("Please sign.");
        });
        SigningDocumentView unknown = desk.run(desk.queued());
        assertFalse(unknown.trouble().contains("Please"), unknown.trouble());
        desk.later(Duration.ofMinutes(2));
        assertEquals(List.of("send", "lookUp", "send"), desk.service.calls);
        assertEquals(
                desk.service.requests.get(0).key(), desk.service.requests.get(1).key());
        assertEquals(SigningState.SENT, desk.see(unknown).state());
    }

    /** S4-134: killed in the call: another node looks whether it arrived, and does not send again. */
    @Test
    void aStoppedNodeNeitherLosesNorRepeats() {
        SigningDocumentView queued = desk.queued();
        assertEquals("1", desk.kontor.sql("select count(*) from job where task_name = 'signing'"));
        desk.service.answers.add(() -> {
            desk.service.take(desk.service.requests.get(0));
            throw new StackOverflowError("killed");
        });
        assertThrows(StackOverflowError.class, () -> desk.run(queued));
        assertEquals(SigningState.SENDING, desk.run(queued).state());
        assertEquals(1, desk.service.calls.size(), "not before the call is certainly over");
        desk.later(Duration.ofMinutes(5));
        assertEquals(SigningState.SENT, desk.see(queued).state());
        assertEquals(List.of("send", "lookUp"), desk.service.calls);
    }

    /** S4-134: what the service refuses is told, can be changed, and is sent as another intention. */
    @Test
    void whatIsRefusedIsTold() {
        desk.service.answers.add(() -> Outcome.refused(ScriptedSignatures.NO.because("Use another address.")));
        SigningDocumentView failed = desk.run(desk.queued());
        assertEquals(SigningState.FAILED, failed.state());
        assertEquals("Use another address.", failed.trouble());
        SigningDocumentView changed = desk.kontor.asSystem(
                () -> desk.documents.change(failed.id(), failed.version(), SigningDesk.draft(SigningDesk.otto())));
        assertEquals(SigningState.DRAFT, changed.state());
        assertEquals("", changed.trouble());
        assertEquals("created,queued,failed,updated", desk.history());
    }

    /** S4-134: declined, expired and withdrawn there are ends, and the reason is told. */
    @Test
    void otherEndsAreTold() {
        for (State state : List.of(State.DECLINED, State.EXPIRED, State.WITHDRAWN)) {
            SigningDocumentView sent = desk.sent();
            desk.service.state = state;
            desk.service.detail = state == State.DECLINED ? "Too dear" : "";
            desk.later(Duration.ofHours(2));
            SigningDocumentView ended = desk.see(sent);
            assertEquals(state.name(), ended.state().name());
            assertEquals(state == State.DECLINED ? "Too dear" : "", ended.reason());
            assertTrue(ended.endedAt().isPresent());
            desk.service.state = State.SENT;
        }
    }

    /** S4-134: who has it is reminded once, and not again within an hour. */
    @Test
    void aSignerIsReminded() {
        SigningDocumentView sent = desk.sent();
        assertEquals(
                "NOT_THEIR_TURN",
                desk.refused(() -> desk.requests.remind(sent.id(), sent.version(), 1))
                        .code());
        SigningDocumentView asked = desk.kontor.asSystem(() -> desk.requests.remind(sent.id(), sent.version(), 0));
        assertTrue(asked.signers().get(0).remind());
        SigningDocumentView reminded = desk.run(asked);
        assertTrue(desk.service.calls.contains("remind s0"));
        assertTrue(reminded.signers().get(0).remindedAt().isPresent());
        assertEquals(
                "REMINDED_LATELY",
                desk.refused(() -> desk.requests.remind(sent.id(), reminded.version(), 0))
                        .code());
        desk.kontor.clock().advance(Duration.ofHours(2));
        desk.service.changes.add(() -> Outcome.refused(ScriptedSignatures.NO.because("Not now.")));
        SigningDocumentView refused =
                desk.run(desk.kontor.asSystem(() -> desk.requests.remind(sent.id(), reminded.version(), 0)));
        assertEquals("Not now.", refused.trouble());
        desk.later(Duration.ofHours(1));
        assertEquals("Not now.", desk.see(sent).trouble(), "that it goes on does not answer it");
        assertEquals(
                2,
                desk.service.calls.stream().filter(c -> c.startsWith("remind")).count());
    }

    /** S4-134: it is withdrawn there, again and again until the service answers; what was signed meanwhile is signed. */
    @Test
    void aDocumentIsWithdrawn() {
        SigningDocumentView sent = desk.sent();
        assertEquals(
                "[reason REQUIRED]", desk.codes(() -> desk.requests.withdraw(sent.id(), sent.version(), " ", false)));
        assertEquals(
                "ASK_THE_SERVICE",
                desk.refused(() -> desk.requests.withdraw(sent.id(), sent.version(), "No", true))
                        .code());
        desk.service.changes.add(() -> Outcome.unknown(ScriptedSignatures.NO.because("The line broke.")));
        SigningDocumentView asked = desk.run(
                desk.kontor.asSystem(() -> desk.requests.withdraw(sent.id(), sent.version(), "New terms", false)));
        assertEquals(SigningState.WITHDRAWING, asked.state());
        desk.later(Duration.ofMinutes(2));
        assertEquals(SigningState.WITHDRAWN, desk.see(sent).state());
        assertEquals("New terms", desk.see(sent).reason());
        assertEquals(
                2,
                desk.service.calls.stream().filter("withdraw New terms"::equals).count());

        SigningDocumentView other = desk.sent();
        desk.service.changes.add(() -> Outcome.refused(ScriptedSignatures.NO.because("Everybody has signed.")));
        desk.service.state = State.COMPLETED;
        SigningDocumentView signed = desk.run(
                desk.kontor.asSystem(() -> desk.requests.withdraw(other.id(), other.version(), "New terms", false)));
        assertEquals(SigningState.SIGNED, signed.state());
        assertEquals("", signed.reason());
    }

    /** S4-134: one that did not arrive yet is withdrawn at once; where nobody answers any more, it can be closed here alone. */
    @Test
    void whatCannotBeAskedCanBeClosedHere() {
        SigningDocumentView queued = desk.queued();
        SigningDocumentView at =
                desk.kontor.asSystem(() -> desk.requests.withdraw(queued.id(), queued.version(), "Mistake", false));
        assertEquals(SigningState.WITHDRAWN, at.state());
        desk.run(at);
        assertEquals(0, sends());

        SigningDocumentView sent = desk.sent();
        desk.kontor.sql("update connection set enabled = false");
        SigningDocumentView stuck = desk.run(
                desk.kontor.asSystem(() -> desk.requests.withdraw(sent.id(), sent.version(), "Closed", false)));
        assertEquals(SigningState.WITHDRAWING, stuck.state());
        assertTrue(stuck.trouble().contains("Enable the connection"), stuck.trouble());
        SigningDocumentView closed = desk.kontor.asSystem(
                () -> desk.requests.withdraw(stuck.id(), stuck.version(), "Their account is gone", true));
        assertEquals(SigningState.WITHDRAWN, closed.state());
    }

    /** S4-134, S4-92: of one that was closed here while nobody knew whether it arrived, an erasure names the service that may have it. */
    @Test
    void whatMayBeThereIsNamedToWhoErases() {
        SigningDocumentView queued = desk.queued();
        desk.service.answers.add(() -> Outcome.unknown(ScriptedSignatures.NO.because("The line broke.")));
        SigningDocumentView lost = desk.run(queued);
        desk.kontor.asSystem(() -> desk.requests.withdraw(lost.id(), lost.version(), "Gone", true));
        assertEquals(
                List.of("Signatures"),
                desk.kontor
                        .asSystem(() -> desk.kontor
                                .get(org.kontor.lifecycle.Erasures.class)
                                .preview(desk.acme))
                        .elsewhere());
    }

    /** S4-121, S4-134: sent in the moment in which its customer becomes another one, a document waits for the merge and is sent for that one. */
    @Test
    void aMergeInTheSameMomentLosesNothing() throws Exception {
        long other = desk.customer("Other");
        SigningDocumentView queued = desk.queued();
        ExecutorService second = Executors.newSingleThreadExecutor();
        try (Connection merge = desk.kontor.dataSource().getConnection();
                Statement sql = merge.createStatement()) {
            merge.setAutoCommit(false);
            sql.execute("select 1 from customer where id = " + desk.acme + " for update");
            Future<SigningDocumentView> sent = second.submit(() -> desk.run(queued));
            Instant last = Instant.now().plusSeconds(20);
            boolean waiting = false;
            while (!waiting && Instant.now().isBefore(last)) {
                try (ResultSet locks = sql.executeQuery("select count(*) from pg_locks where not granted")) {
                    locks.next();
                    waiting = locks.getInt(1) > 0;
                }
            }
            assertTrue(waiting, "the job waits for the merge");
            sql.execute("set local session_replication_role = replica");
            sql.execute("update signing_document set customer_id = " + other + " where id = " + queued.id());
            sql.execute("delete from customer where id = " + desk.acme);
            merge.commit();
            SigningDocumentView done = sent.get(20, TimeUnit.SECONDS);
            assertEquals(SigningState.SENT, done.state(), done::toString);
            assertEquals(other, done.customerId());
        } finally {
            second.shutdownNow();
        }
        assertEquals(
                Long.toString(other),
                desk.kontor.sql("select customer_id from timeline_entry where kind = 'document.sent'"));
    }

    /** S4-134: a service that does not answer is told on the page until it does, and the rest goes on. */
    @Test
    void aServiceThatIsAwayIsAskedAgain() {
        SigningDocumentView sent = desk.sent();
        desk.service.silent = true;
        desk.later(Duration.ofMinutes(5));
        assertEquals("Nobody answers.", desk.see(sent).trouble());
        desk.service.silent = false;
        desk.later(Duration.ofHours(1));
        assertEquals("", desk.see(sent).trouble());
        desk.service.proof = Optional.empty();
        desk.service.state = State.COMPLETED;
        desk.later(Duration.ofHours(1));
        SigningDocumentView signed = desk.see(sent);
        assertTrue(signed.file(Role.SIGNED).isPresent());
        for (int i = 0; i < 20; i++) {
            desk.later(Duration.ofHours(7));
        }
        int calls = desk.service.calls.size();
        desk.later(Duration.ofDays(1));
        assertEquals(calls, desk.service.calls.size(), "a proof that never comes is given up");
    }
}
