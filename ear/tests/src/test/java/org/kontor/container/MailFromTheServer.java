package org.kontor.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.kontor.harness.MailBox;
import org.kontor.spi.Connection;
import org.kontor.spi.Connector;
import org.kontor.spi.Connectors;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.MessageChannel;
import org.kontor.spi.Outcome;
import org.kontor.spi.Secret;
import org.kontor.spi.Settings;
import org.kontor.spi.Tokens;

/** A mail with HTML and a file, sent by the connector out of its RAR: it sees the Jakarta Mail of the server. */
final class MailFromTheServer {

    private MailFromTheServer() {}

    static void arrives() throws NamingException {
        Object bound = new InitialContext().lookup(Connectors.jndiName("mail-smtp"));
        Connector connector =
                (Connector) assertInstanceOf(Supplier.class, bound).get();
        MessageChannel channel = (MessageChannel) connector.capabilities().get(0);
        try (MailBox box = new MailBox()) {
            Settings settings = Settings.of(
                    connector.settings(),
                    Map.of(
                            "host", "127.0.0.1",
                            "port", Integer.toString(box.port()),
                            "security", "none",
                            "from", "office@shop.example"));
            Outcome<MessageChannel.Sent> outcome = channel.send(
                    new To(settings),
                    new MessageChannel.Message(
                            new IdempotencyKey("ear-1"),
                            "wanda@rook.example",
                            Optional.empty(),
                            "From the server",
                            "Good day",
                            Optional.of("<p>Good day</p>"),
                            List.of(new MessageChannel.Attachment(
                                    "a.pdf", "application/pdf", () -> new ByteArrayInputStream(new byte[] {1})))));
            assertInstanceOf(Outcome.Done.class, outcome, outcome::toString);
            assertEquals(1, box.messages().size());
            assertTrue(box.messages().get(0).contains("<p>Good day</p>"), box.messages()::toString);
        }
    }

    private record To(Settings settings) implements Connection {

        @Override
        public String id() {
            return "ear";
        }

        @Override
        public Tokens tokens() {
            return new Tokens() {
                @Override
                public Optional<Secret> read(String name) {
                    return Optional.empty();
                }

                @Override
                public boolean replace(String name, Optional<Secret> expected, Secret replacement) {
                    return false;
                }
            };
        }

        @Override
        public Duration timeLimit() {
            return Duration.ofSeconds(10);
        }
    }
}
