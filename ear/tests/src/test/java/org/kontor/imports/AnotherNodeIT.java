package org.kontor.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;

/** After {@code kill -9}: what a node has begun that dies, another one finishes that shares nothing with it but the database. */
class AnotherNodeIT {

    private static final int ROWS = 40_000;

    @Test
    void anImportWhoseNodeWasKilledIsFinishedByAnotherNodeAndEveryRowIsInExactlyOnce()
            throws IOException, SQLException {
        StringBuilder file = new StringBuilder("FirstName,LastName,Email,PhoneNumber,Birthdate\n");
        for (int i = 0; i < ROWS; i++) {
            file.append("Person").append(i).append(",Moved,m").append(i).append("@example.org,,\n");
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            execute(postgres, "create database kontor encoding 'UTF8' template template0");
            Map<String, String> settings = Map.of(
                    "kontor.db.url",
                    "jdbc:postgresql://localhost:" + postgres.getPort() + "/kontor",
                    "kontor.db.user",
                    "postgres",
                    "kontor.encryption.key",
                    Base64.getEncoder().encodeToString(new byte[32]));
            try (KontorServer first = KontorServer.start(settings);
                    KontorServer second = KontorServer.prepare(settings)) {
                assertNotEquals(first.data(), second.data());
                Reply accepted = ImportsIT.upload(first.api(), file.toString(), Map.of("onDuplicate", "CREATE"))
                        .expect(202);
                String path = "/api/v1/imports/" + accepted.text("/id");
                Reply moving =
                        first.api().await(path, r -> !r.text("/checkpointRow").equals("0"));
                first.kill();
                assertEquals("RUNNING", moving.text("/state"), "it was done before the node died");

                second.start();
                Reply done = second.api()
                        .await(
                                path,
                                r -> r.text("/state").equals("SUCCEEDED")
                                        || r.text("/state").equals("FAILED"));
                assertEquals("SUCCEEDED", done.text("/state"), moving + " then " + done);
                assertEquals(Integer.toString(ROWS), done.text("/rowsRead"), done::body);
                assertEquals(Integer.toString(ROWS), done.text("/created"), done::body);
                String count = "/api/v1/customers?q=m" + (ROWS - 1) + "@example.org";
                Reply last = second.api().get(count).expect(200);
                assertEquals(1, last.at("/items").size());
                Reply timeline = second.api()
                        .get("/api/v1/customers/" + last.text("/items/0/id") + "/timeline")
                        .expect(200);
                assertEquals("customer.created", timeline.text("/items/0/kind"));
            }
        }
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
