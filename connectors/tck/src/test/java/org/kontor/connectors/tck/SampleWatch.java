package org.kontor.connectors.tck;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ProfileWatch;

/** The site with profiles of {@link RemoteSystem}. */
class SampleWatch implements ProfileWatch {

    private final SampleRemote remote;

    SampleWatch(SampleRemote remote) {
        this.remote = remote;
    }

    @Override
    public String id() {
        return "sample-watch";
    }

    @Override
    public String name() {
        return "Sample watch";
    }

    @Override
    public int most() {
        return 20;
    }

    @Override
    public List<Sighting> look(Connection connection, List<URI> profiles) throws ConnectorException {
        if (profiles.isEmpty()) {
            return List.of();
        }
        String of = profiles.stream().map(URI::toString).collect(Collectors.joining(","));
        return RemoteCodes.read(
                remote.get(connection, "/profiles?of=" + of),
                answer -> SampleRemote.json(answer).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .map(SampleWatch::sighting)
                        .toList());
    }

    private static Sighting sighting(JsonObject json) {
        return new Sighting(
                URI.create(json.getString("url")), json.getString("job"), "", Optional.empty(), Instant.now());
    }
}
