package ${package};

import static ${package}.${connectorName}Client.outcome;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Base64;
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

/** Documents signed by ${connectorName}: sent, asked about, withdrawn, and read when everybody has signed. */
class ${connectorName}Signatures implements SignatureService {

    private static final int MOST_SIGNERS = 10;
    private static final int LARGEST_FILE = 5_000_000;

    private final ${connectorName}Client client;

    ${connectorName}Signatures(${connectorName}Client client) {
        this.client = client;
    }

    @Override
    public String id() {
        return "${artifactId}";
    }

    @Override
    public String name() {
        return "${connectorName}";
    }

    /** What is not named here is refused, and the kit makes sure of it. */
    @Override
    public Set<Feature> features() {
        return Set.of();
    }

    @Override
    public int mostSigners() {
        return MOST_SIGNERS;
    }

    @Override
    public long largestFile() {
        return LARGEST_FILE;
    }

    @Override
    public Outcome<Requested> send(Connection connection, SignatureRequest request) {
        if (request.ordered() || request.expires().isPresent()) {
            return RemoteCodes.notSupported("an order of signers or an end");
        }
        if (request.signers().size() > MOST_SIGNERS || request.size() > LARGEST_FILE) {
            return RemoteCodes.notSupported("so many signers or so large a document");
        }
        byte[] pdf;
        try (InputStream in = request.pdf().open()) {
            pdf = in.readNBytes(LARGEST_FILE);
        } catch (IOException e) {
            return Outcome.refused(RemoteCodes.NOT_SUPPORTED.because("Add the document again: it cannot be read."));
        }
        JsonArrayBuilder signers = Json.createArrayBuilder();
        request.signers()
                .forEach(signer -> signers.add(
                        Json.createObjectBuilder().add("name", signer.name()).add("email", signer.email())));
        JsonObject body = Json.createObjectBuilder()
                .add("title", request.title())
                .add("message", request.message())
                .add("signers", signers)
                .add("file", Base64.getEncoder().encodeToString(pdf))
                .build();
        // ${connectorName} acts once on each key. A service that does not is asked for the key first.
        return outcome(
                client.send(connection, "POST", "/documents", request.key().value(), body),
                ${connectorName}Signatures::requested);
    }

    @Override
    public Optional<Requested> lookUp(Connection connection, IdempotencyKey key) throws ConnectorException {
        Exchange exchange = client.get(connection, "/documents?key=" + key.value());
        if (exchange instanceof Exchange.Answered answer && answer.status() == 404) {
            return Optional.empty();
        }
        return Optional.of(RemoteCodes.read(exchange, good -> requested(${connectorName}Client.json(good))));
    }

    @Override
    public Progress progress(Connection connection, RemoteRef ref) throws ConnectorException {
        return RemoteCodes.read(client.get(connection, path(ref)), good -> {
            JsonObject json = ${connectorName}Client.json(good);
            return new Progress(State.valueOf(json.getString("state")), signers(json), "");
        });
    }

    @Override
    public Outcome<RemoteRef> remind(Connection connection, RemoteRef ref, String signerId) {
        return RemoteCodes.notSupported("reminders");
    }

    @Override
    public Outcome<RemoteRef> withdraw(Connection connection, RemoteRef ref, String reason) {
        return outcome(
                client.send(connection, "DELETE", path(ref), "withdraw-" + ref.id(), JsonValue.EMPTY_JSON_OBJECT),
                json -> ref);
    }

    @Override
    public Content signed(Connection connection, RemoteRef ref) throws ConnectorException {
        if (progress(connection, ref).state() != State.COMPLETED) {
            throw new ConnectorException(RemoteCodes.NOT_SUPPORTED.because("Wait: not everybody has signed."));
        }
        byte[] file = RemoteCodes.read(client.get(connection, path(ref) + "/file"), Exchange.Answered::bytes);
        return () -> new ByteArrayInputStream(file);
    }

    @Override
    public Optional<Content> proof(Connection connection, RemoteRef ref) {
        return Optional.empty();
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
                        Optional.of(Instant.parse(signer.getString("at")))))
                .toList();
    }

    private static String path(RemoteRef ref) {
        return "/documents/" + ref.id();
    }
}
