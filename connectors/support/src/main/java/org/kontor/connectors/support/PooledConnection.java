package org.kontor.connectors.support;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.LocalTransaction;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionMetaData;
import jakarta.resource.spi.ResourceAdapterInternalException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.security.auth.Subject;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/** A line in the pool of the container. Tells the pool when its user is done and when it has died. */
public final class PooledConnection<P extends PhysicalConnection> implements ManagedConnection {

    private final P physical;
    private final ConnectionKey key;
    private final List<ConnectionEventListener> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean dead;
    private @Nullable PrintWriter log;

    PooledConnection(P physical, ConnectionKey key) {
        this.physical = physical;
        this.key = key;
    }

    boolean serves(@Nullable ConnectionRequestInfo wanted) {
        return !dead && key.equals(wanted);
    }

    boolean isValid() {
        return !dead && physical.isAlive();
    }

    /** What a user of the pool works with until he gives it back. */
    public static final class Handle<P extends PhysicalConnection> {

        private final PooledConnection<P> owner;

        private Handle(PooledConnection<P> owner) {
            this.owner = owner;
        }

        P physical() {
            return owner.physical;
        }

        /** Gives it back to the pool. */
        void release() {
            ConnectionEvent event = owner.event(ConnectionEvent.CONNECTION_CLOSED, null);
            event.setConnectionHandle(this);
            owner.listeners.forEach(listener -> listener.connectionClosed(event));
        }

        /** Takes it out of the pool for good. */
        void died(Exception cause) {
            owner.dead = true;
            ConnectionEvent event = owner.event(ConnectionEvent.CONNECTION_ERROR_OCCURRED, cause);
            event.setConnectionHandle(this);
            owner.listeners.forEach(listener -> listener.connectionErrorOccurred(event));
        }
    }

    private ConnectionEvent event(int id, @Nullable Exception cause) {
        return cause == null ? new ConnectionEvent(this, id) : new ConnectionEvent(this, id, cause);
    }

    @Override
    public Object getConnection(@Nullable Subject subject, @Nullable ConnectionRequestInfo info)
            throws ResourceException {
        if (!serves(info)) {
            throw new ResourceAdapterInternalException("The pool gave a line of another connection, or a dead one");
        }
        return new Handle<>(this);
    }

    @Override
    public void destroy() throws ResourceException {
        dead = true;
        try {
            physical.close();
        } catch (IOException e) {
            throw new ResourceAdapterInternalException("The line was not closed in good order: " + e.getMessage(), e);
        }
    }

    @Override
    public void cleanup() {
        // A line carries no state from one user to the next.
    }

    @Override
    public void associateConnection(Object handle) throws ResourceException {
        throw new NotSupportedException("Lines are not shared");
    }

    @Override
    public void addConnectionEventListener(ConnectionEventListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeConnectionEventListener(ConnectionEventListener listener) {
        listeners.remove(listener);
    }

    @Override
    public XAResource getXAResource() throws ResourceException {
        throw new NotSupportedException("Remote calls take part in no transaction");
    }

    @Override
    public LocalTransaction getLocalTransaction() throws ResourceException {
        throw new NotSupportedException("Remote calls take part in no transaction");
    }

    @Override
    public ManagedConnectionMetaData getMetaData() {
        return new ManagedConnectionMetaData() {
            @Override
            public String getEISProductName() {
                return physical.getClass().getSimpleName();
            }

            @Override
            public String getEISProductVersion() {
                return "";
            }

            @Override
            public int getMaxConnections() {
                return 0;
            }

            @Override
            public String getUserName() {
                return key.connectionId();
            }
        };
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) {
        log = writer;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return log;
    }
}
