package org.kontor.connectors.tck;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.spi.Connection;
import org.kontor.spi.Secret;
import org.kontor.spi.Setting;
import org.kontor.spi.Settings;
import org.kontor.spi.Tokens;

/**
 * A connection for tests: settings as given, tokens in memory.
 *
 * @param id name of the connection
 * @param settings checked settings
 * @param tokens kept in memory
 * @param timeLimit how long a call may take
 */
public record KitConnection(String id, Settings settings, Tokens tokens, Duration timeLimit) implements Connection {

    /** A connection of these settings, with two seconds for each call. */
    public static KitConnection of(List<Setting> described, Map<String, String> values) {
        return new KitConnection("kit", Settings.of(described, values), new InMemoryTokens(), Duration.ofSeconds(2));
    }

    /** The same with another time limit. */
    public KitConnection within(Duration limit) {
        return new KitConnection(id, settings, tokens, limit);
    }

    /** Tokens in memory; a second connection that is given the same ones plays a restart. */
    public static final class InMemoryTokens implements Tokens {

        private final Map<String, Secret> kept = new HashMap<>();

        @Override
        public synchronized Optional<Secret> read(String name) {
            return Optional.ofNullable(kept.get(name));
        }

        @Override
        public synchronized boolean replace(String name, Optional<Secret> expected, Secret replacement) {
            if (!read(name).equals(expected)) {
                return false;
            }
            kept.put(name, replacement);
            return true;
        }
    }
}
