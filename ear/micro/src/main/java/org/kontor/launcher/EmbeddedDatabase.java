package org.kontor.launcher;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL that Kontor brings along: a real one, durable (fsync and synchronous commit on), reachable from this
 * machine alone and only with a password that lies beside its data.
 *
 * <p>It is loaded apart from the launcher (see {@link DatabaseLoader}) and spoken to through JDK types: {@link #call}
 * starts it and answers the settings of the application.
 */
public final class EmbeddedDatabase implements Callable<Map<String, String>>, AutoCloseable {

    private static final String NAME = "kontor";
    private static final Duration RECOVERY_OF_A_CRASH = Duration.ofMinutes(5);

    private final Path data;
    private @Nullable EmbeddedPostgres server;

    /** @param data the data folder; the cluster is in {@code postgres} below it */
    public EmbeddedDatabase(Path data) {
        this.data = data;
    }

    /** Starts the server, takes over one that a crash left behind, and answers {@code kontor.db.*}. */
    @Override
    public Map<String, String> call() throws IOException, SQLException {
        Path cluster = data.resolve("postgres");
        Path programs = data.resolve("programs");
        LeftOverServer.of(cluster, programs).ifPresent(LeftOverServer::stop);
        String password = password(data.resolve("postgres.password"), cluster);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                // Never its "working directory" setting: below that it deletes old clusters, ours included.
                .setOverrideWorkingDirectory(programs.toFile())
                .setPGStartupWait(RECOVERY_OF_A_CRASH)
                .setConnectConfig("password", password)
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", data.resolve("postgres.password").toString())
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                // The indexes of a million customers have to be at hand while more come in.
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_directory", "../logs")
                .setServerConfig("log_filename", "postgres-%a.log")
                .setServerConfig("log_truncate_on_rotation", "on")
                // Without the values of the row that was refused: they may be of somebody who is erased later.
                .setServerConfig("log_error_verbosity", "terse");
        EmbeddedPostgres started = builder.start();
        server = started;
        createDatabase(started.getPostgresDatabase(Map.of("password", password)), password);
        return Map.of(
                "kontor.db.url",
                "jdbc:postgresql://localhost:" + started.getPort() + "/" + NAME,
                "kontor.db.user",
                NAME,
                "kontor.db.password",
                password);
    }

    /** Stops the server; harmless when it is not running. */
    @Override
    public void close() throws IOException {
        EmbeddedPostgres running = server;
        server = null;
        if (running != null) {
            running.close();
        }
    }

    private static String password(Path file, Path cluster) throws IOException {
        if (Files.exists(cluster.resolve("PG_VERSION")) && Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.deleteIfExists(file);
        Files.createFile(file);
        DataFolder.ownerOnly(file, "rw-------");
        Files.writeString(file, password + "\n");
        return password;
    }

    private static void createDatabase(DataSource administrator, String password) throws SQLException {
        try (Connection connection = administrator.getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = '" + NAME + "'")) {
                // The password is of the URL-safe Base64 alphabet: nothing in it needs quoting.
                statement.execute("create role " + NAME + " login password '" + password + "'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME + " owner " + NAME);
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
