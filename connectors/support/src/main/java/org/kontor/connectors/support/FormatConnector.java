package org.kontor.connectors.support;

import java.util.List;
import org.kontor.spi.Capability;
import org.kontor.spi.Connector;
import org.kontor.spi.Health;
import org.kontor.spi.ImportFormat;
import org.kontor.spi.Setting;

/** A connector that brings import formats and nothing else: nothing to set, always up, since it talks to nobody. */
public final class FormatConnector implements Connector {

    private final String id;
    private final String name;
    private final String version;
    private final String spiVersion;
    private final List<Capability> formats;

    /**
     * @param id stable name, such as {@code csv-acme}
     * @param name name for people
     * @param version of the connector, such as {@code 1.0.0}
     * @param spiVersion always {@code Connector.SPI_VERSION}: the compiler writes its value into the calling class, so that
     *     it tells what the connector was compiled against
     * @param formats at least one
     */
    public FormatConnector(String id, String name, String version, String spiVersion, ImportFormat... formats) {
        this.id = id;
        this.name = name;
        this.version = version;
        this.spiVersion = spiVersion;
        this.formats = List.of(formats);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public String spiVersion() {
        return spiVersion;
    }

    @Override
    public List<Capability> capabilities() {
        return formats;
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
