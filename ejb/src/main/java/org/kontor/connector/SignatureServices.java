package org.kontor.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.connector.ConnectorRegistry.Provided;
import org.kontor.connector.OpenConnections.Enabled;
import org.kontor.connector.OpenConnections.Opened;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.Outcome;
import org.kontor.spi.SignatureService;
import org.kontor.spi.SignatureService.Feature;

/** By which connection documents go out to be signed: an enabled one whose connector has a service for signatures. For other features, not for faces. */
@ApplicationScoped
public class SignatureServices {

    private static final Logger LOG = System.getLogger(SignatureServices.class.getName());
    private static final Duration CALL = Duration.ofSeconds(60);
    private static final ErrorCode FAILED = new ErrorCode(
            "CONNECTOR_FAILED", ErrorCode.Kind.BUG, "The connector failed instead of answering. Update it.");
    private static final String CURE = "Update the connector: it failed instead of answering.";

    @Inject
    ConnectorRegistry registry;

    @Inject
    OpenConnections connections;

    /** The service for customers of a company entity: its own connection, else one for all. Empty when there is none. */
    public Optional<Way> of(long entityId) {
        List<Way> ways = ways();
        return ways.stream()
                .filter(way ->
                        way.connection().entityId().filter(id -> id == entityId).isPresent())
                .findFirst()
                .or(() -> ways.stream()
                        .filter(way -> way.connection().entityId().isEmpty())
                        .findFirst());
    }

    /**
     * Makes a service ready for one call, which is then made outside of any transaction.
     *
     * @throws AppException as {@link OpenConnections#open}; {@link ErrorKind#CONFLICT} when its connector has no service for signatures
     */
    public Ready open(long connectionId) {
        Opened opened = connections.open(connectionId, CALL);
        SignatureService service = opened.capability(SignatureService.class)
                .orElseThrow(() -> new AppException(
                        ErrorKind.CONFLICT,
                        "NO_SIGNATURE_SERVICE",
                        "Install the former connector again: the one that is there now cannot have documents signed."));
        return new Ready(service, opened);
    }

    private List<Way> ways() {
        List<Provided<SignatureService>> services = registry.capabilities(SignatureService.class);
        return connections.enabled(services.stream().map(Provided::connectorId).toList()).stream()
                .flatMap(connection -> services.stream()
                        .filter(service -> service.connectorId().equals(connection.connector()))
                        .findFirst()
                        .flatMap(service -> way(service, connection))
                        .stream())
                .toList();
    }

    private static Optional<Way> way(Provided<SignatureService> provided, Enabled connection) {
        try {
            SignatureService service = provided.capability();
            return Optional.of(new Way(connection, service.features(), service.mostSigners(), service.largestFile()));
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "Connector " + provided.connectorId() + " does not tell what it can do", e);
            return Optional.empty();
        }
    }

    /**
     * A connection to send over, and what its service can do.
     *
     * @param connection which connection
     * @param features what it can do beyond sending, telling the progress and withdrawing
     * @param mostSigners how many people may sign one document
     * @param largestFile how many bytes a document may have
     */
    public record Way(Enabled connection, Set<Feature> features, int mostSigners, long largestFile) {

        /** Copies the set. */
        public Way {
            features = Set.copyOf(features);
        }
    }

    /** A call that only reads. */
    public interface Reading<T> {
        /** Calls. */
        T of(SignatureService service, Connection connection) throws ConnectorException;
    }

    /** A call that changes something at the service. */
    public interface Changing<T> {
        /** Calls. */
        Outcome<T> of(SignatureService service, Connection connection);
    }

    /**
     * A service that is ready.
     *
     * @param service what to call
     * @param opened what to call it with
     */
    public record Ready(SignatureService service, Opened opened) {

        /** Reads; outside of any transaction. Where the connector throws anything else, that is a failure of kind BUG. */
        public <T> T read(Reading<T> call) throws ConnectorException {
            try {
                return call.of(service, opened.connection());
            } catch (RuntimeException | LinkageError e) {
                warn(e);
                throw new ConnectorException(FAILED.because(CURE));
            }
        }

        /** Changes something; outside of any transaction. Where the connector throws, nobody knows how it ended. */
        public <T> Outcome<T> change(Changing<T> call) {
            try {
                return call.of(service, opened.connection());
            } catch (RuntimeException | LinkageError e) {
                warn(e);
                return Outcome.unknown(FAILED.because(CURE));
            }
        }

        private void warn(Throwable e) {
            // What a connector throws may quote the document or a signer: its type is enough to find the place.
            LOG.log(
                    Level.WARNING,
                    "Connector {0} failed when it was asked about a document for signature: {1}",
                    opened.connector().id(),
                    e.getClass().getName());
        }
    }
}
