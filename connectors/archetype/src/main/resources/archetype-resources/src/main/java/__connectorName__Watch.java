package ${package};

import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ProfileWatch;

/** What ${connectorName} knows of the jobs of people. */
class ${connectorName}Watch implements ProfileWatch {

    private final ${connectorName}Client client;

    ${connectorName}Watch(${connectorName}Client client) {
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
    public int most() {
        return 50;
    }

    @Override
    public List<Sighting> look(Connection connection, List<URI> profiles) throws ConnectorException {
        if (profiles.isEmpty()) {
            return List.of();
        }
        String of = profiles.stream()
                .map(profile -> URLEncoder.encode(profile.toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(","));
        return RemoteCodes.read(
                client.get(connection, "/profiles?of=" + of),
                answer -> ${connectorName}Client.json(answer).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                        .map(${connectorName}Watch::sighting)
                        .toList());
    }

    private static Sighting sighting(JsonObject json) {
        return new Sighting(
                URI.create(json.getString("profile")),
                json.getString("title"),
                json.getString("company"),
                Optional.empty(),
                Clock.systemUTC().instant());
    }
}
