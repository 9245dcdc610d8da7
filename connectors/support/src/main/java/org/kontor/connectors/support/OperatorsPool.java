package org.kontor.connectors.support;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.ConnectionManager;
import jakarta.resource.spi.ConnectionRequestInfo;
import jakarta.resource.spi.ManagedConnectionFactory;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The pool of the container where the operator has set one up, asked for at each use: a server binds it after it has started
 * the connector, and it may come, change and go while the connector runs. Without one, a pool of the connector's own.
 */
final class OperatorsPool implements ConnectionManager {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final OwnPool own = new OwnPool();

    OperatorsPool(String connectorId) {
        this.name = "eis/kontor/" + connectorId;
    }

    @Override
    public Object allocateConnection(ManagedConnectionFactory factory, ConnectionRequestInfo info)
            throws ResourceException {
        Optional<LinePool<?>> operators = bound();
        return operators.isPresent() ? operators.get().allocate(info) : own.allocateConnection(factory, info);
    }

    @SuppressWarnings("BanJNDI") // The name is fixed but for the connector's own id.
    private Optional<LinePool<?>> bound() {
        try {
            return new InitialContext().lookup(name) instanceof LinePool<?> pool ? Optional.of(pool) : Optional.empty();
        } catch (NamingException e) {
            return Optional.empty();
        }
    }
}
