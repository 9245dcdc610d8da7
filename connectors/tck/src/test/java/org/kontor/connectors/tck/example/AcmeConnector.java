package org.kontor.connectors.tck.example;

import java.util.List;
import org.kontor.spi.Capability;
import org.kontor.spi.Connector;
import org.kontor.spi.Health;
import org.kontor.spi.Setting;

final class AcmeConnector implements Connector {

    private static final List<Capability> FORMATS = List.of(AcmeLayout.FORMAT);

    @Override
    public String id() {
        return "csv-acme";
    }

    @Override
    public String name() {
        return "Acme Clients";
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
