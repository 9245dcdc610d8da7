package org.kontor.connectors.tck;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.kontor.connectors.support.Deadline;
import org.kontor.connectors.support.Exchange;
import org.kontor.connectors.support.RemoteClient;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Capability;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.Health;
import org.kontor.spi.Setting;
import org.kontor.spi.Settings;

/** A connector to {@link RemoteSystem} that holds every rule. */
class SampleRemote extends SampleConnector {

    static final List<Setting> SETTINGS = List.of(
            Setting.required("baseUrl", Setting.Type.URL, "Where the remote system is."),
            Setting.secret("apiKey", "The key that the remote system gave you."),
            Setting.withDefault("statement", Setting.Type.TEXT, "What the payer reads.", "Kontor"));

    private final RemoteClient client = RemoteClient.builder()
            .connectTimeout(Duration.ofMillis(500))
            .mostTries(2)
            .build();
    private final List<Capability> capabilities = List.of(
            new SampleVault(this),
            new SampleBooks(this),
            new SampleChannel(),
            new SampleSignatures(this),
            new SampleTickets(this),
            new SampleWatch(this));

    @Override
    public List<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    @Override
    public List<ErrorCode> errorCodes() {
        return RemoteCodes.ALL;
    }

    @Override
    public Health test(Connection connection) {
        try {
            RemoteCodes.read(get(connection, "/records?after=0"), SampleRemote::json);
            return Health.up();
        } catch (ConnectorException e) {
            return Health.down(e.problem().message());
        }
    }

    Exchange get(Connection connection, String path) {
        return client.repeatable(request(connection.settings(), path).GET().build(), deadline(connection));
    }

    Exchange send(Connection connection, String method, String path, String key, String body) {
        HttpRequest.Builder request = request(connection.settings(), path)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return client.once(request.build(), deadline(connection));
    }

    HttpRequest.Builder request(Settings settings, String path) {
        return HttpRequest.newBuilder(URI.create(settings.url("baseUrl").orElseThrow() + path))
                .header("X-Statement", settings.text("statement").orElseThrow())
                .header(
                        "Authorization",
                        "Bearer " + settings.secret("apiKey").orElseThrow().reveal());
    }

    Deadline deadline(Connection connection) {
        return Deadline.in(connection.timeLimit());
    }

    static JsonObject json(Exchange.Answered answer) {
        try {
            return Json.createReader(new StringReader(answer.text())).readObject();
        } catch (JsonException e) {
            throw new IllegalArgumentException("No JSON", e);
        }
    }
}
