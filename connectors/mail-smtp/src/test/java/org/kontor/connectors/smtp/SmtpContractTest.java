package org.kontor.connectors.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.kontor.connectors.tck.KitConnection;
import org.kontor.connectors.tck.MessageChannelContract;
import org.kontor.connectors.tck.StubServer.Fault;
import org.kontor.spi.Connector;
import org.kontor.spi.MessageChannel;

/** The rules of every message channel, on a mail server that loses replies, never answers, leaves in the middle and is busy. */
class SmtpContractTest implements MessageChannelContract {

    private final StubMailServer server = new StubMailServer();
    private final SmtpConnector connector = new SmtpConnector();

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    public MessageChannel testee() {
        return (MessageChannel) connector.capabilities().get(0);
    }

    @Override
    public Connector connector() {
        return connector;
    }

    @Override
    public KitConnection connection() {
        return to(server.port(), Map.of()).within(Duration.ofMillis(800));
    }

    @Override
    public KitConnection connectionToNowhere() {
        StubMailServer closed = new StubMailServer();
        closed.close();
        return to(closed.port(), Map.of());
    }

    @Override
    public KitConnection connectionThat(Fault fault) {
        server.misbehave(fault);
        return connection();
    }

    @Override
    public String goodAddress() {
        return "wanda@rook.example";
    }

    @Override
    public String badAddress() {
        return "refused@kit.example";
    }

    @Override
    public List<String> arrived() {
        return server.messages().stream().map(SmtpContractTest::text).toList();
    }

    static String text(MimeMessage message) {
        try {
            return String.valueOf(message.getContent());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection to this machine that is not encrypted, with more settings. */
    static KitConnection to(int port, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of(
                "host",
                "localhost",
                "port",
                Integer.toString(port),
                "security",
                "none",
                "from",
                "office@shop.example"));
        values.putAll(more);
        return KitConnection.of(SmtpSettings.ALL, values);
    }
}
