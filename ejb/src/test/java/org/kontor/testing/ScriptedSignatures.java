package org.kontor.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.kontor.connector.ConnectorDirectory;
import org.kontor.spi.Capability;
import org.kontor.spi.Connection;
import org.kontor.spi.Connector;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.Health;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.MessageChannel.Content;
import org.kontor.spi.Outcome;
import org.kontor.spi.RemoteRef;
import org.kontor.spi.Setting;
import org.kontor.spi.SignatureService;

/** A service for signatures in memory: it answers as it is told, in turn; then that it has done what it was asked. */
public final class ScriptedSignatures implements SignatureService, Connector {

    public static final ErrorCode NO = new ErrorCode("NO", ErrorCode.Kind.REMOTE_REFUSED, "It says no.");

    public final Deque<Supplier<Outcome<Requested>>> answers = new ArrayDeque<>();
    public final Deque<Supplier<Outcome<RemoteRef>>> changes = new ArrayDeque<>();
    public final List<SignatureRequest> requests = new ArrayList<>();
    public final List<byte[]> received = new ArrayList<>();
    public final List<String> calls = new ArrayList<>();
    public final Map<String, Requested> known = new HashMap<>();
    public final Set<Feature> can = EnumSet.allOf(Feature.class);
    public State state = State.SENT;
    public String detail = "";
    public final Map<String, SignerState> signers = new HashMap<>();
    public boolean silent;
    public Optional<byte[]> proof = Optional.of(pdf("proof"));

    /** A file that looks like a PDF. */
    public static byte[] pdf(String text) {
        return ("%PDF-1.7\n% " + text + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A directory of this service alone. */
    public ConnectorDirectory directory() {
        return new ConnectorDirectory() {
            @Override
            public List<Entry> registered() {
                return List.of(new Entry(id(), Optional.of(ScriptedSignatures.this)));
            }
        };
    }

    /** Takes a request as it would when it answers Done. */
    public Requested take(SignatureRequest request) {
        return known.computeIfAbsent(
                request.key().value(),
                key -> new Requested(
                        new RemoteRef("r" + (known.size() + 1), "1"),
                        IntStream.range(0, request.signers().size())
                                .mapToObj(i -> "s" + i)
                                .toList()));
    }

    @Override
    public Set<Feature> features() {
        return Set.copyOf(can);
    }

    @Override
    public int mostSigners() {
        return 3;
    }

    @Override
    public long largestFile() {
        return 3 << 20;
    }

    @Override
    public Outcome<Requested> send(Connection connection, SignatureRequest request) {
        calls.add("send");
        requests.add(request);
        try (InputStream in = request.pdf().open()) {
            received.add(in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return answers.isEmpty() ? Outcome.done(take(request)) : answers.poll().get();
    }

    private void mustAnswer() throws ConnectorException {
        if (silent) {
            throw new ConnectorException(NO.because("Nobody answers."));
        }
    }

    @Override
    public Optional<Requested> lookUp(Connection connection, IdempotencyKey key) throws ConnectorException {
        calls.add("lookUp");
        mustAnswer();
        return Optional.ofNullable(known.get(key.value()));
    }

    @Override
    public Progress progress(Connection connection, RemoteRef ref) throws ConnectorException {
        calls.add("progress");
        mustAnswer();
        return new Progress(
                state,
                signers.entrySet().stream()
                        .map(each -> new SignerProgress(
                                each.getKey(), each.getValue(), Optional.of(Instant.parse("2026-11-21T12:00:00Z"))))
                        .toList(),
                detail);
    }

    @Override
    public Outcome<RemoteRef> remind(Connection connection, RemoteRef ref, String signerId) {
        calls.add("remind " + signerId);
        return changes.isEmpty() ? Outcome.done(ref) : changes.poll().get();
    }

    @Override
    public Outcome<RemoteRef> withdraw(Connection connection, RemoteRef ref, String reason) {
        calls.add("withdraw " + reason);
        return changes.isEmpty() ? Outcome.done(ref) : changes.poll().get();
    }

    @Override
    public Content signed(Connection connection, RemoteRef ref) throws ConnectorException {
        calls.add("signed");
        mustAnswer();
        return () -> new ByteArrayInputStream(pdf("signed"));
    }

    @Override
    public Optional<Content> proof(Connection connection, RemoteRef ref) throws ConnectorException {
        calls.add("proof");
        mustAnswer();
        return proof.map(bytes -> () -> new ByteArrayInputStream(bytes));
    }

    @Override
    public String id() {
        return "sign-test";
    }

    @Override
    public String name() {
        return "Test signatures";
    }

    @Override
    public String version() {
        return "1.0.0";
    }

    @Override
    public String spiVersion() {
        return SPI_VERSION;
    }

    @Override
    public List<Capability> capabilities() {
        return List.of(this);
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.withDefault("room", Setting.Type.TEXT, "Where it stands.", "office"));
    }

    @Override
    public List<ErrorCode> errorCodes() {
        return List.of(NO);
    }

    @Override
    public Health health() {
        return Health.up();
    }
}
