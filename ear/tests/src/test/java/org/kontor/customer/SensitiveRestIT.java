package org.kontor.customer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** What must not come out where it does not belong: medical conditions, and files as something to run. */
@ExtendWith(OnKontor.class)
class SensitiveRestIT {

    private static final String SECRET = "Sulfonamide-marker-" + System.nanoTime();

    /** S3-38 to S3-42, on every exit of REST. */
    @Test
    void medicalConditionsComeOutAtOneDoorAlone(KontorServer kontor, Api api) {
        String customer = customer(api);
        String door = customer + "/medical-conditions";
        api.post(door, "{\"condition\":\"Other allergies\",\"text\":\"" + SECRET + "\"}")
                .expect(204);

        assertEquals(SECRET, api.get(door).expect(200).text("/items/0/text"));
        Api clerk = key(kontor, "read:customer", "write:customer");
        assertEquals("PERMISSION_MISSING", clerk.get(door).expect(403).text("/code"));
        clerk.post(door, "{\"condition\":\"Diabetes\",\"answer\":\"YES\"}").expect(403);

        for (String exit : List.of(
                customer,
                "/api/v1/customers?q=" + SECRET,
                customer + "/timeline",
                customer + "/notes",
                customer + "/journal",
                customer + "/contacts",
                customer + "/tickets",
                customer + "/sentiment",
                customer + "/attachments",
                "/api/v1/audit?limit=100",
                "/metrics?scope=application")) {
            assertFalse(api.get(exit).body().contains(SECRET), exit);
        }
        assertTrue(api.get("/api/v1/audit?kind=medical").expect(200).body().contains("medical.read"));
    }

    /** S3-40: a repeated request is answered without the answer having been kept. */
    @Test
    void anIdempotentAnswerKeepsNothing(Api api) {
        String door = customer(api) + "/medical-conditions";
        Api once = api.with("Idempotency-Key", "medical-" + System.nanoTime());
        String body = "{\"condition\":\"Latex allergy\",\"answer\":\"YES\"}";

        assertEquals("", once.post(door, body).expect(204).body());
        assertEquals("", once.post(door, body).expect(204).body());
    }

    /** S4-135. */
    @Test
    void aFileIsADownloadAndNothingElse(Api api) {
        String customer = customer(api);
        byte[] bytes = "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

        Reply kept = api.upload(customer + "/attachments", "Vertrag \u00fc.txt", bytes, Map.of("internal", "true"))
                .expect(201);
        Reply content =
                api.get("/api/v1/attachments/" + kept.text("/id") + "/content").expect(200);

        assertArrayEquals(bytes, content.bytes());
        assertEquals("application/octet-stream", content.header("Content-Type").orElse(""));
        assertEquals("nosniff", content.header("X-Content-Type-Options").orElse(""));
        assertTrue(content.header("Content-Disposition").orElse("").startsWith("attachment; "));
        assertTrue(content.header("Content-Security-Policy").orElse("").contains("sandbox"));
        assertEquals(true, kept.at("/internal").asBoolean());
        assertEquals(64, kept.text("/sha256").length());
        assertEquals(
                "TYPE_NOT_ALLOWED",
                api.upload(customer + "/attachments", "a.exe", bytes, Map.of())
                        .expect(422)
                        .text("/errors/0/code"));
        api.delete("/api/v1/attachments/" + kept.text("/id")).expect(204);
        api.get("/api/v1/attachments/" + kept.text("/id") + "/content").expect(404);
    }

    @Test
    void aJournalEntryIsWrittenAndCorrected(Api api) {
        String customer = customer(api);
        Reply entry = api.post(customer + "/journal", "{\"action\":\"call\",\"text\":\"Rang\"}")
                .expect(201);
        String one = "/api/v1/journal-entries/" + entry.text("/id");

        assertEquals(
                "Rang twice",
                api.patch(one, "{\"text\":\"Rang twice\"}").expect(200).text("/text"));
        api.with("If-Match", "\"1\"").patch(one, "{\"text\":\"x\"}").expect(412);
        api.delete(one).expect(405);
        assertEquals(
                "journal.updated",
                api.get(customer + "/timeline?kind=journal").expect(200).text("/items/0/kind"));
    }

    private static Api key(KontorServer kontor, String... permissions) {
        String list = "\"" + String.join("\",\"", permissions) + "\"";
        String key = kontor.api()
                .post("/api/v1/api-keys", "{\"name\":\"clerk\",\"permissions\":[" + list + "]}")
                .expect(201)
                .text("/key");
        return new Api(kontor.base(), key);
    }

    private static String customer(Api api) {
        return "/api/v1/customers/"
                + api.post(
                                "/api/v1/customers",
                                "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"Sensitive "
                                        + System.nanoTime() + "\"}")
                        .expect(201)
                        .text("/id");
    }
}
