package org.kontor.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kontor.connector.ConnectorRegistry;
import org.kontor.connector.ConnectorRegistry.Provided;
import org.kontor.connector.OpenConnections;
import org.kontor.connector.OpenConnections.Opened;
import org.kontor.spi.MessageChannel;
import org.kontor.spi.MessageChannel.Medium;
import org.kontor.spi.MessageChannel.Message;
import org.kontor.spi.MessageChannel.Sent;
import org.kontor.spi.Outcome;

/** The connection by which Kontor's own mail goes: the oldest enabled one with a channel for e-mail, one for all company entities first. */
@ApplicationScoped
public class MailConnection {

    private static final Duration CALL = Duration.ofSeconds(60);

    @Inject
    ConnectorRegistry registry;

    @Inject
    OpenConnections connections;

    /** Whether there is one. */
    public boolean ready() {
        return id().isPresent();
    }

    /**
     * Makes it ready for one call, which is then made outside of any transaction; empty when there is none.
     *
     * @throws org.kontor.shared.AppException as {@link OpenConnections#open}
     */
    Optional<Ready> open() {
        return id().map(found -> connections.open(found, CALL))
                .flatMap(opened -> channels().stream()
                        .filter(channel ->
                                channel.connectorId().equals(opened.connector().id()))
                        .findFirst()
                        .map(channel -> new Ready(channel.capability(), opened)));
    }

    private Optional<Long> id() {
        List<String> connectors = channels().stream().map(Provided::connectorId).toList();
        return connections.enabled(connectors).stream().findFirst();
    }

    private List<Provided<MessageChannel>> channels() {
        return registry.capabilities(MessageChannel.class).stream()
                .filter(channel -> channel.capability().medium() == Medium.EMAIL)
                .toList();
    }

    /** A channel and what to call it with. */
    record Ready(MessageChannel channel, Opened opened) {

        /** Sends; outside of any transaction. */
        Outcome<Sent> send(Message message) {
            return channel.send(opened.connection(), message);
        }
    }
}
