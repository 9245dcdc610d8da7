package org.kontor.connectors.support;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.Secret;

/**
 * Access tokens by the refresh grant of OAuth 2.0 (RFC 6749, section 6). A refresh token that the server replaces is stored
 * before the new access token is used, so that a restart or another node goes on with it. Access tokens are kept in memory until
 * a minute before they end.
 */
public final class OAuthTokens {

    /** Name under which the refresh token is kept in {@link org.kontor.spi.Tokens}. */
    public static final String REFRESH_TOKEN = "refreshToken";

    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final RemoteClient client;
    private final Clock clock;
    private final Map<String, Access> kept = new ConcurrentHashMap<>();
    private final Map<String, Object> locks = new ConcurrentHashMap<>();

    /** Asks with this client. */
    public OAuthTokens(RemoteClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /**
     * An access token that is still good for a minute at least.
     *
     * @param connection whose it is; one refresh at a time is under way for each process
     * @param grant where and as whom to ask
     * @throws ConnectorException kind USER when the refresh token is no longer accepted; kind REMOTE_DOWN when the server cannot
     *     be asked
     */
    public Secret access(Connection connection, Grant grant, Deadline deadline) throws ConnectorException {
        synchronized (locks.computeIfAbsent(connection.id(), id -> new Object())) {
            Access access = kept.get(connection.id());
            if (access != null && clock.instant().isBefore(access.until().minus(MARGIN))) {
                return access.token();
            }
            Optional<Secret> stored = connection.tokens().read(REFRESH_TOKEN);
            Exchange exchange = refresh(grant, stored.orElse(grant.firstRefreshToken()), deadline);
            if (refused(exchange)) {
                // Another node may have refreshed meanwhile, which ends the token that this one had.
                Optional<Secret> again = connection.tokens().read(REFRESH_TOKEN);
                if (again.isPresent() && !again.equals(stored)) {
                    stored = again;
                    exchange = refresh(grant, again.get(), deadline);
                }
            }
            if (refused(exchange)) {
                kept.remove(connection.id());
                throw new ConnectorException(RemoteCodes.CREDENTIALS.because(
                        "Connect again: the remote system no longer accepts what it was given before.",
                        "invalid_grant"));
            }
            Reply reply = RemoteCodes.read(exchange, OAuthTokens::reply);
            if (reply.refreshToken().isPresent()) {
                connection
                        .tokens()
                        .replace(REFRESH_TOKEN, stored, reply.refreshToken().get());
            }
            kept.put(
                    connection.id(),
                    new Access(reply.accessToken(), clock.instant().plus(reply.lifetime())));
            return reply.accessToken();
        }
    }

    /** Forgets the access token: the remote system answered 401 to it. */
    public void forget(Connection connection) {
        kept.remove(connection.id());
    }

    /** A refresh must not be repeated blindly: a rotated token works once. */
    private Exchange refresh(Grant grant, Secret refreshToken, Deadline deadline) {
        String basic =
                encode(grant.clientId()) + ":" + encode(grant.clientSecret().reveal());
        HttpRequest request = HttpRequest.newBuilder(grant.tokenEndpoint())
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=refresh_token&refresh_token=" + encode(refreshToken.reveal())))
                .build();
        return client.once(request, deadline);
    }

    private static boolean refused(Exchange exchange) {
        return exchange instanceof Exchange.Answered answer && (answer.status() == 400 || answer.status() == 401);
    }

    private static Reply reply(Exchange.Answered answer) {
        try (JsonReader reader = Json.createReader(new StringReader(answer.text()))) {
            JsonObject json = reader.readObject();
            String refresh = json.getString("refresh_token", "");
            return new Reply(
                    new Secret(json.getString("access_token")),
                    Duration.ofSeconds(json.getInt("expires_in", 300)),
                    refresh.isEmpty() ? Optional.empty() : Optional.of(new Secret(refresh)));
        } catch (JsonException e) {
            throw new IllegalArgumentException("No JSON", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Where and as whom to ask.
     *
     * @param tokenEndpoint address of the token endpoint
     * @param clientId of the application
     * @param clientSecret of the application
     * @param firstRefreshToken what somebody entered; used until the server replaces it
     */
    public record Grant(URI tokenEndpoint, String clientId, Secret clientSecret, Secret firstRefreshToken) {}

    private record Access(Secret token, Instant until) {}

    private record Reply(Secret accessToken, Duration lifetime, Optional<Secret> refreshToken) {}
}
