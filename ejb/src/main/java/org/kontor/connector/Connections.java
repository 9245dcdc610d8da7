package org.kontor.connector;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.access.AccessLog;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.spi.Connector;

/** Sets up, changes, lists and removes connections: configured instances of connectors. */
@Stateless
public class Connections {

    /** How many there may be. */
    static final int MOST = 500;

    @Inject
    ConnectionRepository repository;

    @Inject
    ConnectorRegistry registry;

    @Inject
    ConnectionRules rules;

    @Inject
    @Any
    Instance<NeedsConnection> needing;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /** All of them, oldest first; there are at most {@value #MOST}. */
    @Requires(Permission.READ_CONNECTOR)
    public List<ConnectionView> list() {
        Map<Long, List<String>> secrets = repository.secretsSet();
        List<String> installed = registry.usableIds();
        return repository.all().stream()
                .map(c -> c.view(secrets.getOrDefault(c.id(), List.of()), installed.contains(c.connector())))
                .toList();
    }

    /** The one with this id. */
    @Requires(Permission.READ_CONNECTOR)
    public Optional<ConnectionView> find(long id) {
        return repository.find(id).map(this::view);
    }

    /**
     * Sets one up.
     *
     * @throws AppException {@link ErrorKind#INVALID} with every field against a rule
     */
    @Requires(Permission.WRITE_CONNECTOR)
    public ConnectionView create(ConnectionDraft draft) {
        Connector connector = registry.usable(draft.connector())
                .orElseThrow(() -> AppException.invalid(
                        "connector",
                        "CONNECTOR_UNKNOWN",
                        "Choose one of the connectors that are installed and can be set up: "
                                + String.join(", ", registry.usableIds()) + "."));
        if (repository.all().size() >= MOST) {
            throw AppException.invalid("name", "TOO_MANY", "Remove a connection first: there are " + MOST + ".");
        }
        check(connector, draft, 0, List.of());
        StoredConnection connection = new StoredConnection(draft.connector(), now(), login());
        connection.describe(draft, now(), login());
        repository.add(connection);
        store(connection, draft);
        log.write("connection.created", subject(connection));
        return view(connection);
    }

    /**
     * Replaces what is said of one. Secrets that are not given stay.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#INVALID};
     *     {@link ErrorKind#CONFLICT} when its connector is not installed
     */
    @Requires(Permission.WRITE_CONNECTOR)
    public ConnectionView revise(long id, long expectedVersion, ConnectionDraft draft) {
        StoredConnection connection = repository.find(id).orElseThrow(() -> absent(id));
        same(expectedVersion, connection);
        if (!draft.connector().equals(connection.connector())) {
            throw AppException.invalid(
                    "connector", "READ_ONLY", "Set up another connection: the connector of this one stays.");
        }
        boolean settingsChange = !draft.settings().equals(connection.settings())
                || !draft.secrets().isEmpty();
        Optional<Connector> connector = registry.usable(connection.connector());
        if (connector.isPresent()) {
            check(connector.get(), draft, id, view(connection).secretsSet());
        } else if (settingsChange) {
            throw notInstalled(connection.connector());
        } else {
            refuse(names(draft, id));
        }
        connection.describe(draft, now(), login());
        store(connection, draft);
        repository.changed(connection);
        log.write(
                settingsChange ? "connection.settings-changed" : "connection.changed",
                subject(connection) + (draft.enabled() ? "" : ", disabled"));
        return view(connection);
    }

    /**
     * Removes one with its secrets, for good.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE}; {@link ErrorKind#CONFLICT} while something needs it
     */
    @Requires(Permission.WRITE_CONNECTOR)
    public void delete(long id, long expectedVersion) {
        StoredConnection connection = repository.find(id).orElseThrow(() -> absent(id));
        same(expectedVersion, connection);
        for (NeedsConnection feature : needing) {
            feature.neededFor(id).ifPresent(reason -> {
                throw new AppException(
                        ErrorKind.CONFLICT, "CONNECTION_IN_USE", "Disable it instead of removing it: " + reason + ".");
            });
        }
        repository.remove(connection);
        log.write("connection.deleted", subject(connection));
    }

    private void check(Connector connector, ConnectionDraft draft, long id, List<String> secretsSet) {
        List<FieldError> errors = new ArrayList<>(names(draft, id));
        errors.addAll(rules.check(connector, draft, secretsSet));
        refuse(errors);
    }

    private List<FieldError> names(ConnectionDraft draft, long id) {
        List<FieldError> errors = new ArrayList<>();
        if (draft.name().isEmpty() || draft.name().length() > 100) {
            errors.add(new FieldError("name", "NAME_LENGTH", "Give the connection a name of 1 to 100 characters."));
        } else if (repository.nameTaken(draft.name(), id)) {
            errors.add(new FieldError(
                    "name", "CONNECTION_NAME_TAKEN", "Choose another name: there is a connection with this one."));
        }
        if (draft.entityId().isPresent()
                && !repository.entityExists(draft.entityId().get())) {
            errors.add(new FieldError(
                    "entityId", "ENTITY_UNKNOWN", "Choose one of the company entities, or none to serve all."));
        }
        return errors;
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors);
        }
    }

    private void store(StoredConnection connection, ConnectionDraft draft) {
        draft.secrets()
                .forEach((key, value) -> repository.secret(
                        connection.id(), ConnectionRepository.Purpose.SETTING, key, value.strip(), now()));
    }

    private ConnectionView view(StoredConnection connection) {
        return connection.view(
                repository.secretsSet().getOrDefault(connection.id(), List.of()),
                registry.usableIds().contains(connection.connector()));
    }

    private static void same(long expectedVersion, StoredConnection connection) {
        if (connection.version() != expectedVersion) {
            throw AppException.stale(connection.version());
        }
    }

    private static String subject(StoredConnection connection) {
        return "connection " + connection.id() + " of " + connection.connector();
    }

    static AppException absent(long id) {
        return new AppException(
                ErrorKind.ABSENT,
                "CONNECTION_NOT_FOUND",
                "Look for another connection: there is none with id " + id + ".");
    }

    static AppException notInstalled(String connector) {
        return new AppException(
                ErrorKind.CONFLICT,
                "CONNECTOR_GONE",
                "Install the connector " + connector + " again: without it the connection cannot be used or changed.");
    }

    private Instant now() {
        return clock.instant();
    }

    private static String login() {
        return CallerContext.current().login();
    }
}
