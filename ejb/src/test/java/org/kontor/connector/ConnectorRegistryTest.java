package org.kontor.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.spi.Capability;
import org.kontor.spi.Connector;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.Health;
import org.kontor.spi.ImportFormat;
import org.kontor.spi.Setting;

class ConnectorRegistryTest {

    @Test
    void connectorsThatMisbehaveAreShownAndNeverHurtTheOthers() {
        ConnectorRegistry registry = registry(
                entry(new Fake("good", Connector.SPI_VERSION)),
                entry(new Fake("old", "0.9")),
                entry(new Fake("silent", Connector.SPI_VERSION) {
                    @Override
                    public List<Capability> capabilities() {
                        throw new NoClassDefFoundError("gone");
                    }

                    @Override
                    public Health health() {
                        throw new IllegalStateException("ill");
                    }
                }),
                new ConnectorDirectory.Entry("stranger", Optional.empty()));

        List<ConnectorView> views = registry.list();
        assertEquals(
                List.of("good", "old", "silent", "stranger"),
                views.stream().map(ConnectorView::id).toList());
        assertEquals(
                List.of("UP", "INCOMPATIBLE", "DOWN", "INCOMPATIBLE"),
                views.stream().map(ConnectorView::state).toList());
        assertEquals(List.of("IMPORT_FORMAT"), views.get(0).kind());
        assertTrue(views.get(1).health().contains("0.9"));

        assertEquals(
                List.of("good"),
                registry.capabilities(ImportFormat.class).stream()
                        .map(ConnectorRegistry.Provided::connectorId)
                        .toList());
        assertTrue(registry.capability(ImportFormat.class, "good-format").isPresent());
        assertTrue(registry.capability(ImportFormat.class, "old-format").isEmpty());
    }

    @Test
    void anotherMinorVersionOfTheInterfaceIsUsed() {
        assertEquals(
                1,
                registry(entry(new Fake("newer", "1.9")))
                        .capabilities(ImportFormat.class)
                        .size());
        assertEquals(
                0,
                registry(entry(new Fake("newer", "10.0")))
                        .capabilities(ImportFormat.class)
                        .size());
    }

    @Test
    void withoutAnyNamingContextThereAreNoConnectors() {
        assertEquals(List.of(), new ConnectorDirectory().registered());
    }

    private static ConnectorDirectory.Entry entry(Connector connector) {
        return new ConnectorDirectory.Entry(connector.id(), Optional.of(connector));
    }

    private static ConnectorRegistry registry(ConnectorDirectory.Entry... entries) {
        ConnectorRegistry registry = new ConnectorRegistry();
        registry.directory = new ConnectorDirectory() {
            @Override
            public List<Entry> registered() {
                return List.of(entries);
            }
        };
        return registry;
    }

    private static class Fake implements Connector {
        private final String id;
        private final String spiVersion;

        Fake(String id, String spiVersion) {
            this.id = id;
            this.spiVersion = spiVersion;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String name() {
            return id;
        }

        @Override
        public String version() {
            return "1.0.0";
        }

        @Override
        public String spiVersion() {
            return spiVersion;
        }

        @Override
        public List<Capability> capabilities() {
            return List.of(new Format(id + "-format"));
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public Health health() {
            return Health.up();
        }
    }

    private record Format(String id) implements ImportFormat {
        @Override
        public String name() {
            return id;
        }

        @Override
        public List<Column> columns() {
            return List.of();
        }

        @Override
        public HeaderMatch match(List<String> header) {
            return HeaderMatch.none();
        }

        @Override
        public RowMapper mapper(List<String> header) {
            throw new IllegalStateException("not asked for");
        }
    }
}
