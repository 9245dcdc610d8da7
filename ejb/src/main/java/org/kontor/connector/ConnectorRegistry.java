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
import java.util.stream.Stream;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.spi.AccountingSystem;
import org.kontor.spi.Capability;
import org.kontor.spi.Connector;
import org.kontor.spi.Connectors;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.Health;
import org.kontor.spi.ImportFormat;
import org.kontor.spi.MessageChannel;
import org.kontor.spi.PaymentVault;
import org.kontor.spi.Setting;
import org.kontor.spi.SignatureService;
import org.kontor.spi.TicketSource;

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

    /** One registered connector with what it needs to be told. */
    @Requires(Permission.READ_CONNECTOR)
    public Optional<ConnectorDetails> find(String id) {
        return directory.registered().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .map(ConnectorRegistry::details);
    }

    /** The connector with this id, if it is registered and compatible and can be set up. For other features, not for faces. */
    public Optional<Connector> usable(String id) {
        return usable().filter(connector -> connector.id().equals(id)).findFirst();
    }

    /** Ids of the connectors that can be set up. */
    public List<String> usableIds() {
        return usable().map(Connector::id).sorted().toList();
    }

    private Stream<Connector> usable() {
        return directory.registered().stream()
                .flatMap(entry -> entry.connector().stream())
                .filter(ConnectorRegistry::compatible)
                .filter(connector ->
                        !ask(connector, Connector::settings, List.<Setting>of()).isEmpty());
    }

    private static ConnectorDetails details(ConnectorDirectory.Entry entry) {
        ConnectorView view = view(entry);
        Optional<Connector> connector = entry.connector().filter(ConnectorRegistry::compatible);
        List<ConnectorSettingView> settings = connector.stream()
                .flatMap(c -> ask(c, Connector::settings, List.<Setting>of()).stream())
                .map(s -> new ConnectorSettingView(
                        s.key(),
                        s.type().name(),
                        s.description(),
                        s.defaultValue(),
                        s.required(),
                        s.secret(),
                        s.choices()))
                .toList();
        List<ConnectorDetails.ErrorCodeView> codes = connector.stream()
                .flatMap(c -> ask(c, Connector::errorCodes, List.<ErrorCode>of()).stream())
                .map(e -> new ConnectorDetails.ErrorCodeView(e.code(), e.kind().name(), e.meaning()))
                .toList();
        return new ConnectorDetails(
                view.id(), view.name(), view.kind(), view.version(), view.state(), view.health(), settings, codes);
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
        } else if (capability instanceof AccountingSystem) {
            return "ACCOUNTING_SYSTEM";
        } else if (capability instanceof PaymentVault) {
            return "PAYMENT_VAULT";
        } else if (capability instanceof MessageChannel) {
            return "MESSAGE_CHANNEL";
        } else if (capability instanceof SignatureService) {
            return "SIGNATURE_SERVICE";
        } else if (capability instanceof TicketSource) {
            return "TICKET_SOURCE";
        }
        return "PROFILE_WATCH";
    }

    private static boolean compatible(Connector connector) {
        return Connectors.isCompatible(ask(connector, Connector::spiVersion, ""));
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
