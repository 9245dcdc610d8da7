package org.kontor.connectors.rev23;

import java.util.List;
import org.kontor.spi.Capability;
import org.kontor.spi.Connector;
import org.kontor.spi.Health;
import org.kontor.spi.Setting;

/** Brings the import formats of REV23. Needs nothing to be set and is always up: it talks to nobody. */
final class Rev23Connector implements Connector {

    private static final List<Capability> FORMATS = List.of(CloudLayout.FORMAT, DesktopLayout.FORMAT);

    @Override
    public String id() {
        return "csv-rev23";
    }

    @Override
    public String name() {
        return "REV23";
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
        return FORMATS;
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public Health health() {
        return Health.up();
    }
}
