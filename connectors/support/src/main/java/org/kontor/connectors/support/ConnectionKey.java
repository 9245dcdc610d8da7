package org.kontor.connectors.support;

import jakarta.resource.spi.ConnectionRequestInfo;
import org.kontor.spi.Connection;
import org.kontor.spi.Settings;

/**
 * Which lines may stand in for each other: those of one connection with the same settings. Shows no secret.
 *
 * @param connectionId Kontor's name of the connection
 * @param fingerprint differs when a setting was changed, secrets included
 * @param settings what a new line is opened with
 */
public record ConnectionKey(String connectionId, int fingerprint, Settings settings) implements ConnectionRequestInfo {

    /** The key of a connection. */
    public static ConnectionKey of(Connection connection) {
        return new ConnectionKey(connection.id(), connection.settings().hashCode(), connection.settings());
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof ConnectionKey key
                && key.connectionId.equals(connectionId)
                && key.settings.equals(settings);
    }

    @Override
    public int hashCode() {
        return 31 * connectionId.hashCode() + fingerprint;
    }
}
