package org.kontor.connectors.tck;

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

/** The help desk of {@link RemoteSystem}. */
class SampleTickets implements TicketSource {

    private static final Instant OPENED = Instant.parse("2026-03-01T09:00:00Z");

    private final SampleRemote remote;

    SampleTickets(SampleRemote remote) {
        this.remote = remote;
    }

    @Override
    public String id() {
        return "sample-tickets";
    }

    @Override
    public String name() {
        return "Sample tickets";
    }

    @Override
    public Batch<Ticket> pull(Connection connection, Optional<String> cursor) throws ConnectorException {
        return RemoteCodes.read(remote.get(connection, "/tickets?after=" + cursor.orElse("0")), answer -> {
            JsonObject json = SampleRemote.json(answer);
            List<Ticket> items = json.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .map(this::ticket)
                    .toList();
            return new Batch<>(items, "" + json.getInt("next"), json.getBoolean("more"));
        });
    }

    Ticket ticket(JsonObject json) {
        boolean solved = json.getBoolean("solved");
        return new Ticket(
                json.getString("id"),
                json.getString("from"),
                "",
                json.getString("subject").replaceAll("[\\r\\n]+", " "),
                solved ? "solved" : "open",
                OPENED,
                solved ? Optional.of(OPENED.plusSeconds(3600)) : Optional.empty(),
                Optional.of(solved ? 0.5 : -0.5),
                Optional.of(URI.create("https://desk.example/" + json.getString("id"))),
                "Since this morning.",
                "Incident",
                solved ? "Low" : "High",
                "");
    }
}
