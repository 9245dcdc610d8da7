package org.kontor.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kontor.connector.ConnectorRegistry.Provided;
import org.kontor.connector.OpenConnections.Enabled;
import org.kontor.connector.OpenConnections.Opened;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.MessageChannel;
import org.kontor.spi.MessageChannel.Medium;
import org.kontor.spi.MessageChannel.Message;
import org.kontor.spi.MessageChannel.Sent;
import org.kontor.spi.Outcome;

/** By which connection a message goes: an enabled one whose connector has a channel for its medium. For other features, not for faces. */
@ApplicationScoped
public class MessageChannels {

    private static final Logger LOG = System.getLogger(MessageChannels.class.getName());
    private static final Duration CALL = Duration.ofSeconds(60);
    private static final ErrorCode FAILED = new ErrorCode(
            "CONNECTOR_FAILED", ErrorCode.Kind.BUG, "The connector failed instead of answering. Update it.");

    @Inject
    ConnectorRegistry registry;

    @Inject
    OpenConnections connections;

    /** The channel for Kontor's own messages: the oldest connection, one for all company entities first. Empty when there is none. */
    public Optional<Way> own(Medium medium) {
        return ways(medium).stream().findFirst();
    }

    /** The channel for customers of a company entity: its own connection, else one for all. Empty when there is none. */
    public Optional<Way> of(Medium medium, long entityId) {
        List<Way> ways = ways(medium);
        return ways.stream()
                .filter(way ->
                        way.connection().entityId().filter(id -> id == entityId).isPresent())
                .findFirst()
                .or(() -> ways.stream()
                        .filter(way -> way.connection().entityId().isEmpty())
                        .findFirst());
    }

    /**
     * Makes a channel ready for one call, which is then made outside of any transaction.
     *
     * @throws org.kontor.shared.AppException as {@link OpenConnections#open}
     */
    public Ready open(Way way) {
        return new Ready(way, connections.open(way.connection().id(), CALL));
    }

    private List<Way> ways(Medium medium) {
        List<Provided<MessageChannel>> channels = registry.capabilities(MessageChannel.class).stream()
                .filter(channel -> serves(channel, medium))
                .toList();
        return connections.enabled(channels.stream().map(Provided::connectorId).toList()).stream()
                .flatMap(connection -> channels.stream()
                        .filter(channel -> channel.connectorId().equals(connection.connector()))
                        .findFirst()
                        .map(channel -> new Way(channel.capability(), connection))
                        .stream())
                .toList();
    }

    private static boolean serves(Provided<MessageChannel> channel, Medium medium) {
        try {
            return channel.capability().medium() == medium;
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "Connector " + channel.connectorId() + " does not tell what it sends", e);
            return false;
        }
    }

    /**
     * A channel, and the connection to send over.
     *
     * @param channel what to call
     * @param connection which connection
     */
    public record Way(MessageChannel channel, Enabled connection) {}

    /**
     * A channel that is ready.
     *
     * @param way which one
     * @param opened what to call it with
     */
    public record Ready(Way way, Opened opened) {

        /** Sends; outside of any transaction. Where the connector throws, nobody knows what became of the message. */
        public Outcome<Sent> send(Message message) {
            try {
                return way.channel().send(opened.connection(), message);
            } catch (RuntimeException | LinkageError e) {
                // What a connector throws may quote the message: its type is enough to find the place.
                LOG.log(
                        Level.WARNING,
                        "Connector {0} failed when it was to send a message: {1}",
                        opened.connector().id(),
                        e.getClass().getName());
                return Outcome.unknown(
                        FAILED.because("Ask the recipient: the connector failed, and the message may have arrived."));
            }
        }
    }
}
