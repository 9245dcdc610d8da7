package org.kontor.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;

/** The REST calls of any client, of the EAR on a server; in no signature of a test in the server. */
final class RestOnTheEar {

    private static final String GOOGLE = """
            First Name,Middle Name,Last Name,Nickname,Organization Name,Birthday,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value
            Gus,,Ear,,,,,* myContacts,Home,gus.ear@example.org,Mobile,+1 303 555 0102
            Gerda,,Ear,,,,,* myContacts,Home,gerda.ear@example.org,,
            """;

    private RestOnTheEar() {}

    static void signInReadWriteRefuseAndImport() {
        Api api = new Api(PayaraServer.base(), KontorServer.API_KEY);
        api.anonymous().await("/health/ready", reply -> reply.status() == 200);
        assertTrue(api.anonymous().get("/signin.xhtml").expect(200).body().contains("Password"));
        api.anonymous().get("/api/v1/customers").expect(401);
        assertTrue(api.get("/openapi").expect(200).body().contains("Kontor"));
        api.get("/metrics").expect(200);

        Reply created = api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"On the EAR\"}")
                .expect(201);
        String customer = "/api/v1/customers/" + created.text("/id");
        String tag = api.get(customer).expect(200).header("ETag").orElseThrow();
        Reply changed = api.with("If-Match", tag)
                .patch(customer, "{\"website\":\"https://ear.example\"}")
                .expect(200);
        assertEquals("https://ear.example", changed.text("/website"));
        api.with("If-Match", tag)
                .patch(customer, "{\"website\":\"https://late.example\"}")
                .expect(412);
        assertEquals("https://ear.example", api.get(customer).expect(200).text("/website"));

        Reply accepted = api.upload(
                        "/api/v1/imports", "contacts.csv", GOOGLE.getBytes(StandardCharsets.UTF_8), Map.of())
                .expect(202);
        Reply done = api.await(
                "/api/v1/imports/" + accepted.text("/id"),
                reply -> !reply.text("/state").matches("PENDING|RUNNING"));
        assertEquals("SUCCEEDED", done.text("/state"), done::body);
        assertEquals(
                "2 2 0 0",
                done.text("/rowsRead") + " " + done.text("/created") + " " + done.text("/skipped") + " "
                        + done.text("/failed"),
                done::body);
        Reply found = api.get("/api/v1/customers?q=gerda.ear").expect(200);
        assertEquals("Gerda Ear", found.text("/items/0/displayName"), found::body);
    }
}
