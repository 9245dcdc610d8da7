package org.kontor.connectors.bluesnap;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.kontor.connectors.support.Exchange;
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

/** BlueSnap's Payment API as a payment vault. */
final class BlueSnapConnector implements Connector {

    private static final List<ErrorCode> CODES = Stream.concat(RemoteCodes.ALL.stream(), BlueSnapErrors.all().stream())
            .toList();

    private final BlueSnapClient client;
    private final List<Capability> capabilities;

    BlueSnapConnector() {
        this(Clock.systemUTC());
    }

    /** With the time that decides what "within 7 days" is. */
    BlueSnapConnector(Clock clock) {
        client = new BlueSnapClient();
        capabilities = List.of(new BlueSnapVault(client, clock));
    }

    @Override
    public String id() {
        return "vault-bluesnap";
    }

    @Override
    public String name() {
        return "BlueSnap";
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
        return BlueSnapSettings.ALL;
    }

    @Override
    public List<ErrorCode> errorCodes() {
        return CODES;
    }

    @Override
    public List<SettingProblem> check(Settings settings) {
        return BlueSnapSettings.check(settings);
    }

    /** Without a connection there is nothing to ask. */
    @Override
    public Health health() {
        return Health.up();
    }

    /** Asks for a charge that cannot be there: that BlueSnap looked for it shows that it lets us in. */
    @Override
    public Health test(Connection connection) {
        Exchange exchange = client.call(connection)
                .get("transactions/kontor-test," + BlueSnapSettings.merchantId(connection.settings()));
        if (exchange instanceof Exchange.Answered answer && BlueSnapErrors.saysNotFound(answer)) {
            return Health.up();
        }
        try {
            RemoteCodes.read(exchange, Json::object);
            return Health.up();
        } catch (ConnectorException e) {
            return Health.down(e.problem().message());
        }
    }
}
