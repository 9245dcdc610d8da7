package org.kontor.connectors.googlecontacts;

import java.util.List;
import org.kontor.spi.Capability;
import org.kontor.spi.Connector;
import org.kontor.spi.Health;
import org.kontor.spi.Setting;

/** Brings the import format of Google Contacts. Needs nothing to be set and is always up: it talks to nobody. */
final class GoogleContactsConnector implements Connector {

    private static final List<Capability> FORMATS = List.of(GoogleContactsLayout.FORMAT);

    @Override
    public String id() {
        return "csv-google-contacts";
    }

    @Override
    public String name() {
        return "Google Contacts";
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
