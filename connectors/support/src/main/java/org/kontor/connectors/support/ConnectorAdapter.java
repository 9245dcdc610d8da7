package org.kontor.connectors.support;

import jakarta.resource.NotSupportedException;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.ResourceAdapter;
import jakarta.resource.spi.ResourceAdapterInternalException;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;
import org.kontor.spi.Capability;
import org.kontor.spi.Connector;
import org.kontor.spi.Connectors;

/**
 * The resource adapter of a connector: registers the connector when the server starts the RAR and withdraws it when the
 * server stops it. A subclass is public, has a public constructor without parameters, and answers {@link #connector()}.
 *
 * <p>Starting or stopping twice does no harm. When two RARs bring a connector with the same id, the one started last is
 * used and a warning says so; stopping the other one then withdraws nothing.
 *
 * <p>Two adapters are equal when they are of the same class. A subclass with configuration properties must compare these
 * as well.
 */
@SuppressWarnings("BanJNDI") // Names are made of checked ids, and what is bound stays in this server.
public abstract class ConnectorAdapter implements ResourceAdapter {

    private static final Logger LOG = System.getLogger(ConnectorAdapter.class.getName());

    private @Nullable Registration registration;

    /** For subclasses; the server makes the instance. */
    protected ConnectorAdapter() {}

    /**
     * Makes the connector. Called once at each start, on a thread of the server. An exception keeps the RAR from being
     * deployed, so let only a defect throw; a remote system that does not answer is a matter of {@link Connector#health()}.
     */
    protected abstract Connector connector();

    @Override
    public final synchronized void start(BootstrapContext context) throws ResourceAdapterInternalException {
        if (registration != null) {
            return;
        }
        Connector connector = connector();
        if (!Connectors.isId(connector.id())) {
            throw new ResourceAdapterInternalException("Give the connector of "
                    + getClass().getName()
                    + " an id of lower case letters, digits and hyphens, 1 to 60 characters, not \"" + connector.id()
                    + "\"");
        }
        Registration mine = new Registration(connector);
        try {
            InitialContext naming = new InitialContext();
            warnOfAnother(naming, connector);
            naming.rebind(Connectors.jndiName(connector.id()), mine);
        } catch (NamingException e) {
            throw new ResourceAdapterInternalException(
                    "The connector " + connector.id() + " cannot be registered in JNDI: " + e.getMessage(), e);
        }
        registration = mine;
        LOG.log(
                Level.INFO,
                "Connector {0} registered: {1} {2}, SPI {3}, capabilities: {4}",
                connector.id(),
                connector.name(),
                connector.version(),
                connector.spiVersion(),
                connector.capabilities().stream().map(Capability::id).collect(Collectors.joining(", ")));
    }

    @Override
    public final synchronized void stop() {
        if (registration == null) {
            return;
        }
        String id = registration.connector().id();
        try {
            InitialContext naming = new InitialContext();
            if (bound(naming, id).filter(other -> other == registration).isPresent()) {
                naming.unbind(Connectors.jndiName(id));
                LOG.log(Level.INFO, "Connector {0} withdrawn", id);
            }
        } catch (NamingException e) {
            LOG.log(Level.WARNING, "The connector " + id + " could not be withdrawn from JNDI", e);
        }
        registration = null;
    }

    private static void warnOfAnother(InitialContext naming, Connector connector) {
        Optional<Object> other = bound(naming, connector.id());
        if (other.isPresent()) {
            LOG.log(
                    Level.WARNING,
                    "Connector {0} was registered already; version {1} takes its place. Undeploy one of the two RARs",
                    connector.id(),
                    connector.version());
        }
    }

    private static Optional<Object> bound(InitialContext naming, String id) {
        try {
            return Optional.ofNullable(naming.lookup(Connectors.jndiName(id)));
        } catch (NamingException e) {
            return Optional.empty();
        }
    }

    /** Refuses: Kontor's connectors have no message endpoints. */
    @Override
    public void endpointActivation(MessageEndpointFactory factory, ActivationSpec spec) throws ResourceException {
        throw new NotSupportedException(
                "Connectors for Kontor have no message endpoints: remove the message-driven bean"
                        + " that names the resource adapter " + getClass().getName());
    }

    /** Does nothing: no endpoint can have been activated. */
    @Override
    public void endpointDeactivation(MessageEndpointFactory factory, ActivationSpec spec) {
        // Nothing was activated.
    }

    /** No connection of the connector takes part in distributed transactions. */
    @Override
    public XAResource[] getXAResources(ActivationSpec[] specs) throws ResourceException {
        return new XAResource[0];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConnectorAdapter adapter && type().equals(adapter.type());
    }

    @Override
    public int hashCode() {
        return type().hashCode();
    }

    private Class<?> type() {
        return getClass();
    }

    /**
     * What is bound. Deliberately not serializable: a naming service copies what is serializable, and a copy would be of
     * classes that the looking side does not share.
     */
    private static final class Registration implements Supplier<Connector> {

        private final Connector connector;

        Registration(Connector connector) {
            this.connector = Objects.requireNonNull(connector, "connector");
        }

        Connector connector() {
            return connector;
        }

        @Override
        public Connector get() {
            return connector;
        }
    }
}
