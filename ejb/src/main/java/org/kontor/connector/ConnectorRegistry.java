package org.kontor.connector;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.spi.Capability;
import org.kontor.spi.Connector;
import org.kontor.spi.Health;
import org.kontor.spi.ImportFormat;

/**
 * Connectors that are registered now. Asks anew each time: a connector may come and go while Kontor runs. A connector that
 * throws, or was built for another major version of the SPI, is listed but never stands in the way of the others.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ConnectorRegistry {

    private static final Logger LOG = System.getLogger(ConnectorRegistry.class.getName());

    @Inject
    ConnectorDirectory directory;

    /** All registered connectors, by id. */
    @Requires(Permission.READ_CONNECTOR)
    public List<ConnectorView> list() {
        return directory.registered().stream()
                .map(ConnectorRegistry::view)
                .sorted(Comparator.comparing(ConnectorView::id))
                .toList();
    }

    /** The capabilities of a kind in all registered connectors. For other features, not for faces. */
    public <T extends Capability> List<Provided<T>> capabilities(Class<T> kind) {
        List<Provided<T>> found = new ArrayList<>();
        for (ConnectorDirectory.Entry entry : directory.registered()) {
            entry.connector().filter(ConnectorRegistry::compatible).ifPresent(connector -> {
                try {
                    for (Capability capability : connector.capabilities()) {
                        if (kind.isInstance(capability)) {
                            found.add(new Provided<>(connector.id(), connector.version(), kind.cast(capability)));
                        }
                    }
                } catch (RuntimeException | LinkageError e) {
                    LOG.log(Level.WARNING, "Connector " + entry.id() + " does not tell its capabilities", e);
                }
            });
        }
        return found;
    }

    /** The capability of a kind with this id. */
    public <T extends Capability> Optional<Provided<T>> capability(Class<T> kind, String id) {
        return capabilities(kind).stream()
                .filter(p -> p.capability().id().equals(id))
                .findFirst();
    }

    private static ConnectorView view(ConnectorDirectory.Entry entry) {
        Optional<Connector> connector = entry.connector();
        if (connector.isEmpty()) {
            return new ConnectorView(
                    entry.id(), entry.id(), List.of(), "", "INCOMPATIBLE", "Update the connector: it cannot be read.");
        }
        Connector c = connector.get();
        String version = ask(c, Connector::version, "");
        String name = ask(c, Connector::name, entry.id());
        if (!compatible(c)) {
            return new ConnectorView(
                    entry.id(),
                    name,
                    List.of(),
                    version,
                    "INCOMPATIBLE",
                    "Update the connector: it was built for version " + ask(c, Connector::spiVersion, "?")
                            + " of the connector interface, Kontor has " + Connector.SPI_VERSION + ".");
        }
        Health health = ask(c, Connector::health, Health.down("It does not tell how it is."));
        List<String> kinds = ask(
                c,
                x -> x.capabilities().stream()
                        .map(ConnectorRegistry::kind)
                        .distinct()
                        .toList(),
                List.of());
        return new ConnectorView(
                entry.id(), name, kinds, version, health.state().name(), health.detail());
    }

    private static String kind(Capability capability) {
        if (capability instanceof ImportFormat) {
            return "IMPORT_FORMAT";
        }
        return capability.getClass().getSimpleName();
    }

    private static boolean compatible(Connector connector) {
        return major(ask(connector, Connector::spiVersion, "")).equals(major(Connector.SPI_VERSION));
    }

    private static String major(String version) {
        int dot = version.indexOf('.');
        return dot < 0 ? version : version.substring(0, dot);
    }

    private static <T> T ask(Connector connector, Function<Connector, T> question, T otherwise) {
        try {
            return question.apply(connector);
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "A connector does not answer", e);
            return otherwise;
        }
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
