package org.kontor.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.kontor.database.SchemaMigrator;

/**
 * A database of its own in the one PostgreSQL of the JVM, with a pool, as a server has one: a new connection costs PostgreSQL
 * more than what most tests ask of it.
 */
public record TestDatabase(String name, HikariDataSource dataSource) {

    /** More than the threads of any test. */
    private static final int CONNECTIONS = 64;

    private static final long IDLE_MILLIS = 10_000;

    private static final String TEMPLATE = "kontor_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final EmbeddedPostgres SERVER = start();

    /** A new database with the current schema. */
    public static TestDatabase migrated() {
        return create(" template " + TEMPLATE);
    }

    /** A new database with nothing in it. */
    public static TestDatabase empty() {
        return create("");
    }

    private static TestDatabase create(String suffix) {
        String name = "test_" + COUNT.incrementAndGet();
        execute("create database " + name + suffix);
        HikariConfig pool = new HikariConfig();
        pool.setDataSource(SERVER.getDatabase("postgres", name));
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        pool.setIdleTimeout(IDLE_MILLIS);
        return new TestDatabase(name, new HikariDataSource(pool));
    }

    /** A connection beside the pool. */
    Connection session() {
        try {
            return SERVER.getDatabase("postgres", name).getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What one test has set in its sessions does not meet the next. */
    void forgetSessions() {
        dataSource.getHikariPoolMXBean().softEvictConnections();
    }

    /** Removes it; whoever is connected still is thrown out. */
    void drop() {
        dataSource.close();
        execute("drop database " + name + " with (force)");
    }

    private static EmbeddedPostgres start() {
        if (!System.getProperty("kontor.tests.later", "").isEmpty()) {
            throw new IllegalStateException("Mark the test @OnPostgres: unit tests do without a database");
        }
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("autovacuum", "off")
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
