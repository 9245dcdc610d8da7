package org.kontor.connectors.tck.example;

import java.io.IOException;
import org.kontor.connectors.support.LinePool;
import org.kontor.spi.Connection;
import org.kontor.spi.Health;

/** What a connector with lines does with them; the guide for integrators shows it. */
final class AcmeEcho {

    private final LinePool<AcmeLines.Line> lines = LinePool.of("csv-acme", new AcmeLines());

    Health test(Connection connection) {
        try {
            int answer = lines.use(connection, line -> line.echo(7));
            return answer == 7 ? Health.up() : Health.down("Acme answers, but something else than was asked.");
        } catch (LinePool.CannotOpen e) {
            return Health.down("Acme was not reached, nothing was sent: " + e.getMessage());
        } catch (IOException e) {
            return Health.down("The line to Acme broke, and has left the pool: " + e.getMessage());
        }
    }
}
