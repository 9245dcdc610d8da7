package org.kontor.dropin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;

/** S3-07: a connector of somebody else, beside the running Micro distribution. */
abstract class DropInCase {

    private static final String FILE = people(40_000);

    @Test
    void aRarIsPutIntoTheFolderUsedTakenAwayAndPutBack() throws IOException {
        KontorServer kontor = NewConnectorsIT.kontor();
        try (DropInSystem remote = new DropInSystem()) {
            Api api = kontor.api();
            Path rar = kontor.data().resolve("connectors").resolve("drop-in.rar");
            assertFalse(has(api.get("/api/v1/connectors"), "drop-in"));

            DropInRar.write(rar);
            api.await("/api/v1/connectors", reply -> has(reply, "drop-in"));
            assertTrue(has(api.get("/api/v1/import-formats"), "drop-in"));
            assertEquals(
                    "apiKey", api.get("/api/v1/connectors/drop-in").expect(200).text("/settings/1/key"));

            String connection = connection(api, remote);
            aLineIsKeptAndReplacedWhenItWasCut(api, connection, remote);
            String running = upload(api);
            api.post(running + "/cancel", "{}");
            api.await(running, reply -> reply.text("/state").matches("CANCELLED|SUCCEEDED"));
            assertEquals("CANCELLED", api.get(running).text("/state"), "the file is large enough to be stopped");

            Files.delete(rar);
            api.await("/api/v1/connectors", reply -> !has(reply, "drop-in"));
            assertFalse(has(api.get("/api/v1/import-formats"), "drop-in"));
            assertEquals(
                    "false", api.get(connection).expect(200).at("/installed").asText());
            api.post(connection + "/test", "").expect(409);

            api.post(running + "/resume", "{}").expect(202);
            Reply waiting = api.await(running, reply -> !reply.text("/failure").isEmpty());
            assertEquals("PENDING", waiting.text("/state"));
            assertTrue(waiting.text("/failure").startsWith("Install the connector"), waiting::body);

            DropInRar.write(rar);
            Reply done = api.await(running, reply -> !reply.text("/state").matches("PENDING|RUNNING"));
            assertEquals("SUCCEEDED", done.text("/state"), done::body);
            assertEquals(40_000, done.at("/rowsRead").asInt());
            assertEquals(40_000, done.at("/created").asInt());
            assertEquals("UP", api.post(connection + "/test", "").expect(200).text("/health"));

            aConnectorFromTheArchetypeImportsAFile(api, kontor.data().resolve("connectors"));
        }
    }

    /** Made and built outside of this project; the file is known by its header. */
    private static void aConnectorFromTheArchetypeImportsAFile(Api api, Path folder) throws IOException {
        Files.copy(NewConnectors.rar("import-format"), folder.resolve("new-import-format.rar"));
        api.await("/api/v1/connectors", reply -> has(reply, "new-import-format"));
        Reply started = api.upload(
                        "/api/v1/imports",
                        "acme.csv",
                        "Acme No.;Surname;First Name;Born\n4711;Rook;Wanda;9.3.1971\n4712;Bird;Zo\u00eb;\nX1;New;Bo;\n"
                                .getBytes(StandardCharsets.UTF_8),
                        Map.of())
                .expect(202);
        assertEquals("new-import-format", started.text("/format"), started::body);
        Reply done = api.await(
                "/api/v1/imports/" + started.text("/id"),
                reply -> !reply.text("/state").matches("PENDING|RUNNING"));
        assertEquals("SUCCEEDED", done.text("/state"), done::body);
        assertEquals(2, done.at("/created").asInt(), done::body);
        assertEquals("NUMBER_PROVISIONAL", done.text("/problems/0/code"), done::body);
        Reply customer = api.get("/api/v1/customers/by-external-id/new-import-format/4711")
                .expect(200);
        assertEquals("1971-03-09", customer.text("/birthdate"), customer::body);
    }

    /** Sets up a connection, with a wrong key first. */
    private static String connection(Api api, DropInSystem remote) {
        Reply created = api.post(
                        "/api/v1/connections",
                        "{\"connector\":\"drop-in\",\"name\":\"Ours\",\"enabled\":true,"
                                + "\"settings\":{\"baseUrl\":\"" + remote.uri()
                                + "\"},\"secrets\":{\"apiKey\":\"hush-wrong\"}}")
                .expect(201);
        assertFalse(created.body().contains("hush"), created::body);
        String path = "/api/v1/connections/" + created.text("/id");
        Reply down = api.post(path + "/test", "").expect(200);
        assertEquals("DOWN", down.text("/health"), down::body);
        String tag = api.get(path).expect(200).header("ETag").orElseThrow();
        api.with("If-Match", tag)
                .patch(path, "{\"secrets\":{\"apiKey\":\"" + DropInSystem.KEY + "\"}}")
                .expect(200);
        api.with("If-Match", tag).patch(path, "{\"name\":\"Late\"}").expect(412);
        assertEquals("UP", api.post(path + "/test", "").expect(200).text("/health"));
        return path;
    }

    /** The distribution has no pools of an operator: the connector's own does it. */
    private static void aLineIsKeptAndReplacedWhenItWasCut(Api api, String connection, DropInSystem remote)
            throws IOException {
        int opened = remote.opened();
        assertEquals("UP", api.post(connection + "/test", "").text("/health"));
        assertEquals(opened, remote.opened(), "the line of the test before");
        remote.cutAll();
        assertEquals("UP", api.post(connection + "/test", "").text("/health"));
        assertEquals(opened + 1, remote.opened());
        remote.cutNext();
        Reply broken = api.post(connection + "/test", "").expect(200);
        assertEquals("DOWN", broken.text("/health"), broken::body);
        assertEquals("UP", api.post(connection + "/test", "").text("/health"));
        assertEquals(opened + 2, remote.opened());
    }

    private static String upload(Api api) {
        Reply started = api.upload(
                        "/api/v1/imports",
                        "people.csv",
                        FILE.getBytes(StandardCharsets.UTF_8),
                        Map.of("format", "drop-in"))
                .expect(202);
        return "/api/v1/imports/" + started.text("/id");
    }

    private static boolean has(Reply list, String id) {
        JsonNode items = list.json().isArray() ? list.json() : list.at("/items");
        for (JsonNode item : items) {
            if (item.path("id").asText().equals(id)) {
                return true;
            }
        }
        return false;
    }

    private static String people(int rows) {
        StringBuilder file = new StringBuilder("Drop No,Drop Name\n");
        for (int i = 1; i <= rows; i++) {
            file.append(i).append(",Person ").append(i).append('\n');
        }
        return file.toString();
    }
}
