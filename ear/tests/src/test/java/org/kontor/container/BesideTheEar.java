package org.kontor.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipFile;
import org.kontor.dropin.DropInRar;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;

/** What an operator does with somebody else's RAR on a server on which Kontor's EAR runs; in no signature of a test in the server. */
final class BesideTheEar {

    private static final String PEOPLE = "Drop No,Drop Name\n1,Rook\n2,Bird\n3,Hawk\n";

    private BesideTheEar() {}

    static void deployUseUndeployAndDeployAgain() throws IOException, InterruptedException {
        Api api = new Api(PayaraServer.base(), KontorServer.API_KEY);
        Path rar = Path.of("target", "beside-the-ear.rar").toAbsolutePath();
        DropInRar.write(rar);

        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> deploy(rar));
        assertTrue(
                String.valueOf(refused.getMessage()).contains("org/kontor/connectors/support/ConnectorAdapter"),
                refused::getMessage);
        assertFalse(has(api, "/api/v1/connectors"));

        PayaraServer.addLibraries(sharedLibraries());
        api.await("/health/ready", reply -> reply.status() == 200);
        deploy(rar);
        assertTrue(has(api, "/api/v1/connectors"));
        assertTrue(has(api, "/api/v1/import-formats"));
        Reply done = ended(api, upload(api, "true", PEOPLE));
        assertEquals("drop-in", done.text("/format"), "known by its header");
        assertEquals("SUCCEEDED", done.text("/state"), done::body);
        assertEquals(3, done.at("/created").asInt(), done::body);

        LinesOfThePool.areReusedReplacedAndLimited(api);

        String later = upload(api, "false", PEOPLE + "4,Kite\n");
        PayaraServer.asadmin("undeploy", "beside-the-ear");
        assertFalse(has(api, "/api/v1/connectors"));
        assertFalse(has(api, "/api/v1/import-formats"));
        api.post(later + "/start", "{}").expect(202);
        Reply waiting = api.await(later, reply -> !reply.text("/failure").isEmpty());
        assertEquals("PENDING", waiting.text("/state"), waiting::body);
        assertTrue(waiting.text("/failure").startsWith("Install the connector"), waiting::body);

        deploy(rar);
        Reply afterwards = ended(api, later);
        assertEquals("SUCCEEDED", afterwards.text("/state"), afterwards::body);
        assertEquals(1, afterwards.at("/created").asInt(), afterwards::body);
        PayaraServer.asadmin("undeploy", "beside-the-ear");
    }

    private static void deploy(Path rar) {
        PayaraServer.asadmin("deploy", "--name", "beside-the-ear", rar.toString());
    }

    /** From the EAR, where the operator finds them. */
    private static Map<String, byte[]> sharedLibraries() throws IOException {
        Map<String, byte[]> jars = new TreeMap<>();
        try (ZipFile ear = new ZipFile(System.getProperty("kontor.ear", "../target/kontor.ear"))) {
            for (String name : new String[] {"kontor-spi.jar", "kontor-connector-support.jar"}) {
                try (InputStream jar = ear.getInputStream(ear.getEntry("lib/" + name))) {
                    jars.put(name, jar.readAllBytes());
                }
            }
        }
        return jars;
    }

    private static String upload(Api api, String start, String people) {
        Reply reply = api.upload(
                "/api/v1/imports", "people.csv", people.getBytes(StandardCharsets.UTF_8), Map.of("start", start));
        assertTrue(reply.status() / 100 == 2, reply::toString);
        return "/api/v1/imports/" + reply.text("/id");
    }

    private static Reply ended(Api api, String path) {
        return api.await(path, reply -> !reply.text("/state").matches("PENDING|RUNNING"));
    }

    private static boolean has(Api api, String list) {
        Reply reply = api.get(list).expect(200);
        for (JsonNode item : reply.json().isArray() ? reply.json() : reply.at("/items")) {
            if (item.path("id").asText().equals("drop-in")) {
                return true;
            }
        }
        return false;
    }
}
