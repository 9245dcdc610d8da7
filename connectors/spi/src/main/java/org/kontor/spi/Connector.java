package org.kontor.spi;

import java.util.List;

/**
 * One connector: who it is, what it can do, what it needs to be told.
 *
 * <p><b>Life cycle.</b> The connector's resource adapter makes one instance when it starts, registers it, and withdraws
 * it when it stops. Kontor asks the registry each time and keeps no reference beyond one piece of work.
 *
 * <p><b>Threads.</b> Every method may be called by many threads at the same time.
 *
 * <p><b>Time.</b> {@link #id()}, {@link #name()}, {@link #version()}, {@link #capabilities()} and {@link #settings()}
 * answer from memory at once. {@link #health()} answers within two seconds.
 */
public interface Connector {

    /**
     * The version of this interface package. A connector built for another major version is listed but not used.
     */
    String SPI_VERSION = "1.0";

    /** Stable, unique name in lower case letters, digits and hyphens, such as {@code csv-rev23}; 1 to 60 characters. */
    String id();

    /** Name for people, such as {@code REV23}. */
    String name();

    /** Version of the connector, such as {@code 1.2.0}. */
    String version();

    /**
     * The {@link #SPI_VERSION} that the connector was compiled against.
     *
     * <p>Write {@code return SPI_VERSION;} in your own class: the compiler then puts the value into it. What is inherited
     * from here is the version of the server that runs the connector, and says nothing.
     */
    default String spiVersion() {
        return SPI_VERSION;
    }

    /**
     * What this connector can do. Kontor picks by type: {@code capability instanceof ImportFormat format}. Never empty,
     * always the same objects while the connector is registered.
     */
    List<Capability> capabilities();

    /** Every setting that the connector understands; empty when there is nothing to set. */
    List<Setting> settings();

    /** How the connector is now; asked by operators and by the health endpoint, at most every few seconds. */
    Health health();
}
