package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.OnKontor;

/** Merges as a client sees them. */
@ExtendWith(OnKontor.class)
class MergesIT {

    /** S3-55, S4-106, S4-108, S4-109, S4-126. */
    @Test
    void aMergeIsPreviewedMadeFollowedAndTakenBack(Api api) {
        String name = "Heron" + Long.toString(System.nanoTime(), 36);
        String target = business(api, name, "");
        String source = business(api, name + " Ltd", "https://heron.example");
        api.post("/api/v1/customers/" + source + "/notes", "{\"text\":\"called\",\"internal\":true}")
                .expect(201);
        String body = "{\"targetId\":" + target + ",\"sourceIds\":[" + source + "]}";

        Reply preview = api.post("/api/v1/merges?dryRun=true", body).expect(200);
        assertEquals("true", preview.text("/reversible"));
        assertTrue(preview.body().contains("\"noun\":\"note\""), preview.body());
        api.get("/api/v1/customers/" + source).expect(200);

        Reply made = api.post("/api/v1/merges", body).expect(201);
        String merge = "/api/v1/merges/" + made.text("/id");
        assertEquals("\"1\"", made.header("ETag").orElse(""));
        assertEquals(
                "WRONG_TYPE",
                api.post("/api/v1/merges?dryRun=yes", body).expect(422).text("/errors/0/code"));
        assertEquals(source, api.get(merge).expect(200).text("/sources/0/id"));
        assertEquals(
                "https://heron.example",
                api.get("/api/v1/customers/" + target).expect(200).text("/website"));
        Reply former = api.get("/api/v1/customers/" + source);
        assertEquals("/api/v1/customers/" + target, leadsTo(former));
        assertEquals(target, former.text("/mergedInto"));
        assertEquals(
                "/api/v1/customers/" + target + "/notes?limit=5",
                leadsTo(api.get("/api/v1/customers/" + source + "/notes?limit=5")));
        assertEquals(
                "ALREADY_MERGED", api.post("/api/v1/merges", body).expect(409).text("/code"));
        assertEquals(
                made.text("/id"),
                api.get("/api/v1/merges?customerId=" + target).expect(200).text("/items/0/id"));

        assertEquals(
                0, api.post(merge + "/undo?dryRun=true", "").expect(200).json().size());
        api.send("POST", merge + "/undo", "application/json", "").expect(200);
        assertEquals(
                name + " Ltd",
                api.get("/api/v1/customers/" + source).expect(200).text("/displayName"));
        assertEquals(
                "ALREADY_UNDONE", api.post(merge + "/undo", "{}").expect(409).text("/code"));
        api.get("/api/v1/merges/999999").expect(404);
    }

    /** What is against a rule names the field, and nothing is half-merged (S4-127). */
    @Test
    void whatIsAgainstARuleNamesTheCure(Api api) {
        String one = business(api, "Crane" + System.nanoTime(), "");
        assertEquals(
                "sourceIds",
                api.post("/api/v1/merges", "{\"targetId\":" + one + ",\"sourceIds\":[" + one + "]}")
                        .expect(422)
                        .text("/errors/0/field"));
        assertEquals(
                "sourceIds",
                api.post("/api/v1/merges", "{\"targetId\":" + one + ",\"sourceIds\":[]}")
                        .expect(422)
                        .text("/errors/0/field"));
        api.post("/api/v1/merges", "{\"targetId\":" + one + ",\"sourceIds\":[999999]}")
                .expect(404);
    }

    /** Path and query of the address that follows, whatever the server calls itself. */
    private static String leadsTo(Reply reply) {
        URI to = URI.create(reply.expect(308).header("Location").orElseThrow());
        return to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
    }

    private static String business(Api api, String name, String website) {
        return api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"" + name
                                + "\",\"website\":\"" + website + "\"}")
                .expect(201)
                .text("/id");
    }
}
