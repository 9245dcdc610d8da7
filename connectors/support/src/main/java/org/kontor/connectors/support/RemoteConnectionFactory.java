package org.kontor.connectors.support;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.CommException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnection;
import jakarta.resource.spi.ManagedConnectionFactory;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterAssociation;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.ValidatingManagedConnectionFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.HashSet;
import java.util.Set;
import javax.security.auth.Subject;
import org.jspecify.annotations.Nullable;
import org.kontor.spi.Settings;

/**
 * Opens lines to a remote system for the pool of the container, and lets it find out which have died. A subclass is public,
 * has a public constructor without parameters, and stands in {@code ra.xml} as {@code managedconnectionfactory-class} with
 * {@link LinePool} as connection factory.
 *
 * @param <P> what a line is
 */
public abstract class RemoteConnectionFactory<P extends PhysicalConnection>
        implements ManagedConnectionFactory, ValidatingManagedConnectionFactory, ResourceAdapterAssociation {

    private static final long serialVersionUID = 1L;

    private transient @Nullable ResourceAdapter adapter;
    private transient @Nullable PrintWriter log;

    /** For subclasses; the server makes the instance. */
    protected RemoteConnectionFactory() {}

    /**
     * Opens a line.
     *
     * @throws IOException when the remote system cannot be reached or does not let us in; without secrets in its message
     */
    protected abstract P open(Settings settings) throws IOException;

    @Override
    public final Object createConnectionFactory(ConnectionManager manager) {
        return new LinePool<>(this, manager);
    }

    /** Without a container that pools: a small pool of its own. */
    @Override
    public final Object createConnectionFactory() {
        return new LinePool<>(this, new OwnPool());
    }

    @Override
    public final ManagedConnection createManagedConnection(
            @Nullable Subject subject, @Nullable ConnectionRequestInfo info) throws ResourceException {
        if (!(info instanceof ConnectionKey key)) {
            throw new ResourceAdapterInternalException("A line is opened for a connection of Kontor alone");
        }
        try {
            return new PooledConnection<>(open(key.settings()), key);
        } catch (IOException e) {
            throw new CommException(e.getMessage(), e);
        }
    }

    @Override
    public final @Nullable ManagedConnection matchManagedConnections(
            @SuppressWarnings("rawtypes") Set candidates,
            @Nullable Subject subject,
            @Nullable ConnectionRequestInfo info) {
        for (Object candidate : candidates) {
            if (candidate instanceof PooledConnection<?> line && line.serves(info)) {
                return line;
            }
        }
        return null;
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"})
    public final Set getInvalidConnections(Set lines) {
        Set invalid = new HashSet();
        for (Object candidate : lines) {
            if (candidate instanceof PooledConnection<?> line && !line.isValid()) {
                invalid.add(line);
            }
        }
        return invalid;
    }

    @Override
    public @Nullable ResourceAdapter getResourceAdapter() {
        return adapter;
    }

    @Override
    public void setResourceAdapter(ResourceAdapter given) {
        adapter = given;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) {
        log = writer;
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return log;
    }

    /** Two factories of one class open the same lines: all that differs is in the connection. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RemoteConnectionFactory<?> factory && type().equals(factory.type());
    }

    @Override
    public int hashCode() {
        return type().hashCode();
    }

    private Class<?> type() {
        return getClass();
    }
}
