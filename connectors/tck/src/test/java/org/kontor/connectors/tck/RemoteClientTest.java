package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.support.Deadline;
import org.kontor.connectors.support.Exchange;
import org.kontor.connectors.support.Masking;
import org.kontor.connectors.support.OAuthTokens;
import org.kontor.connectors.support.RateLimiter;
import org.kontor.connectors.support.RemoteClient;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.connectors.tck.KitConnection.InMemoryTokens;
import org.kontor.connectors.tck.StubServer.Fault;
import org.kontor.connectors.tck.StubServer.Reply;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.Outcome;
import org.kontor.spi.Secret;
import org.kontor.spi.Settings;

/** The HTTP client, the rule from exchange to outcome and OAuth of the support library, against the stub. */
class RemoteClientTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final RemoteClient client = RemoteClient.builder()
            .connectTimeout(Duration.ofSeconds(1))
            .mostBytes(1000)
            .build();
    private StubServer stub = new StubServer(request -> new Reply(200, "{}"));

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void whatMayBeRepeatedIsRepeatedUntilItIsAnswered() {
        answers(request -> calls.incrementAndGet() < 3 ? new Reply(503, "") : new Reply(200, "yes"));
        Exchange.Answered answer = answered(client.repeatable(request("/x"), seconds(20)));
        assertEquals("yes", answer.text());
        assertEquals(3, calls.get());
    }

    @Test
    void aFileComesByteForByteAndOnlyTheRequestsMeantAreDisturbed() {
        byte[] file = {'%', 0, (byte) 0xff, (byte) 0xc3, '\n', 13};
        answers(request -> Reply.file(file));
        stub.misbehave(Fault.ANSWER_401, request -> request.uri().getPath().equals("/closed"));
        assertArrayEquals(
                file, answered(client.repeatable(request("/x"), seconds(20))).bytes());
        assertEquals(
                401,
                answered(client.repeatable(request("/closed"), seconds(20))).status());
        stub.answer(request -> request.uri().getPath().equals("/x"), request -> new Reply(200, "instead"));
        assertEquals(
                "instead",
                answered(client.repeatable(request("/x"), seconds(20))).text());
    }

    @Test
    void theSecretsOfACallAreMaskedInTheLogAndInWhatIsQuoted() {
        List<String> lines = new java.util.concurrent.CopyOnWriteArrayList<>();
        java.util.logging.Logger log = java.util.logging.Logger.getLogger(RemoteClient.class.getName());
        java.util.logging.Level before = log.getLevel();
        java.util.logging.Handler handler = new java.util.logging.Handler() {
            @Override
            public void publish(java.util.logging.LogRecord entry) {
                lines.add(new java.util.logging.SimpleFormatter().formatMessage(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.setLevel(java.util.logging.Level.ALL);
        log.addHandler(handler);
        try {
            answers(request -> new Reply(400, "The token tok-4711 is used up"));
            Exchange.Answered answer = answered(
                    client.once(request("/tokens/tok-4711"), seconds(5), new Masking(List.of(new Secret("tok-4711")))));
            assertEquals("The token *** is used up", answer.quote(answer.text()));
        } finally {
            log.removeHandler(handler);
            log.setLevel(before);
        }
        assertTrue(lines.toString().contains("/tokens/***"), lines::toString);
        assertFalse(lines.toString().contains("tok-4711"), lines::toString);
    }

    @Test
    void whatMustNotBeRepeatedIsSentOnce() {
        answers(request -> new Reply(calls.incrementAndGet() > 0 ? 503 : 200, ""));
        assertEquals(503, answered(client.once(change("/x"), seconds(20))).status());
        stub.misbehave(Fault.LOSE_REPLY);
        assertInstanceOf(Exchange.Lost.class, client.once(change("/x"), seconds(20)));
        assertEquals(2, calls.get());
    }

    @Test
    void aPauseThatIsAskedForIsKeptOrTheCallEndsWithTheAnswer() {
        stub.misbehave(Fault.ANSWER_429);
        Exchange.Answered answer = answered(client.repeatable(request("/x"), seconds(2)));
        assertEquals(1, stub.requests().size(), "seven seconds do not fit into two");
        Outcome<String> outcome =
                RemoteCodes.outcome(answer, good -> Outcome.done("no"), no -> RemoteCodes.REFUSED.because("no"));
        assertEquals(
                Optional.of(Duration.ofSeconds(7)),
                assertInstanceOf(Outcome.NotSent.class, outcome).retryAfter());
    }

    @Test
    void retryAfterMayBeADate() {
        answers(request -> new Reply(503, "", Map.of("Retry-After", "Sun, 22 Nov 2026 10:00:30 GMT")));
        Exchange.Answered answer = answered(client.once(request("/x"), seconds(5)));
        assertEquals(Optional.of(Duration.ofSeconds(30)), answer.retryAfter(Instant.parse("2026-11-22T10:00:00Z")));
        assertEquals(Optional.of(Duration.ZERO), answer.retryAfter(Instant.parse("2026-11-22T11:00:00Z")));
    }

    @Test
    void theTimeLimitHoldsForTheWholeReply() {
        stub.misbehave(Fault.NEVER_ANSWER);
        long began = System.nanoTime();
        assertInstanceOf(Exchange.Lost.class, client.once(request("/x"), Deadline.in(Duration.ofMillis(300))));
        assertTrue(System.nanoTime() - began < Duration.ofSeconds(5).toNanos());
    }

    @Test
    void aReplyThatIsTooLargeIsNotRead() {
        answers(request -> new Reply(200, "x".repeat(5000)));
        assertInstanceOf(Exchange.Lost.class, client.once(request("/x"), seconds(5)));
    }

    @Test
    void aRedirectIsNotFollowedWithCredentials() {
        answers(request -> new Reply(302, "", Map.of("Location", "http://127.0.0.1:1/elsewhere")));
        assertEquals(302, answered(client.once(request("/x"), seconds(5))).status());
        Outcome<String> outcome = RemoteCodes.outcome(
                client.once(request("/x"), seconds(5)),
                good -> Outcome.done(""),
                no -> RemoteCodes.REFUSED.because("no"));
        assertInstanceOf(Outcome.Unknown.class, outcome, "a status that is not understood proves nothing");
    }

    @Test
    void nothingIsSentWithoutAConnectionOrWithoutATurn() {
        StubServer closed = new StubServer(request -> new Reply(200, ""));
        closed.close();
        HttpRequest nowhere = HttpRequest.newBuilder(closed.address()).build();
        assertInstanceOf(Exchange.NotSent.class, client.once(nowhere, seconds(5)));

        RemoteClient limited = RemoteClient.builder()
                .limiter(new RateLimiter(1, Duration.ofHours(1)))
                .build();
        assertInstanceOf(Exchange.Answered.class, limited.once(request("/x"), seconds(5)));
        assertInstanceOf(Exchange.NotSent.class, limited.once(request("/x"), seconds(5)));
        assertEquals(1, stub.requests().size());
    }

    @Test
    void conflictsAndTimeoutsOfTheRemoteSystemAreUnknownOtherRefusalsAreRefused() {
        for (int status : new int[] {408, 409, 500, 502, 503, 504, 302}) {
            assertInstanceOf(Outcome.Unknown.class, outcome(status), () -> "status " + status);
        }
        for (int status : new int[] {400, 401, 403, 404, 422}) {
            assertInstanceOf(Outcome.Refused.class, outcome(status), () -> "status " + status);
        }
    }

    @Test
    void aRefreshTokenThatIsReplacedSurvivesARestart() throws ConnectorException {
        answers(request -> {
            String expected = "refresh_token=r" + calls.get();
            if (!request.body().contains(expected)) {
                return new Reply(400, "{\"error\":\"invalid_grant\"}");
            }
            int n = calls.incrementAndGet();
            return new Reply(
                    200, "{\"access_token\":\"a" + n + "\",\"expires_in\":3600,\"refresh_token\":\"r" + n + "\"}");
        });
        InMemoryTokens store = new InMemoryTokens();
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
        OAuthTokens oauth = new OAuthTokens(client, clock);
        assertEquals("a1", oauth.access(connection(store), grant(), seconds(5)).reveal());
        assertEquals("a1", oauth.access(connection(store), grant(), seconds(5)).reveal());
        assertEquals(1, calls.get(), "kept in memory");

        OAuthTokens afterRestart = new OAuthTokens(client, clock);
        assertEquals(
                "a2",
                afterRestart.access(connection(store), grant(), seconds(5)).reveal());

        // The first process still holds the first access token; told that it ended, it goes on with the newest refresh
        // token.
        oauth.forget(connection(store));
        assertEquals("a3", oauth.access(connection(store), grant(), seconds(5)).reveal());
        assertEquals(Optional.of(new Secret("r3")), store.read(OAuthTokens.REFRESH_TOKEN));
    }

    @Test
    void aRefreshTokenThatIsNoLongerAcceptedIsAMatterOfTheUser() {
        answers(request -> new Reply(400, "{\"error\":\"invalid_grant\"}"));
        ConnectorException refusal = assertThrows(
                ConnectorException.class,
                () -> new OAuthTokens(client, Clock.systemUTC())
                        .access(connection(new InMemoryTokens()), grant(), seconds(5)));
        assertEquals(ErrorCode.Kind.USER, refusal.problem().code().kind());
        assertFalse(refusal.toString().contains("hush"), refusal::toString);
        assertEquals(1, stub.requests().size());
    }

    private Outcome<String> outcome(int status) {
        answers(request -> new Reply(status, ""));
        return RemoteCodes.outcome(
                client.once(request("/x"), seconds(5)),
                good -> Outcome.done(""),
                no -> RemoteCodes.REFUSED.because("no"));
    }

    private void answers(java.util.function.Function<StubServer.Request, Reply> behaviour) {
        stub.close();
        stub = new StubServer(behaviour);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(stub.address().resolve(path)).build();
    }

    private HttpRequest change(String path) {
        return HttpRequest.newBuilder(stub.address().resolve(path))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }

    private OAuthTokens.Grant grant() {
        return new OAuthTokens.Grant(
                stub.address().resolve("/token"), "client", new Secret("hush-client"), new Secret("r0"));
    }

    private static KitConnection connection(InMemoryTokens tokens) {
        return new KitConnection("1", Settings.of(List.of(), Map.of()), tokens, Duration.ofSeconds(5));
    }

    private static Exchange.Answered answered(Exchange exchange) {
        return assertInstanceOf(Exchange.Answered.class, exchange);
    }

    private static Deadline seconds(int seconds) {
        return Deadline.in(Duration.ofSeconds(seconds));
    }
}
