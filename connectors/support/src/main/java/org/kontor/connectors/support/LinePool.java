package org.kontor.connectors.support;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import java.io.IOException;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
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
     * The pool that the operator has set up under {@code eis/kontor/<connector id>}; without one, a small pool of the connector's
     * own.
     */
    @SuppressWarnings({"unchecked", "BanJNDI"}) // The name is fixed but for the connector's own id.
    public static <P extends PhysicalConnection> LinePool<P> of(
            String connectorId, RemoteConnectionFactory<P> factory) {
        return bound("eis/kontor/" + connectorId)
                .filter(LinePool.class::isInstance)
                .map(pool -> (LinePool<P>) pool)
                .orElseGet(() -> (LinePool<P>) factory.createConnectionFactory());
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
            handle = (PooledConnection.Handle<P>) manager.allocateConnection(factory, ConnectionKey.of(connection));
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

    @SuppressWarnings("BanJNDI")
    private static Optional<Object> bound(String name) {
        try {
            return Optional.ofNullable(new InitialContext().lookup(name));
        } catch (NamingException e) {
            return Optional.empty();
        }
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
