package org.kontor.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;

/**
 * Asks the database of the operator whether it answers and lets the user in, before a server is started in vain. Loaded
 * apart from the launcher, as {@link EmbeddedDatabase} is.
 */
public final class DatabaseProbe implements Callable<Map<String, String>> {

    private static final String SECONDS = "10";

    private final Map<String, String> settings;

    /** @param settings {@code kontor.db.url}, {@code kontor.db.user}, {@code kontor.db.password} */
    public DatabaseProbe(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    /** Connects once and answers nothing new. */
    @Override
    public Map<String, String> call() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.getOrDefault("kontor.db.user", "kontor"));
        properties.setProperty("password", settings.getOrDefault("kontor.db.password", ""));
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        String url = settings.getOrDefault("kontor.db.url", "");
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            connection.isValid(1);
        }
        return Map.of();
    }
}
