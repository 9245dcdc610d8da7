package org.kontor.connector;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.spi.Capability;
import org.kontor.spi.Connection;
import org.kontor.spi.Connector;
import org.kontor.spi.Secret;
import org.kontor.spi.Settings;
import org.kontor.spi.Tokens;

/** Makes connections ready for a call: settings and secrets in clear, references resolved. For other features, not for faces. */
@Stateless
public class OpenConnections {

    @Inject
    ConnectionRepository repository;

    @Inject
    ConnectorRegistry registry;

    @Inject
    Environment environment;

    @EJB
    ConnectionTokens tokens;

    /**
     * A connection for one call, which is then made outside of any transaction. It is looked up in a transaction of its own: whoever
     * hears that it cannot be had still notes that in theirs.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when it is disabled, its connector is not
     *     installed, or its settings are not (or no longer) right, such as a variable that is not set
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Opened open(long id, Duration timeLimit) {
        StoredConnection stored = repository.find(id).orElseThrow(() -> Connections.absent(id));
        if (!stored.enabled()) {
            throw new AppException(
                    ErrorKind.CONFLICT, "CONNECTION_DISABLED", "Enable the connection " + stored.name() + " first.");
        }
        return openAnyhow(stored, timeLimit);
    }

    /** The enabled connections of these connectors: those for all company entities first, then the oldest. */
    public List<Enabled> enabled(Collection<String> connectors) {
        return repository.all().stream()
                .filter(stored -> stored.enabled() && connectors.contains(stored.connector()))
                .sorted(Comparator.comparing(StoredConnection::forOneEntity).thenComparing(StoredConnection::id))
                .map(stored -> new Enabled(stored.id(), stored.name(), stored.connector(), stored.entityId()))
                .toList();
    }

    /** As {@link #open}, for a test of a connection that is disabled. */
    public Opened openAnyhow(StoredConnection stored, Duration timeLimit) {
        Connector connector =
                registry.usable(stored.connector()).orElseThrow(() -> Connections.notInstalled(stored.connector()));
        Map<String, String> values = new HashMap<>(stored.settings());
        repository
                .secrets(stored.id(), ConnectionRepository.Purpose.SETTING)
                .forEach((key, value) -> values.put(key, resolve(key, value)));
        Settings settings;
        try {
            settings = Settings.of(connector.settings(), values);
        } catch (IllegalArgumentException e) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "CONNECTION_SETTINGS",
                    "Save the settings of the connection " + stored.name()
                            + " again: the connector understands others now.");
        }
        return new Opened(connector, new Ready(stored.id(), settings, timeLimit, tokens));
    }

    private String resolve(String key, String value) {
        Optional<String> name = environment.reference(value);
        if (name.isEmpty()) {
            return value;
        }
        if (!environment.allowed(name.get())) {
            throw new AppException(ErrorKind.CONFLICT, Environment.NOT_ALLOWED, Environment.CHOOSE_ANOTHER);
        }
        return environment
                .variable(name.get())
                .orElseThrow(() -> new AppException(
                        ErrorKind.CONFLICT,
                        "VARIABLE_NOT_SET",
                        "Set the environment variable " + name.get() + " for Kontor and start it again: " + key
                                + " refers to it."));
    }

    /**
     * A connection that may be used.
     *
     * @param id its number
     * @param name what people call it
     * @param connector id of its connector
     * @param entityId the company entity that it serves; empty for all
     */
    public record Enabled(long id, String name, String connector, Optional<Long> entityId) {}

    /**
     * A connection that is ready.
     *
     * @param connector what to call
     * @param connection what to call it with
     */
    public record Opened(Connector connector, Connection connection) {

        /** What the connector can do of this kind; empty when it cannot. */
        public <T extends Capability> Optional<T> capability(Class<T> kind) {
            return connector.capabilities().stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .findFirst();
        }
    }

    private record Ready(long number, Settings settings, Duration timeLimit, ConnectionTokens store)
            implements Connection {

        @Override
        public String id() {
            return Long.toString(number);
        }

        @Override
        public Tokens tokens() {
            return new Tokens() {
                @Override
                public Optional<Secret> read(String name) {
                    return store.read(number, name);
                }

                @Override
                public boolean replace(String name, Optional<Secret> expected, Secret replacement) {
                    return store.replace(number, name, expected, replacement);
                }
            };
        }
    }
}
