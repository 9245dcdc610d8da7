package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** Erasures over REST, with BlueSnap as a vault that first refuses. */
@ExtendWith(OnKontor.class)
class ErasureRestIT {

    private static final String SHOPPER = BlueSnapRecord.SHOPPER;
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

    @TempDir
    Path folder;

    /** S4-89 to S4-105, X-27, X-28: refused with 14110, methods removed, accepted, gone; the certificate grows and verifies. */
    @Test
    void aCustomerIsErasedHereAndAtBlueSnap(Api api, KontorServer kontor) throws Exception {
        AtomicReference<BlueSnapRecord.Mood> mood = new AtomicReference<>(BlueSnapRecord.Mood.REFUSES);
        List<String> record = Collections.synchronizedList(new ArrayList<>());
        AtomicReference<Boolean> lost = new AtomicReference<>(false);
        HttpServer stub = BlueSnapRecord.blueSnap(mood, record);
        BlueSnapRecord.transactions(stub, lost, record);
        try {
            String name = "BlueSnap " + System.nanoTime();
            Api.Reply connection = api.post(
                            "/api/v1/connections",
                            "{\"connector\":\"vault-bluesnap\",\"name\":\"" + name
                                    + "\",\"enabled\":true,\"settings\":{"
                                    + "\"environment\":\"sandbox\",\"username\":\"api\",\"merchantId\":\"1\",\"baseUrl\":\"http://127.0.0.1:"
                                    + stub.getAddress().getPort()
                                    + "\",\"noticeAddresses\":\"127.0.0.1, 0:0:0:0:0:0:0:1\"},\"secrets\":{\"password\":\"hush\"}}")
                    .expect(201);
            BlueSnapRecord.storedAndCharged(
                    "http://127.0.0.1:" + stub.getAddress().getPort(), lost, record);
            String word = "Quxo" + Long.toString(System.nanoTime(), 36);
            Api.Reply customer = api.post(
                            "/api/v1/customers",
                            "{\"accountType\":\"STANDARD\",\"class\":\"RESIDENTIAL\",\"firstName\":\"" + word
                                    + "\",\"lastName\":\"Tanaka\",\"emails\":[\"" + word
                                    + "@mail.example\"],\"externalIds\":[{\"system\":\""
                                    + connection.text("/id") + "\",\"kind\":\"shopper\",\"value\":\"" + SHOPPER
                                    + "\"}]}")
                    .expect(201);
            String one = "/api/v1/customers/" + customer.text("/id");
            api.post(one + "/notes", "{\"text\":\"Likes " + word + "\",\"internal\":false}")
                    .expect(201);

            String contact =
                    "/api/v1/contacts/" + api.get(one + "/contacts").expect(200).text("/items/0/id");
            api.get(contact).expect(200);

            Api.Reply preview = api.delete(one + "?dryRun=true").expect(200);
            assertEquals(name, preview.text("/vaults/0/name"));
            assertTrue(preview.at("/vaults/0/forgets").asBoolean());
            assertEquals(
                    preview.json(),
                    api.post("/api/v1/erasures?dryRun=true", "{\"customerId\":" + customer.text("/id") + "}")
                            .expect(200)
                            .json());
            assertEquals("confirm", api.delete(one).expect(422).text("/errors/0/field"));
            assertEquals(
                    "NAME_DIFFERS",
                    api.delete(one + "?confirm=" + word).expect(422).text("/errors/0/code"));
            String confirmed = one + "?confirm=" + word + "%20Tanaka";
            api.with("If-Match", "\"77\"").delete(confirmed).expect(412);
            Api.Reply begun = api.with("If-Match", "\"1\"").delete(confirmed).expect(202);
            String erasure = "/api/v1/erasures/" + begun.text("/id");

            Api.Reply refused = api.await(erasure, r -> r.text("/steps/2/state").equals("REFUSED_UNTIL"));
            assertEquals("RUNNING", refused.text("/state"));
            assertEquals("ERASED", refused.text("/stage"));
            assertEquals(begun.text("/id"), refused.text("/certificate/certificate/erasure"));
            assertEquals(1, refused.at("/steps/2/removed").asInt());
            assertEquals("CONFIRMED", refused.text("/steps/1/state"));
            assertEquals("CUSTOMER_ERASED", api.get(one).expect(410).text("/code"));
            api.get(one + "/notes").expect(410);
            assertEquals("CONTACT_ERASED", api.get(contact).expect(410).text("/code"));
            assertFalse(
                    noted(record, certificate(api, erasure)).path("complete").asBoolean());
            api.post(
                            "/api/v1/customers",
                            "{\"accountType\":\"STANDARD\",\"class\":\"RESIDENTIAL\",\"firstName\":\"A\",\"lastName\":\"B\",\"emails\":[\""
                                    + word.toUpperCase() + "@mail.example\"]}")
                    .expect(409);

            mood.set(BlueSnapRecord.Mood.ACCEPTS);
            api.post(erasure + "/retry", "").expect(202);
            api.await(erasure, r -> r.text("/steps/2/state").equals("PENDING_UNTIL"));
            noted(record, certificate(api, erasure));
            mood.set(BlueSnapRecord.Mood.GONE);
            record.add("BlueSnap pushes that something of the payer has changed");
            pushed(api, connection.text("/id"));
            api.await(erasure, r -> r.text("/state").equals("SUCCEEDED"));
            JsonNode certificate = noted(record, certificate(api, erasure));
            assertTrue(certificate.path("complete").asBoolean());
            assertEquals("CONFIRMED", certificate.at("/remote/0/state").asText());
            verifiedAsDocumented(api, erasure);
            assertFalse(certificate.toString().toLowerCase().contains(word.toLowerCase()));
            Reply paper = api.get(erasure + "/certificate.pdf").expect(200);
            assertEquals(Optional.of("application/pdf"), paper.header("Content-Type"));
            assertFalse(kontor.log().toLowerCase().contains(word.toLowerCase()), "log");

            api.delete("/api/v1/suppressions/" + begun.text("/id")).expect(204);
            api.get("/api/v1/suppressions/" + begun.text("/id")).expect(404);
        } finally {
            stub.stop(0);
            record.forEach(System.out::println);
        }
    }

    /** Whoever is not the vault is refused alike; what the vault pushes is taken without credentials, and does its work once. */
    private static void pushed(Api api, String connection) {
        String form = "application/x-www-form-urlencoded";
        String body = "transactionType=CC_UPDATE&updatedCreditCardLast4Digits=1111&accountId=" + SHOPPER;
        String notices = "/api/v1/connections/" + connection + "/notices";
        Api nobody = api.anonymous();
        for (String other : List.of("/api/v1/connections/999999/notices", "/api/v1/connections/0/notices")) {
            assertEquals(
                    "NOTICE_REFUSED",
                    nobody.send("POST", other, form, body).expect(403).text("/code"));
        }
        nobody.send("POST", notices, form, "a=" + "b".repeat(70_000)).expect(413);
        nobody.get(notices).expect(401);
        nobody.with("Idempotency-Key", "1").send("POST", notices, form, body).expect(200);
        nobody.send("POST", notices, form, body).expect(200);
        Reply list = api.await(notices, r -> r.text("/items/0/outcome").equals("DONE"));
        assertEquals(1, list.at("/items").size(), list::body);
        assertEquals(2, list.at("/items/0/times").asInt());
        assertEquals("SHOPPER", list.text("/items/0/subject"));
        assertFalse(list.body().contains(SHOPPER), list::body);
    }

    /** S4-98: the number of somebody who had become part of the erased customer answers 410, too, and no longer leads on. */
    @Test
    void theNumberOfAMergedCustomerTellsOfTheErasure(Api api) {
        String source = business(api, "Part Works");
        String target = business(api, "Whole Works");
        api.post("/api/v1/merges", "{\"targetId\":" + target + ",\"sourceIds\":[" + source + "]}")
                .expect(201);
        api.get("/api/v1/customers/" + source).expect(308);
        String erasure = "/api/v1/erasures/"
                + api.post("/api/v1/erasures", "{\"customerId\":" + target + "}")
                        .expect(202)
                        .text("/id");
        api.await(erasure, r -> r.text("/state").equals("SUCCEEDED"));
        for (String id : List.of(source, target)) {
            assertEquals(
                    "CUSTOMER_ERASED",
                    api.get("/api/v1/customers/" + id).expect(410).text("/code"));
        }
    }

    private static String business(Api api, String name) {
        return api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"" + name + "\"}")
                .expect(201)
                .text("/id");
    }

    /** S4-89: asked for by the number alone. */
    @Test
    void anErasureIsAskedForByNumber(Api api) {
        String id = api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"Gone\"}")
                .expect(201)
                .text("/id");
        String body = "{\"customerId\":" + id + "}";
        assertEquals(
                "customerId", api.post("/api/v1/erasures", "{}").expect(422).text("/errors/0/field"));
        api.with("If-Match", "\"77\"").post("/api/v1/erasures", body).expect(412);
        Reply begun = api.post("/api/v1/erasures", body).expect(202);
        String erasure = "/api/v1/erasures/" + begun.text("/id");
        assertTrue(begun.header("Location").orElse("").endsWith(erasure), begun::toString);
        api.await(erasure, r -> r.text("/state").equals("SUCCEEDED"));
        api.get("/api/v1/customers/" + id).expect(410);
    }

    private static JsonNode noted(List<String> record, JsonNode certificate) {
        record.add("  certificate: erased " + certificate.path("erased") + ", BlueSnap " + certificate.path("remote")
                + ", complete " + certificate.path("complete"));
        return certificate;
    }

    private static JsonNode certificate(Api api, String erasure) throws Exception {
        JsonNode signed = api.get(erasure + "/certificate").expect(200).json();
        Map<?, ?> content = JSON.convertValue(signed.path("certificate"), TreeMap.class);
        byte[] canonical = JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
        String pem = api.get("/api/v1/erasures/public-key").expect(200).text("/pem");
        byte[] key = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
        signature.update(canonical);
        assertTrue(signature.verify(
                Base64.getDecoder().decode(signed.at("/signature/value").asText())));
        return signed.path("certificate");
    }

    /** By the lines of the guide themselves, where there are the tools that they name. */
    private void verifiedAsDocumented(Api api, String erasure) throws Exception {
        List<String> lines = Files.readAllLines(Path.of(System.getProperty("kontor.root"), "web", "README.md")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("jq -cSj .certificate") || line.startsWith("openssl pkeyutl -verify"))
                .toList();
        assertEquals(2, lines.size(), "lines of the guide");
        Files.write(
                folder.resolve("proof.json"), api.get(erasure + "/certificate").bytes());
        Files.writeString(
                folder.resolve("kontor.pem"),
                api.get("/api/v1/erasures/public-key").text("/pem"));
        String script = "command -v jq > tools && command -v openssl >> tools || exit 0; set -e; "
                + String.join("; ", lines) + "; sed -i s/requestedBy/requestedBi/ proof.txt; ! " + lines.get(1);
        Process shell = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
        assertTrue(shell.waitFor(30, TimeUnit.SECONDS), "the tools end");
        assertEquals(0, shell.exitValue(), () -> read(folder.resolve("said")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** S4-91, S4-102, X-33: no file that Kontor wrote tells of somebody who was erased; the numbers are given out, and taken back in. */
    @Test
    void nothingIsLeftInFilesAndTheNumbersAreKeptElsewhere(Api api, KontorServer kontor) throws Exception {
        String word = "Quxy" + Long.toString(System.nanoTime(), 36);
        String phone = "+1303555" + (1_000 + System.nanoTime() % 9_000);
        Api.Reply customer = api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"RESIDENTIAL\",\"firstName\":\"" + word
                                + "\",\"lastName\":\"Tanaka\",\"emails\":[\"" + word
                                + "@mail.example\"],\"phones\":[{\"type\":\"MOBILE\",\"number\":\"" + phone + "\"}]}")
                .expect(201);
        String one = "/api/v1/customers/" + customer.text("/id");
        api.post(one + "/notes", "{\"text\":\"Likes " + word + "\",\"internal\":false}")
                .expect(201);
        byte[] zip = api.get(one + "/personal-data.zip").expect(200).bytes();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            assertEquals("data.json", in.getNextEntry().getName());
            assertTrue(new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("Likes " + word));
        }

        String erasure = "/api/v1/erasures/"
                + api.with("If-Match", "\"1\"")
                        .delete(one + "?confirm=" + word + "%20Tanaka")
                        .expect(202)
                        .text("/id");
        api.await(erasure, r -> !r.text("/erasedAt").isEmpty());

        assertEquals(List.of(), filesWith(kontor.data(), word));
        assertEquals(List.of(), filesWith(kontor.data(), phone));
        Api.Reply numbers = api.get("/api/v1/erasures/numbers").expect(200);
        assertTrue(numbers.body().contains("\"customerIds\":[" + customer.text("/id") + "]"), numbers.body());
        assertEquals(
                "NOBODY",
                api.post("/api/v1/erasures/numbers", numbers.body()).expect(200).text("/0/outcome"));
    }

    /** Files of the data folder, but for those of the database server and its programs, in which a word stands. */
    private static List<Path> filesWith(Path data, String word) throws IOException {
        String wanted = word.toLowerCase(Locale.ROOT);
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                return Set.of("postgres", "programs")
                                .contains(folder.getFileName().toString())
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!file.toString().endsWith(".jar")
                        && Files.readString(file, StandardCharsets.ISO_8859_1)
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
