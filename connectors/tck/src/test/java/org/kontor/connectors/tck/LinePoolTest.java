package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.resource.spi.ConnectionEvent;
import jakarta.resource.spi.ConnectionEventListener;
import jakarta.resource.spi.ManagedConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.support.ConnectionKey;
import org.kontor.connectors.support.LinePool;
import org.kontor.connectors.support.PhysicalConnection;
import org.kontor.connectors.support.PooledConnection;
import org.kontor.connectors.support.RemoteConnectionFactory;
import org.kontor.spi.Setting;
import org.kontor.spi.Settings;

/** Lines to remote systems: reused while they live, gone once they have died. */
class LinePoolTest {

    private static final List<Setting> SETTINGS = List.of(Setting.secret("password", "The password."));

    private final Factory factory = new Factory();
    private final LinePool<Line> pool = LinePool.of("sample", factory);

    @Test
    void aLineIsUsedAgainByItsConnectionAloneAndAsLongAsNoSettingChanges() throws Exception {
        assertEquals(1, (int) pool.use(connection("a", "x"), line -> line.number));
        assertEquals(1, (int) pool.use(connection("a", "x"), line -> line.number));
        assertEquals(2, (int) pool.use(connection("b", "x"), line -> line.number));
        assertEquals(3, (int) pool.use(connection("a", "changed"), line -> line.number));
        assertEquals(1, (int) pool.use(connection("a", "x"), line -> line.number));
    }

    @Test
    void aLineThatBreaksInUseLeavesThePool() throws Exception {
        assertThrows(
                IOException.class,
                () -> pool.use(connection("a", "x"), line -> {
                    throw new IOException("reset");
                }));
        assertTrue(factory.opened.get(0).closed);
        assertEquals(2, (int) pool.use(connection("a", "x"), line -> line.number));
    }

    @Test
    void aLineThatDiedWhileIdleIsNotGivenOut() throws Exception {
        pool.use(connection("a", "x"), line -> line.number);
        factory.opened.get(0).alive = false;
        assertEquals(2, (int) pool.use(connection("a", "x"), line -> line.number));
        assertTrue(factory.opened.get(0).closed);
    }

    @Test
    void withoutALineNothingWasSent() {
        factory.reachable = false;
        assertThrows(LinePool.CannotOpen.class, () -> pool.use(connection("a", "x"), line -> line.number));
    }

    @Test
    void anErrorOfTheCallerGivesTheLineBack() throws Exception {
        assertThrows(
                IllegalStateException.class,
                () -> pool.use(connection("a", "x"), line -> {
                    throw new IllegalStateException("a defect");
                }));
        assertEquals(1, (int) pool.use(connection("a", "x"), line -> line.number));
    }

    /** What a container does: it listens, validates and matches by itself. */
    @Test
    void theContainerIsToldOfErrorsAndFindsDeadLines() throws Exception {
        ConnectionKey key = ConnectionKey.of(connection("a", "x"));
        ManagedConnection line = factory.createManagedConnection(null, key);
        Recorder recorder = new Recorder();
        line.addConnectionEventListener(recorder);
        assertEquals(line, factory.matchManagedConnections(Set.of(line), null, key));
        assertEquals(Set.of(), factory.getInvalidConnections(Set.of(line)));
        factory.opened.get(0).alive = false;
        assertEquals(Set.of(line), factory.getInvalidConnections(Set.of(line)));

        LinePool<?> contained =
                (LinePool<?>) factory.createConnectionFactory((f, info) -> line.getConnection(null, info));
        assertThrows(
                IOException.class,
                () -> contained.use(connection("a", "x"), dying -> {
                    throw new IOException("reset");
                }));
        assertEquals(List.of(ConnectionEvent.CONNECTION_ERROR_OCCURRED), recorder.events);
        assertEquals(null, factory.matchManagedConnections(Set.of(line), null, key));
        assertFalse(key.toString().contains("x\""), "no secret in " + key);
        assertTrue(line instanceof PooledConnection);
    }

    private static KitConnection connection(String id, String password) {
        return new KitConnection(
                id,
                Settings.of(SETTINGS, Map.of("password", password)),
                new KitConnection.InMemoryTokens(),
                Duration.ofSeconds(1));
    }

    private static final class Line implements PhysicalConnection {
        private final int number;
        private boolean alive = true;
        private boolean closed;

        Line(int number) {
            this.number = number;
        }

        @Override
        public boolean isAlive() {
            return alive;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static final class Factory extends RemoteConnectionFactory<Line> {
        private static final long serialVersionUID = 1L;
        private final transient List<Line> opened = new ArrayList<>();
        private boolean reachable = true;

        @Override
        protected Line open(Settings settings) throws IOException {
            if (!reachable) {
                throw new IOException("Nobody listens there");
            }
            opened.add(new Line(opened.size() + 1));
            return opened.get(opened.size() - 1);
        }
    }

    private static final class Recorder implements ConnectionEventListener {
        private final List<Integer> events = new ArrayList<>();

        @Override
        public void connectionClosed(ConnectionEvent event) {
            events.add(event.getId());
        }

        @Override
        public void connectionErrorOccurred(ConnectionEvent event) {
            events.add(event.getId());
        }

        @Override
        public void localTransactionStarted(ConnectionEvent event) {
            events.add(event.getId());
        }

        @Override
        public void localTransactionCommitted(ConnectionEvent event) {
            events.add(event.getId());
        }

        @Override
        public void localTransactionRolledback(ConnectionEvent event) {
            events.add(event.getId());
        }
    }
}
