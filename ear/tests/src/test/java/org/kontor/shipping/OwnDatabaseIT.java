package org.kontor.shipping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;

/** Kontor on a PostgreSQL that somebody else runs, from its first start on. */
class OwnDatabaseIT {

    /** S1-14: the job that lets tickets age out runs by itself, first when Kontor starts. */
    @Test
    void itMakesItsTablesStartsFasterTheNextTimeAndRefusesADamagedSchema() throws IOException, SQLException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            execute(postgres, "postgres", "create role kontor login password 'of the tests'");
            execute(postgres, "postgres", "create database kontor owner kontor encoding 'UTF8' template template0");
            String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/kontor";
            try (KontorServer kontor = KontorServer.start(
                    Map.of("kontor.db.url", url, "kontor.db.user", "kontor", "kontor.db.password", "of the tests"))) {
                assertTrue(kontor.printed().contains("Data is in:    " + url), kontor.printed());
                assertFalse(Files.exists(kontor.data().resolve("postgres")), "no PostgreSQL of its own");
                letsTicketsAge(kontor.api());
                assertEquals(0, kontor.stop(), kontor.printed());

                List<Path> kept = keptClasses();
                assertEquals(1, kept.size(), "the classes of one version are kept: " + kept);

                execute(
                        postgres,
                        "kontor",
                        "update flyway_schema_history set checksum = checksum + 1 where version = '1'");
                kontor.launch();
                assertEquals(7, kontor.exitCode(), kontor.printed());
                String last = kontor.printed().lines().reduce("", (before, line) -> line);
                assertTrue(
                        last.startsWith("Kontor did not start. The database schema does not belong to this version"),
                        last);
                execute(
                        postgres,
                        "kontor",
                        "update flyway_schema_history set checksum = checksum - 1 where version = '1'");
                kontor.start();
                String command = kontor.process().info().commandLine().orElse("");
                assertTrue(command.contains("-XX:SharedArchiveFile=" + kept.get(0)), command);
                assertFalse(kontor.log().contains("of the tests"), "the database password is in the log");
            }
        }
    }

    private static void letsTicketsAge(Api api) {
        Reply metrics = api.await(
                "/metrics?scope=application",
                reply -> reply.body()
                        .lines()
                        .anyMatch(line -> line.startsWith("kontor_job_seconds_count")
                                && line.contains("kind=\"sentiment\"")
                                && !line.endsWith(" 0")));
        assertTrue(metrics.body()
                .lines()
                .noneMatch(
                        line -> line.startsWith("kontor_job_failures_total") && line.contains("kind=\"sentiment\"")));
    }

    private static List<Path> keptClasses() throws IOException {
        try (Stream<Path> files = Files.list(KontorServer.distribution().resolve("cache"))) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    private static void execute(EmbeddedPostgres postgres, String database, String sql) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
