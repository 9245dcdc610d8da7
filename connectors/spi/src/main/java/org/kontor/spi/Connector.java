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
 * <p><b>Time.</b> {@link #id()}, {@link #name()}, {@link #version()}, {@link #capabilities()}, {@link #settings()} and
 * {@link #errorCodes()} answer from memory at once. {@link #health()} answers within two seconds.
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
     * The {@link #SPI_VERSION} that the connector was compiled against: write {@code return SPI_VERSION;} and the compiler
     * puts the value into your own class.
     */
    String spiVersion();

    /**
     * What this connector can do. Kontor picks by type: {@code capability instanceof ImportFormat format}. Never empty,
     * always the same objects while the connector is registered.
     */
    List<Capability> capabilities();

    /** Every setting that the connector understands; empty when there is nothing to set. */
    List<Setting> settings();

    /** Every code that a {@link Problem} of this connector can have; empty when it talks to nobody. */
    default List<ErrorCode> errorCodes() {
        return List.of();
    }

    /** How the connector is now; asked by operators and by the health endpoint, at most every few seconds. */
    Health health();

    /**
     * What is wrong with settings taken together, beyond what their descriptions say. Called before they are saved; each value
     * by itself is all right. Answers from memory.
     */
    default List<SettingProblem> check(Settings settings) {
        return List.of();
    }

    /**
     * Whether the remote system can be reached with these settings and would take our calls. Changes nothing there. Called when
     * somebody presses Test, on a thread of its own, within the connection's time limit; never throws on account of the
     * remote system. A connector without settings need not answer.
     */
    default Health test(Connection connection) {
        return health();
    }
}
