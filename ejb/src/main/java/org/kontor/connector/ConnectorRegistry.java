package org.kontor.connector;

import jakarta.ejb.Stateless;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.spi.Capability;

/** Connectors that are registered now. Asks anew each time: a connector may come and go while Kontor runs. */
@Stateless
public class ConnectorRegistry {

    /** All registered connectors, by id. */
    @Requires(Permission.READ_CONNECTOR)
    public List<ConnectorView> list() {
        throw new UnsupportedOperationException();
    }

    /** The capabilities of a kind in all registered connectors. For other features, not for faces. */
    public <T extends Capability> List<Provided<T>> capabilities(Class<T> kind) {
        throw new UnsupportedOperationException();
    }

    /** The capability of a kind with this id. */
    public <T extends Capability> Optional<Provided<T>> capability(Class<T> kind, String id) {
        return capabilities(kind).stream()
                .filter(p -> p.capability().id().equals(id))
                .findFirst();
    }

    /**
     * A capability and where it comes from.
     *
     * @param connectorId id of the connector
     * @param version version of the connector
     * @param capability the capability
     * @param <T> kind of capability
     */
    public record Provided<T extends Capability>(String connectorId, String version, T capability) {}
}
