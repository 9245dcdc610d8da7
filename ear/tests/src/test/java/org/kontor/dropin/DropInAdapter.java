package org.kontor.dropin;

import java.io.IOException;
import java.util.List;
import org.kontor.connectors.support.Cells;
import org.kontor.connectors.support.ConnectorAdapter;
import org.kontor.connectors.support.LinePool;
import org.kontor.connectors.support.TableFormat;
import org.kontor.spi.Capability;
import org.kontor.spi.Connection;
import org.kontor.spi.Connector;
import org.kontor.spi.CustomerProfileBuilder;
import org.kontor.spi.Health;
import org.kontor.spi.Setting;

/** The connector of a third party: an import format, settings, and lines to a remote system. Runs in the server, from the archive of {@link DropInRar}. */
public class DropInAdapter extends ConnectorAdapter {

    /** For the server. */
    public DropInAdapter() {}

    @Override
    protected Connector connector() {
        return new DropInConnector();
    }

    private static final class DropInConnector implements Connector {

        private static final List<Capability> FORMATS = List.of(TableFormat.liberal("drop-in", "Drop-in people")
                .required("Drop No", "Number", (row, cell) -> row.profile().externalId("drop-in", "no", cell.text()))
                .required("Drop Name", "Name", Cells.text(CustomerProfileBuilder::lastName))
                .distinctive("Drop No")
                .build());

        private final LinePool<DropInLines.Line> lines = LinePool.of("drop-in", new DropInLines());

        @Override
        public String id() {
            return "drop-in";
        }

        @Override
        public String name() {
            return "Drop-in";
        }

        @Override
        public String version() {
            return "1.0.0";
        }

        @Override
        public String spiVersion() {
            return SPI_VERSION;
        }

        @Override
        public List<Capability> capabilities() {
            return FORMATS;
        }

        @Override
        public List<Setting> settings() {
            return List.of(
                    Setting.required("baseUrl", Setting.Type.URL, "Where it is."),
                    Setting.secret("apiKey", "The key."));
        }

        @Override
        public Health health() {
            return Health.up();
        }

        @Override
        public Health test(Connection connection) {
            try {
                String answer = lines.use(connection, line -> line.ask("test"));
                return answer.equals("fine") ? Health.up() : Health.down("It answered: " + answer);
            } catch (LinePool.CannotOpen e) {
                return Health.down("There is no line: " + e.getMessage());
            } catch (IOException e) {
                return Health.down("The line broke: " + e.getMessage());
            }
        }
    }
}
