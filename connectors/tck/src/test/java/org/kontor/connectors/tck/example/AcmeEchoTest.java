package org.kontor.connectors.tck.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.KitConnection;
import org.kontor.spi.Connection;
import org.kontor.spi.Health;
import org.kontor.spi.Setting;
import org.kontor.spi.Settings;

class AcmeEchoTest {

    @Test
    void itIsUpAsLongAsAcmeAnswers() throws IOException {
        Connection connection;
        AcmeEcho echo = new AcmeEcho();
        try (ServerSocket acme = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            connection = connection(acme.getLocalPort());
            Thread answers = new Thread(() -> answer(acme));
            answers.setDaemon(true);
            answers.start();
            assertEquals(Health.up(), echo.test(connection));
            assertEquals(Health.up(), echo.test(connection));
        }
        Health down = echo.test(connection(1));
        assertTrue(down.detail().startsWith("Acme was not reached"), down::toString);
    }

    /** One line alone: a second one would wait for ever. */
    private static void answer(ServerSocket acme) {
        try (Socket line = acme.accept()) {
            line.getInputStream().transferTo(line.getOutputStream());
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static Connection connection(int port) {
        List<Setting> settings = List.of(Setting.required("baseUrl", Setting.Type.URL, "Where Acme is."));
        return new KitConnection(
                "acme",
                Settings.of(settings, Map.of("baseUrl", "http://127.0.0.1:" + port)),
                new KitConnection.InMemoryTokens(),
                Duration.ofSeconds(5));
    }
}
