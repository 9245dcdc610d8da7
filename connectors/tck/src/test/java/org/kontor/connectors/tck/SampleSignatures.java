package org.kontor.connectors.tck;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.connectors.support.Exchange;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.MessageChannel.Content;
import org.kontor.spi.Outcome;
import org.kontor.spi.RemoteRef;
import org.kontor.spi.SignatureService;

/** The documents of {@link RemoteSystem}. */
class SampleSignatures implements SignatureService {

    private final SampleRemote remote;

    SampleSignatures(SampleRemote remote) {
        this.remote = remote;
    }

    @Override
    public String id() {
        return "sample-signatures";
    }

    @Override
    public String name() {
        return "Sample signatures";
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.allOf(Feature.class);
    }

    @Override
    public int mostSigners() {
        return 5;
    }

    @Override
    public long largestFile() {
        return 100_000;
    }

    @Override
    public Outcome<Requested> send(Connection connection, SignatureRequest request) {
        if (request.signers().size() > mostSigners() || request.size() > largestFile()) {
            return RemoteCodes.notSupported("so many signers or so large a file");
        }
        if (request.expires().filter(Instant.now()::isAfter).isPresent()) {
            return Outcome.refused(RemoteCodes.NOT_SUPPORTED.because("Choose a day to come."));
        }
        byte[] file;
        try (InputStream in = request.pdf().open()) {
            file = in.readAllBytes();
        } catch (IOException e) {
            return Outcome.notSent(RemoteCodes.REFUSED.because("Add the document again: it cannot be read."));
        }
        return asRequested(
                remote.send(connection, "POST", "/documents", request.key().value(), body(request, file)));
    }

    Outcome<Requested> asRequested(Exchange exchange) {
        return outcome(exchange).map(SampleSignatures::requested, RemoteCodes.UNREADABLE);
    }

    @Override
    public Optional<Requested> lookUp(Connection connection, IdempotencyKey key) throws ConnectorException {
        Exchange exchange = remote.get(connection, "/documents/by-key?key=" + key.value());
        if (exchange instanceof Exchange.Answered answer && answer.status() == 404) {
            return Optional.empty();
        }
        return Optional.of(RemoteCodes.read(exchange, good -> requested(SampleRemote.json(good))));
    }

    @Override
    public Progress progress(Connection connection, RemoteRef ref) throws ConnectorException {
        return RemoteCodes.read(remote.get(connection, path(ref)), good -> {
            JsonObject json = SampleRemote.json(good);
            return new Progress(State.valueOf(json.getString("state")), signers(json), "");
        });
    }

    @Override
    public Outcome<RemoteRef> remind(Connection connection, RemoteRef ref, String signerId) {
        List<SignerProgress> signers;
        try {
            signers = progress(connection, ref).signers();
        } catch (ConnectorException e) {
            return Outcome.notSent(e.problem());
        }
        if (signers.stream()
                .noneMatch(signer -> signer.signerId().equals(signerId)
                        && Set.of(SignerState.SENT, SignerState.OPENED).contains(signer.state()))) {
            return Outcome.refused(RemoteCodes.REFUSED.because("Wait: it is not this signer's turn."));
        }
        return outcome(remote.send(connection, "POST", path(ref) + "/remind?signer=" + signerId, "", ""))
                .map(done -> ref, RemoteCodes.UNREADABLE);
    }

    @Override
    public Outcome<RemoteRef> withdraw(Connection connection, RemoteRef ref, String reason) {
        return outcome(remote.send(connection, "DELETE", path(ref), "", "")).map(done -> ref, RemoteCodes.UNREADABLE);
    }

    @Override
    public Content signed(Connection connection, RemoteRef ref) throws ConnectorException {
        if (progress(connection, ref).state() != State.COMPLETED) {
            throw new ConnectorException(RemoteCodes.NOT_SUPPORTED.because("Wait until everybody has signed."));
        }
        return file(remote.get(connection, path(ref) + "/file"));
    }

    @Override
    public Optional<Content> proof(Connection connection, RemoteRef ref) throws ConnectorException {
        return progress(connection, ref).state() == State.COMPLETED
                ? Optional.of(file(remote.get(connection, path(ref) + "/proof")))
                : Optional.empty();
    }

    private static Content file(Exchange exchange) throws ConnectorException {
        byte[] bytes = RemoteCodes.read(exchange, Exchange.Answered::bytes);
        return () -> new ByteArrayInputStream(bytes);
    }

    private static Outcome<JsonObject> outcome(Exchange exchange) {
        return RemoteCodes.outcome(
                exchange,
                good -> Outcome.done(SampleRemote.json(good)),
                no -> RemoteCodes.REFUSED.because("Look at the document: it was refused.", "" + no.status()));
    }

    private static Requested requested(JsonObject json) {
        return new Requested(
                new RemoteRef(json.getString("id"), ""),
                signers(json).stream().map(SignerProgress::signerId).toList());
    }

    private static List<SignerProgress> signers(JsonObject json) {
        return json.getJsonArray("signers").getValuesAs(JsonObject.class).stream()
                .map(signer -> new SignerProgress(
                        signer.getString("id"),
                        SignerState.valueOf(signer.getString("state")),
                        Optional.of(signer.getString("at", ""))
                                .filter(at -> !at.isEmpty())
                                .map(Instant::parse)))
                .toList();
    }

    private static String body(SignatureRequest request, byte[] file) {
        JsonArrayBuilder signers = Json.createArrayBuilder();
        request.signers()
                .forEach(signer -> signers.add(
                        Json.createObjectBuilder().add("name", signer.name()).add("email", signer.email())));
        return Json.createObjectBuilder()
                .add("title", request.title())
                .add("message", request.message())
                .add("inOrder", request.ordered())
                .add("expires", request.expires().map(Instant::toString).orElse(""))
                .add("signers", signers)
                .add("file", Base64.getEncoder().encodeToString(file))
                .build()
                .toString();
    }

    private static String path(RemoteRef ref) {
        return "/documents/" + ref.id();
    }
}
