package org.kontor.connectors.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.connectors.tck.ConfigurationContract;
import org.kontor.connectors.tck.KitConnection;
import org.kontor.spi.Connector;
import org.kontor.spi.Settings;

/** Every setting is described, checked and used, and the password is never seen. */
class SmtpConfigurationTest implements ConfigurationContract {

    private final StubMailServer server = new StubMailServer();
    private final SmtpConnector connector =
            new SmtpConnector(TestCertificate.context().getSocketFactory());

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    public Connector testee() {
        return connector;
    }

    @Override
    public Map<String, String> goodSettings() {
        return Map.of(
                "host",
                "localhost",
                "port",
                Integer.toString(server.port()),
                "from",
                "office@shop.example",
                "username",
                StubMailServer.USER,
                "password",
                StubMailServer.PASSWORD);
    }

    @Override
    public Map<String, Use> uses() {
        Effect session = settings -> Conversation.properties(Duration.ofMinutes(10), settings);
        return Map.of(
                "host", new Use("mail.example", this::said),
                "port", new Use("9", this::said),
                "security", new Use("tls", this::said),
                "username", new Use("other", this::said),
                "password", new Use("other", this::said),
                "from", new Use("other@shop.example", session),
                "fromName", new Use("The shop", SmtpChannelTest::message),
                "replyTo", new Use("answers@shop.example", SmtpChannelTest::message),
                "connectSeconds", new Use("3", session),
                "replySeconds", new Use("7", session));
    }

    private Object said(Settings settings) {
        int before = server.said().size();
        connector.test(new KitConnection("kit", settings, new KitConnection.InMemoryTokens(), Duration.ofSeconds(2)));
        return server.said().subList(before, server.said().size());
    }

    @ParameterizedTest
    @CsvSource({
        "host,https://mail.example,HOST_FORMAT",
        "port,0,OUT_OF_RANGE",
        "port,65536,OUT_OF_RANGE",
        "connectSeconds,61,OUT_OF_RANGE",
        "replySeconds,0,OUT_OF_RANGE",
        "from,office,ADDRESS_FORMAT",
        "replyTo,'a@b.example, c@d.example',ADDRESS_FORMAT",
        "password,' ',BOTH_OR_NONE",
        "fromName,'Shop\u0007',NAME_FORMAT"
    })
    void whatCannotWorkIsToldBeforeItIsSaved(String key, String value, String code) {
        assertEquals(List.of(key + " " + code), problems(Map.of(key, value)));
    }

    @Test
    void aPasswordGoesUnencryptedToThisMachineAlone() {
        assertEquals(List.of("security NOT_ENCRYPTED"), problems(Map.of("host", "mail.example", "security", "none")));
        assertEquals(List.of(), problems(Map.of("security", "none")));
    }

    @Test
    void thePortFollowsTheEncryption() {
        assertEquals(587, port("starttls"));
        assertEquals(465, port("tls"));
        assertEquals(25, port("none"));
    }

    private static int port(String security) {
        return SmtpSettings.port(Settings.of(
                SmtpSettings.ALL, Map.of("host", "mail.example", "from", "a@b.example", "security", security)));
    }

    private List<String> problems(Map<String, String> more) {
        Map<String, String> values = new HashMap<>(goodSettings());
        values.putAll(more);
        return connector.check(Settings.of(SmtpSettings.ALL, values)).stream()
                .map(problem -> problem.key() + " " + problem.code())
                .toList();
    }
}
