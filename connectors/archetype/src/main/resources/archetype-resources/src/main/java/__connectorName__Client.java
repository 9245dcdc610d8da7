package ${package};

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.function.Function;
import org.kontor.connectors.support.Deadline;
import org.kontor.connectors.support.Exchange;
import org.kontor.connectors.support.RemoteClient;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Connection;
import org.kontor.spi.Outcome;
import org.kontor.spi.Settings;

/** HTTP to ${connectorName}: how a request looks and what a reply means. */
final class ${connectorName}Client {

    private final RemoteClient http =
            RemoteClient.builder().connectTimeout(Duration.ofSeconds(2)).mostTries(2).build();

    /** Asks; is repeated where that helps. */
    Exchange get(Connection connection, String path) {
        return http.repeatable(
                request(connection.settings(), path).GET().build(), Deadline.in(connection.timeLimit()));
    }

    /** Changes something: is sent once, with the key by which ${connectorName} knows it again. */
    Exchange send(Connection connection, String method, String path, String key, JsonObject body) {
        HttpRequest request = request(connection.settings(), path)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
                .header("Idempotency-Key", key)
                .build();
        return http.once(request, Deadline.in(connection.timeLimit()));
    }

    HttpRequest.Builder request(Settings settings, String path) {
        return HttpRequest.newBuilder(URI.create(settings.url("baseUrl").orElseThrow() + path))
                .header("Authorization", "Bearer " + settings.secret("apiKey").orElseThrow().reveal());
    }

    /** The outcome of a call that changes something, by its reply. */
    static <T> Outcome<T> outcome(Exchange exchange, Function<JsonObject, T> reader) {
        return RemoteCodes.outcome(
                exchange,
                good -> Outcome.done(reader.apply(json(good))),
                no -> RemoteCodes.REFUSED.because("${connectorName} refused it.", Integer.toString(no.status())));
    }

    /** The outcome of a look-up by key: one that fails proves nothing, except 404, which says that the key was never seen. */
    static <T> Outcome<T> found(Exchange exchange, Function<JsonObject, T> reader) {
        if (exchange instanceof Exchange.Answered answer && answer.status() == 404) {
            return Outcome.notSent(RemoteCodes.REFUSED.because("Send it again: ${connectorName} has never seen the key."));
        }
        Outcome<T> outcome = outcome(exchange, reader);
        return outcome instanceof Outcome.Done<T>
                ? outcome
                : Outcome.unknown(outcome.trouble().orElseThrow());
    }

    /** A reply as JSON; anything else is a defect on one of the two sides. */
    static JsonObject json(Exchange.Answered answer) {
        try {
            return Json.createReader(new StringReader(answer.text())).readObject();
        } catch (JsonException e) {
            throw new IllegalArgumentException("The reply is no JSON", e);
        }
    }
}
