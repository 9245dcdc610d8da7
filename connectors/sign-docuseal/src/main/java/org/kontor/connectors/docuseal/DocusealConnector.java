package org.kontor.connectors.docuseal;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Capability;
import org.kontor.spi.Connection;
import org.kontor.spi.Connector;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.Health;
import org.kontor.spi.Setting;
import org.kontor.spi.SettingProblem;
import org.kontor.spi.Settings;

/** DocuSeal as a signature service. */
final class DocusealConnector implements Connector {

    private static final List<ErrorCode> CODES =
            Stream.concat(RemoteCodes.ALL.stream(), DocusealErrors.ALL.stream()).toList();

    private final DocusealClient client = new DocusealClient();
    private final List<Capability> capabilities = List.of(new DocusealSignatures(client, Clock.systemUTC()));

    @Override
    public String id() {
        return "sign-docuseal";
    }

    @Override
    public String name() {
        return "DocuSeal";
    }

    @Override
    public String version() {
        return "1.0.0";
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
        return DocusealSettings.ALL;
    }

    @Override
    public List<ErrorCode> errorCodes() {
        return CODES;
    }

    @Override
    public List<SettingProblem> check(Settings settings) {
        return DocusealSettings.check(settings);
    }

    /** Without a connection there is nothing to ask. */
    @Override
    public Health health() {
        return Health.up();
    }

    /** Asks for one submission: that a list comes shows that address and key are right. */
    @Override
    public Health test(Connection connection) {
        try {
            RemoteCodes.read(client.call(connection).get("submissions?limit=1"), Submissions::list);
            return Health.up();
        } catch (ConnectorException e) {
            return Health.down(e.problem().message());
        }
    }
}
