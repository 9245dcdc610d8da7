package org.kontor.connectors.support;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ValidatingManagedConnectionFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a few idle lines where no container does. Checks a line before it gives it out again. */
final class OwnPool implements ConnectionManager {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(OwnPool.class.getName());
    private static final int MOST_IDLE = 4;

    private final transient Set<ManagedConnection> idle = ConcurrentHashMap.newKeySet();

    @Override
    public Object allocateConnection(ManagedConnectionFactory factory, ConnectionRequestInfo info)
            throws ResourceException {
        while (true) {
            ManagedConnection line = factory.matchManagedConnections(idle, null, info);
            if (line == null) {
                line = factory.createManagedConnection(null, info);
                line.addConnectionEventListener(new Returns());
                return line.getConnection(null, info);
            }
            if (idle.remove(line)) {
                if (((ValidatingManagedConnectionFactory) factory)
                        .getInvalidConnections(Set.of(line))
                        .isEmpty()) {
                    return line.getConnection(null, info);
                }
                close(line);
            }
        }
    }

    private static void close(ManagedConnection line) {
        try {
            line.destroy();
        } catch (ResourceException e) {
            LOG.log(Level.DEBUG, "A line was not closed in good order", e);
        }
    }

    private final class Returns implements ConnectionEventListener {

        @Override
        public void connectionClosed(ConnectionEvent event) {
            ManagedConnection line = (ManagedConnection) event.getSource();
            if (idle.size() < MOST_IDLE) {
                idle.add(line);
            } else {
                close(line);
            }
        }

        @Override
        public void connectionErrorOccurred(ConnectionEvent event) {
            close((ManagedConnection) event.getSource());
        }

        @Override
        public void localTransactionStarted(ConnectionEvent event) {
            // There are no transactions.
        }

        @Override
        public void localTransactionCommitted(ConnectionEvent event) {
            // There are no transactions.
        }

        @Override
        public void localTransactionRolledback(ConnectionEvent event) {
            // There are no transactions.
        }
    }
}
