package org.kontor.connectors.docuseal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.KitConnection;
import org.kontor.connectors.tck.StubServer;
import org.kontor.connectors.tck.StubServer.Fault;
import org.kontor.connectors.tck.StubServer.Reply;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode.Kind;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.Outcome;
import org.kontor.spi.SignatureService.Requested;
import org.kontor.spi.SignatureService.SignatureRequest;
import org.kontor.spi.SignatureService.Signer;
import org.kontor.spi.SignatureService.SignerState;
import org.kontor.spi.SignatureService.State;

/** What DocuSeal is asked for, and what its answers mean beyond the rules of the kit. */
class DocusealSignaturesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final String PDF = "%PDF-1.4 a lease";

    private final DocusealStub docuseal = new DocusealStub();
    private final StubServer stub = new StubServer(docuseal);
    private final KitConnection connection = DocusealContractTest.to(stub);
    private final DocusealSignatures service =
            new DocusealSignatures(new DocusealClient(), Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void aRequestInOrderHasAnEndAMessageWithALinkAndKeysOfItsOwn() {
        sent(request("k-1", "Sign {{here}}.", true, Optional.of(NOW.plusSeconds(3600)), PDF));
        JsonObject body = docuseal.lastBody();
        assertEquals("preserved", body.getString("order"));
        assertEquals("2026-03-01 10:00:00 UTC", body.getString("expire_at"));
        assertEquals(
                "Sign { {here} }.\n\n{{submitter.link}}",
                body.getJsonObject("message").getString("body"));
        assertEquals("Lease { {1} }", body.getJsonObject("message").getString("subject"));
        assertTrue(body.getBoolean("merge_documents"));
        assertTrue(body.getBoolean("send_email"));
        assertEquals(
                List.of("Signer 1 kontor-k-1-1", "Signer 2 kontor-k-1-2"),
                body.getJsonArray("submitters").getValuesAs(JsonObject.class).stream()
                        .map(submitter -> submitter.getString("role") + " " + submitter.getString("external_id"))
                        .toList());
    }

    @Test
    void withoutAMessageDocusealWritesItsOwnAndTellsAllAtOnce() {
        sent(request("k", " ", false, Optional.empty(), PDF));
        assertFalse(docuseal.lastBody().containsKey("message"));
        assertFalse(docuseal.lastBody().containsKey("expire_at"));
        assertEquals("random", docuseal.lastBody().getString("order"));
    }

    @Test
    void aLookThatFailsBeforeSendingSendsNothing() {
        stub.misbehave(Fault.ANSWER_500, request -> request.method().equals("GET"));
        Outcome<Requested> outcome = service.send(connection, request("k", "", false, Optional.empty(), PDF));
        assertInstanceOf(Outcome.NotSent.class, outcome, outcome::toString);
        assertTrue(stub.requests().stream().allMatch(request -> request.method().equals("GET")));
    }

    /** A server that does not know the filter lists everybody: that is not "not there", and not "there". */
    @Test
    void anotherSignerIsNoAnswerToALookUp() {
        stub.answer(
                request -> request.method().equals("GET"),
                request -> new Reply(200, "{\"data\":[{\"id\":1,\"submission_id\":2,\"external_id\":null}]}"));
        assertEquals(Kind.BUG, lookUpFails("k"));
        Outcome<Requested> outcome = service.send(connection, request("k", "", false, Optional.empty(), PDF));
        assertInstanceOf(Outcome.Refused.class, outcome, outcome::toString);
        assertTrue(stub.requests().stream().allMatch(request -> request.method().equals("GET")));
    }

    @Test
    void twoSubmissionsUnderOneKeyAreForAPersonToSolve() {
        stub.answer(
                request -> request.method().equals("GET"),
                request -> new Reply(
                        200,
                        "{\"data\":[{\"submission_id\":2,\"external_id\":\"kontor-k-1\"},"
                                + "{\"submission_id\":3,\"external_id\":\"kontor-k-1\"}]}"));
        assertEquals(Kind.BUG, lookUpFails("k"));
    }

    @Test
    void aDocusealThatTakesNoDocumentsSaysSo() {
        stub.answer(request -> request.method().equals("POST"), request -> DocusealStub.error(404, "Not Found\nhere"));
        Outcome<Requested> outcome = service.send(connection, request("k", "", false, Optional.empty(), PDF));
        assertInstanceOf(Outcome.Refused.class, outcome, outcome::toString);
        assertEquals("DOCUSEAL_EDITION", outcome.trouble().orElseThrow().code().code());
        assertTrue(outcome.trouble().orElseThrow().message().contains("(Not Found here)"), outcome::toString);
    }

    @Test
    void whatIsNoPdfIsRefusedBeforeDocusealSeesIt() {
        Outcome<Requested> outcome = service.send(connection, request("k", "", false, Optional.empty(), "GIF89a"));
        assertInstanceOf(Outcome.Refused.class, outcome, outcome::toString);
        assertEquals(List.of(), stub.requests());
    }

    @Test
    void theArchiveTakesAwayWhatIsOpenAndLeavesWhatIsSigned() throws ConnectorException {
        Requested signed = sent(request("signed", "", false, Optional.empty(), PDF));
        signed.signerIds().forEach(id -> docuseal.act(signed.ref().id(), id, SignerState.SIGNED));
        docuseal.archive(signed.ref().id());
        assertEquals(State.COMPLETED, service.progress(connection, signed.ref()).state());
        Requested open = sent(request("open", "", false, Optional.empty(), PDF));
        docuseal.archive(open.ref().id());
        assertEquals(State.WITHDRAWN, service.progress(connection, open.ref()).state());
    }

    @Test
    void whyASignerDeclinedIsTold() throws ConnectorException {
        Requested requested = sent(request("k", "", false, Optional.empty(), PDF));
        docuseal.act(requested.ref().id(), requested.signerIds().get(1), SignerState.DECLINED);
        assertEquals(
                "The rent is too high",
                service.progress(connection, requested.ref()).detail());
    }

    @Test
    void aFileIsReadFromAnEncryptedAddressOrTheNamedServerAlone() throws ConnectorException {
        Requested requested = sent(request("k", "", false, Optional.empty(), PDF));
        requested.signerIds().forEach(id -> docuseal.act(requested.ref().id(), id, SignerState.SIGNED));
        for (String address :
                List.of("http://127.0.0.1:1/x.pdf", "file:///etc/passwd", "x y", "https://u@h.example/")) {
            documents("{\"documents\":[{\"name\":\"a\",\"url\":\"" + address + "\"}]}");
            assertEquals(Kind.BUG, signedFails(requested), address);
        }
        documents("{\"documents\":[{\"url\":\"https://a.example/1\"},{\"url\":\"https://a.example/2\"}]}");
        assertEquals(Kind.BUG, signedFails(requested), "two files");
        stub.misbehave(Fault.NONE);
        assertTrue(service.signed(connection, requested.ref()) != null, "without the key it is given");
    }

    @Test
    void aFileThatIsNoPdfIsNotTaken() throws ConnectorException {
        Requested requested = sent(request("k", "", false, Optional.empty(), PDF));
        requested.signerIds().forEach(id -> docuseal.act(requested.ref().id(), id, SignerState.SIGNED));
        stub.answer(
                request -> request.uri().getPath().startsWith("/file/"),
                request -> new Reply(200, "<html>Sign in</html>"));
        assertEquals(Kind.BUG, signedFails(requested));
    }

    private void documents(String reply) {
        stub.answer(request -> request.uri().getPath().endsWith("/documents"), request -> new Reply(200, reply));
    }

    private Kind signedFails(Requested requested) {
        return assertThrows(ConnectorException.class, () -> service.signed(connection, requested.ref()))
                .problem()
                .code()
                .kind();
    }

    private Kind lookUpFails(String key) {
        return assertThrows(ConnectorException.class, () -> service.lookUp(connection, new IdempotencyKey(key)))
                .problem()
                .code()
                .kind();
    }

    private Requested sent(SignatureRequest request) {
        if (service.send(connection, request) instanceof Outcome.Done<Requested> done) {
            return done.value();
        }
        throw new AssertionError("It was not sent");
    }

    private static SignatureRequest request(
            String key, String message, boolean inOrder, Optional<Instant> expires, String file) {
        byte[] bytes = file.getBytes(StandardCharsets.US_ASCII);
        return new SignatureRequest(
                new IdempotencyKey(key),
                "Lease {{1}}",
                message,
                () -> new ByteArrayInputStream(bytes),
                bytes.length,
                List.of(new Signer("Wanda Rook", "wanda@rook.example"), new Signer("Bo", "bo@rook.example")),
                inOrder,
                expires);
    }
}
