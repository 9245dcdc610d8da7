package org.kontor.testing;

import java.util.List;
import java.util.Optional;
import org.kontor.connector.ConnectorDirectory;
import org.kontor.spi.Capability;
import org.kontor.spi.Connector;
import org.kontor.spi.Health;
import org.kontor.spi.Setting;

/**
 * A connector of a test: what it can do is told by its capabilities, which answer as the test tells them.
 *
 * @param id its id
 * @param capabilities what it can do
 */
public record ScriptedConnector(String id, List<Capability> capabilities) implements Connector {

    /** A connector with these capabilities. */
    public ScriptedConnector(String id, Capability... capabilities) {
        this(id, List.of(capabilities));
    }

    /** A directory with this connector alone, for {@link TestKontor#with}. */
    public ConnectorDirectory directory() {
        return new ConnectorDirectory() {
            @Override
            public List<Entry> registered() {
                return List.of(new Entry(id, Optional.of(ScriptedConnector.this)));
            }
        };
    }

    @Override
    public String name() {
        return "Connector " + id;
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
    public List<Setting> settings() {
        return List.of(Setting.withDefault("size", Setting.Type.NUMBER, "How many.", "20"));
    }

    @Override
    public Health health() {
        return Health.up();
    }
}
