package org.kontor.shipping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.harness.KontorServer;
import org.kontor.webhook.Subscriber;

/**
 * A life of one Kontor on its data: start, work, crash, start again, stop, and a schema that is not its own. S3-66, S3-68: of
 * what it had begun nothing is lost and nothing told twice.
 */
class LifeIT {

    @Test
    void itComesBackAfterACrashKeepsItsDataGoesOnStopsCleanlyAndRefusesANewerSchema() throws IOException, SQLException {
        try (Subscriber subscriber = new Subscriber();
                KontorServer kontor = KontorServer.start(Map.of("kontor.webhook.allow-private", "true"))) {
            try (Connection connection = connection(kontor);
                    Statement statement = connection.createStatement()) {
                statement.execute("create table it_kept (id int)");
            }

            subscriber.hearOfSome(kontor.api());

            kontor.kill();
            long left = serverPid(kontor);
            assertTrue(ProcessHandle.of(left).isPresent(), "the database server survives its launcher");

            kontor.start();
            assertFalse(
                    ProcessHandle.of(left).filter(ProcessHandle::isAlive).isPresent(), "the left-over server is gone");
            subscriber.hearOfAllOnce(kontor.api());
            try (Connection connection = connection(kontor);
                    Statement statement = connection.createStatement()) {
                assertTrue(statement
                        .executeQuery("select 1 from pg_class where relname = 'it_kept'")
                        .next());
                statement.execute(
                        "insert into flyway_schema_history (installed_rank, version, description, type, script,"
                                + " checksum, installed_by, execution_time, success)"
                                + " values (9999, '9999', 'of a later Kontor', 'SQL', 'V9999__later.sql', 1, 'it', 1, true)");
            }

            assertEquals(0, kontor.stop(), kontor.printed());
            assertTrue(kontor.printed().endsWith("Kontor has stopped.\n"), kontor.printed());
            assertFalse(Files.exists(kontor.data().resolve("postgres").resolve("postmaster.pid")));

            kontor.launch();
            assertEquals(7, kontor.exitCode(), kontor.printed());
            String last = kontor.printed().lines().reduce("", (before, line) -> line);
            assertTrue(
                    last.startsWith("Kontor did not start. The database schema does not belong to this version"), last);
            assertSecretsAreNowhere(kontor);
        }
    }

    private static void assertSecretsAreNowhere(KontorServer kontor) throws IOException {
        String databasePassword =
                Files.readString(kontor.data().resolve("postgres.password")).strip();
        String everything = kontor.printed() + kontor.log();
        assertTrue(everything.contains("Database schema at version"), "the log is there to be searched");
        assertFalse(everything.contains(KontorServer.API_KEY), "the API key is in a log");
        assertFalse(everything.contains(KontorServer.ADMIN_PASSWORD), "the administrator's password is in a log");
        assertFalse(everything.contains(databasePassword), "the database password is in a log");
    }

    private static Connection connection(KontorServer kontor) throws SQLException, IOException {
        Path pid = kontor.data().resolve("postgres").resolve("postmaster.pid");
        String port = Files.readAllLines(pid).get(3).strip();
        String password =
                Files.readString(kontor.data().resolve("postgres.password")).strip();
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/kontor", "kontor", password);
    }

    private static long serverPid(KontorServer kontor) throws IOException {
        return Long.parseLong(
                Files.readAllLines(kontor.data().resolve("postgres").resolve("postmaster.pid"))
                        .get(0)
                        .strip());
    }
}
