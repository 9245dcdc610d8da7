package org.kontor.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.kontor.database.SchemaMigrator;

/** One PostgreSQL for the JVM; each {@link #migrated()} or {@link #empty()} is a database of its own in it, made in about 0.1 s. */
public final class TestDatabase {

    private static final String TEMPLATE = "kontor_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final EmbeddedPostgres SERVER = start();

    private TestDatabase() {}

    /** A new database with the current schema. */
    public static DataSource migrated() {
        return create(" template " + TEMPLATE);
    }

    /** A new database with nothing in it. */
    public static DataSource empty() {
        return create("");
    }

    private static DataSource create(String suffix) {
        String name = "test_" + COUNT.incrementAndGet();
        execute("create database " + name + suffix);
        return SERVER.getDatabase("postgres", name);
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("max_connections", "200")
                    .start();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + TEMPLATE);
            }
            SchemaMigrator.migrate(server.getDatabase("postgres", TEMPLATE));
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized void execute(String sql) {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
