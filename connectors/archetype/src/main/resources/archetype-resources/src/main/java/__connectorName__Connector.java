package ${package};

import java.util.List;
import org.kontor.connectors.support.Exchange;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Capability;
import org.kontor.spi.Connection;
import org.kontor.spi.Connector;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.Health;
import org.kontor.spi.Setting;

/** Who the connector is and what it must be told. */
final class ${connectorName}Connector implements Connector {

    static final List<Setting> SETTINGS = List.of(
            Setting.required("baseUrl", Setting.Type.URL, "Where ${connectorName} is, such as https://api.${artifactId}.example."),
            Setting.secret("apiKey", "The key that ${connectorName} gave you."));

    private final ${connectorName}Client client = new ${connectorName}Client();
#if ($capability == "accounting")
    private final List<Capability> capabilities = List.of(new ${connectorName}Books(client));
#elseif ($capability == "vault")
    private final List<Capability> capabilities = List.of(new ${connectorName}Vault(client));
#elseif ($capability == "messages")
    private final List<Capability> capabilities = List.of(new ${connectorName}Channel(client));
#elseif ($capability == "signatures")
    private final List<Capability> capabilities = List.of(new ${connectorName}Signatures(client));
#elseif ($capability == "tickets")
    private final List<Capability> capabilities = List.of(new ${connectorName}Tickets(client));
#else
    private final List<Capability> capabilities = List.of(new ${connectorName}Watch(client));
#end

    @Override
    public String id() {
        return "${artifactId}";
    }

    @Override
    public String name() {
        return "${connectorName}";
    }

    @Override
    public String version() {
        return "${version}";
    }

    @Override
    public String spiVersion() {
        return SPI_VERSION;
    }

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
    public Health health() {
        return Health.up();
    }

    /** What the button Test does: asks for something that changes nothing. */
    @Override
    public Health test(Connection connection) {
        try {
            RemoteCodes.read(client.get(connection, "/ping"), Exchange.Answered::status);
            return Health.up();
        } catch (ConnectorException e) {
            return Health.down(e.problem().message());
        }
    }
}
