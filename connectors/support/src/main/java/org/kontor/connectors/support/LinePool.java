package org.kontor.connectors.support;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import java.io.IOException;
import org.kontor.spi.Connection;

/**
 * Gives out lines of the pool. A line on which a call fails with {@link IOException} leaves the pool for good.
 *
 * @param <P> what a line is
 */
public final class LinePool<P extends PhysicalConnection> {

    private final RemoteConnectionFactory<P> factory;
    private final ConnectionManager manager;

    LinePool(RemoteConnectionFactory<P> factory, ConnectionManager manager) {
        this.factory = factory;
        this.manager = manager;
    }

    /**
     * Lines out of the pool that the operator has set up under {@code eis/kontor/<connector id>}, as soon and as long as there is
     * one; without one, out of a small pool of the connector's own, which knows no limit. To be kept as long as the connector.
     */
    public static <P extends PhysicalConnection> LinePool<P> of(
            String connectorId, RemoteConnectionFactory<P> factory) {
        return new LinePool<>(factory, new OperatorsPool(connectorId));
    }

    /**
     * Does something with a line.
     *
     * @throws CannotOpen when no line could be had: certainly nothing was sent
     * @throws IOException when the line broke during the work
     */
    @SuppressWarnings("unchecked")
    public <R> R use(Connection connection, Work<P, R> work) throws CannotOpen, IOException {
        PooledConnection.Handle<P> handle;
        try {
            handle = (PooledConnection.Handle<P>) allocate(ConnectionKey.of(connection));
        } catch (ResourceException e) {
            throw new CannotOpen(e);
        }
        boolean alive = true;
        try {
            return work.with(handle.physical());
        } catch (IOException e) {
            alive = false;
            handle.died(e);
            throw e;
        } finally {
            if (alive) {
                handle.release();
            }
        }
    }

    Object allocate(ConnectionRequestInfo info) throws ResourceException {
        return manager.allocateConnection(factory, info);
    }

    /** What is done with a line. */
    @FunctionalInterface
    public interface Work<P, R> {
        /** Does it; {@link IOException} when the line broke. */
        R with(P line) throws IOException;
    }

    /** No line could be had. */
    public static final class CannotOpen extends Exception {

        private static final long serialVersionUID = 1L;

        CannotOpen(ResourceException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
