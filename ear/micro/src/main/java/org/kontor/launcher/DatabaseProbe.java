package org.kontor.launcher;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

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
    public Map<String, String> call() throws SQLException, ReflectiveOperationException {
        Properties properties = new Properties();
        properties.setProperty("user", settings.getOrDefault("kontor.db.user", "kontor"));
        properties.setProperty("password", settings.getOrDefault("kontor.db.password", ""));
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        String url = settings.getOrDefault("kontor.db.url", "");
        // Not by DriverManager: it does not see the driver of a loader apart, and repeats the URL, password and all.
        Driver driver = Class.forName("org.postgresql.Driver")
                .asSubclass(Driver.class)
                .getDeclaredConstructor()
                .newInstance();
        @Nullable Connection connection = driver.connect(url, properties);
        if (connection == null) {
            throw new SQLException("a URL that begins with jdbc:postgresql:// is needed");
        }
        connection.close();
        return Map.of();
    }
}
