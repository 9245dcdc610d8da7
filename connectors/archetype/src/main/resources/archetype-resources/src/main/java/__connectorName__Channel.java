package ${package};

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Batch;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.MessageChannel;
import org.kontor.spi.Outcome;

/** Text messages by ${connectorName}. */
class ${connectorName}Channel implements MessageChannel {

    private static final int LONGEST = 1600;

    private final ${connectorName}Client client;

    ${connectorName}Channel(${connectorName}Client client) {
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
    public Medium medium() {
        return Medium.SMS;
    }

    /** What is not named here is refused, and the kit makes sure of it. */
    @Override
    public Set<Feature> features() {
        return Set.of();
    }

    @Override
    public int longestText() {
        return LONGEST;
    }

    @Override
    public Outcome<Sent> send(Connection connection, Message message) {
        if (message.html().isPresent() || !message.attachments().isEmpty()) {
            return RemoteCodes.notSupported("HTML or files");
        }
        if (!message.to().matches("[+][0-9]{6,15}")) {
            return Outcome.refused(
                    RemoteCodes.NOT_SUPPORTED.because("Write one number such as +13035550102."));
        }
        if (message.text().length() > LONGEST) {
            return Outcome.refused(
                    RemoteCodes.NOT_SUPPORTED.because("Write no more than " + LONGEST + " characters."));
        }
        JsonObject body = Json.createObjectBuilder()
                .add("to", message.to())
                .add("text", message.text())
                .build();
        return ${connectorName}Client.outcome(
                client.send(connection, "POST", "/messages", message.key().value(), body),
                json -> new Sent(json.getString("id")));
    }

    @Override
    public Batch<Delivery> deliveries(Connection connection, Optional<String> cursor) throws ConnectorException {
        throw new ConnectorException(
                RemoteCodes.NOT_SUPPORTED.because("Look into ${connectorName}: it does not report deliveries."));
    }
}
