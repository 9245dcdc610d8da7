package org.kontor.connectors.tck;

import java.util.List;
import org.kontor.spi.Capability;
import org.kontor.spi.Connector;
import org.kontor.spi.Health;
import org.kontor.spi.Setting;

/** A connector that holds every rule; the bad ones override what they break. */
class SampleConnector implements Connector {

    private final List<Capability> capabilities = List.of(new SampleFormat());

    @Override
    public String id() {
        return "sample";
    }

    @Override
    public String name() {
        return "Sample";
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
        return List.of();
    }

    @Override
    public Health health() {
        return Health.up();
    }
}
