package org.kontor.connectors.bluesnap;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.kontor.connectors.support.Deadline;
import org.kontor.connectors.support.Exchange;
import org.kontor.connectors.support.Masking;
import org.kontor.connectors.support.RateLimiter;
import org.kontor.connectors.support.RemoteClient;
import org.kontor.spi.Connection;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.Secret;
import org.kontor.spi.Settings;

/** Sends requests to BlueSnap, at the pace that the connection allows. */
final class BlueSnapClient {

    private final RemoteClient http = RemoteClient.builder()
            .connectTimeout(Duration.ofSeconds(5))
            .mostTries(3)
            .mostBytes(1024 * 1024)
            .build();
    private final Map<String, Pace> paces = new ConcurrentHashMap<>();

    /** Begins a call of Kontor; all requests that it takes share its time. */
    Call call(Connection connection) {
        return new Call(connection, Deadline.in(connection.timeLimit()));
    }

    /** One call of Kontor. */
    final class Call {

        private final Connection connection;
        private final Deadline deadline;

        private Call(Connection connection, Deadline deadline) {
            this.connection = connection;
            this.deadline = deadline;
        }

        /** Reads; repeated as long as there is time. */
        Exchange get(String path) {
            if (!limiter(connection).await(deadline)) {
                return tooFast();
            }
            return http.repeatable(
                    request(connection.settings(), path).GET().build(), deadline, masking(connection.settings()));
        }

        /** Creates something, once; the key makes BlueSnap act on it once for 24 hours. */
        Exchange post(String path, IdempotencyKey key, String body, Secret... more) {
            return once(
                    request(connection.settings(), path)
                            .header("idempotency-key", key.value())
                            .POST(BodyPublishers.ofString(body)),
                    more);
        }

        /** Changes something, once. */
        Exchange put(String path, String body, Secret... more) {
            return once(request(connection.settings(), path).PUT(BodyPublishers.ofString(body)), more);
        }

        /** Deletes something, once. */
        Exchange delete(String path) {
            return once(request(connection.settings(), path).DELETE());
        }

        private Exchange once(HttpRequest.Builder request, Secret... more) {
            return limiter(connection).await(deadline)
                    ? http.once(request.build(), deadline, masking(connection.settings(), more))
                    : tooFast();
        }
    }

    /** A request with everything that each one has. BlueSnap wants exactly one blank behind {@code Basic}. */
    static HttpRequest.Builder request(Settings settings, String path) {
        return HttpRequest.newBuilder(BlueSnapSettings.address(settings, path))
                .header("Authorization", "Basic " + credentials(settings).reveal())
                .header("bluesnap-version", BlueSnapSettings.apiVersion(settings))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json");
    }

    /** The limiter of a connection; a changed pace takes effect with the next call. */
    RateLimiter limiter(Connection connection) {
        int calls = (int) BlueSnapSettings.callsPerMinute(connection.settings());
        return paces.compute(
                        connection.id(),
                        (id, pace) -> pace != null && pace.calls == calls
                                ? pace
                                : new Pace(calls, new RateLimiter(calls, Duration.ofMinutes(1))))
                .limiter;
    }

    private static Masking masking(Settings settings, Secret... more) {
        return new Masking(Stream.concat(
                        Stream.of(settings.secret(BlueSnapSettings.PASSWORD).orElseThrow(), credentials(settings)),
                        Stream.of(more))
                .toList());
    }

    private static Secret credentials(Settings settings) {
        String plain = settings.text(BlueSnapSettings.USERNAME).orElseThrow() + ":"
                + settings.secret(BlueSnapSettings.PASSWORD).orElseThrow().reveal();
        return new Secret(Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)));
    }

    private static Exchange tooFast() {
        return new Exchange.NotSent("The pace of the connection leaves no time for it.");
    }

    private record Pace(int calls, RateLimiter limiter) {}
}
