package ${package};

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Batch;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.TicketSource;

/** The tickets of ${connectorName}. */
class ${connectorName}Tickets implements TicketSource {

    private final ${connectorName}Client client;

    ${connectorName}Tickets(${connectorName}Client client) {
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

    @Override
    public Batch<Ticket> pull(Connection connection, Optional<String> cursor) throws ConnectorException {
        return RemoteCodes.read(client.get(connection, "/tickets?after=" + cursor.orElse("0")), answer -> {
            JsonObject json = ${connectorName}Client.json(answer);
            List<Ticket> items = json.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .map(${connectorName}Tickets::ticket)
                    .toList();
            return new Batch<>(items, json.getString("next"), json.getBoolean("more"));
        });
    }

    private static Ticket ticket(JsonObject json) {
        return new Ticket(
                json.getString("id"),
                json.getString("from"),
                "",
                json.getString("subject").replaceAll("[\\r\\n]+", " "),
                json.getString("status"),
                Instant.parse(json.getString("opened")),
                Optional.of(json.getString("closed")).filter(closed -> !closed.isEmpty()).map(Instant::parse),
                Optional.empty(),
                Optional.of(URI.create(json.getString("page"))),
                json.getString("text", ""),
                json.getString("type", ""),
                json.getString("priority", ""),
                json.getString("severity", ""));
    }
}
