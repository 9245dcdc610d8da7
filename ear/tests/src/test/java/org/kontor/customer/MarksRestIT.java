package org.kontor.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.OnKontor;

/** Tags, flags, health, owners, custom fields and what they are chosen from, over REST. */
@ExtendWith(OnKontor.class)
class MarksRestIT {

    /** S1-22, S1-23, S1-25, S4-15, S4-33, S4-41. */
    @Test
    void marksComeWithTheCustomerAndChangeByPatch(Api api) {
        String field = "region" + System.nanoTime();
        api.post(
                        "/api/v1/custom-fields",
                        "{\"owner\":\"CUSTOMER\",\"key\":\"" + field + "\",\"label\":\"" + field
                                + "\",\"kind\":\"NUMBER\"}")
                .expect(201);
        Api.Reply created = api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"Marked\",\"tags\":[\"VIP\",\"vip\"],"
                                + "\"flags\":[{\"type\":\"Behavior: Late\",\"note\":\"n\"}],\"health\":\"GOOD\","
                                + "\"owners\":{\"billingOwner\":\"admin\"},\"customFields\":{\"" + field + "\":12.50}}")
                .expect(201);
        String one = "/api/v1/customers/" + created.text("/id");
        assertEquals(1, created.json().path("tags").size());
        assertEquals("admin", created.text("/owners/billingOwner"));
        assertTrue(created.json().path("autoPayments").asBoolean());
        assertEquals("12.5", created.json().path("customFields").path(field).asText());

        Api.Reply patched = api.patch(
                        one,
                        "{\"tags\":[],\"health\":null,\"autoPayments\":false,\"customFields\":{\"" + field
                                + "\":null}}")
                .expect(200);
        assertEquals(0, patched.json().path("tags").size());
        assertTrue(patched.json().path("health").isNull());
        assertEquals(0, patched.json().path("customFields").size());
        assertEquals(1, patched.json().path("flags").size());
        Api.Reply refused = api.patch(
                        one, "{\"customFields\":{\"" + field + "\":\"many\"},\"owners\":{\"manager\":\"nobody-here\"}}")
                .expect(422);
        assertTrue(refused.body().contains("customFields." + field));
        assertTrue(refused.body().contains("owners.manager"));
    }

    /** S3-43, S1-24. */
    @Test
    void tagsAndFlagsGoOneByOne(Api api) {
        String one = "/api/v1/customers/"
                + api.post(
                                "/api/v1/customers",
                                "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"One by one\"}")
                        .expect(201)
                        .text("/id");
        Api.Reply tag = api.post(one + "/tags", "{\"name\":\"Solo\",\"colour\":\"LIME\"}")
                .expect(201);
        assertEquals(
                "LIME",
                api.get(one + "/tags").expect(200).json().at("/items/0/colour").asText());
        assertEquals(
                "Solo",
                api.get("/api/v1/customers?tag=solo&q=one")
                        .expect(200)
                        .json()
                        .at("/items/0/tags/0")
                        .asText());
        api.delete(one + "/tags/" + tag.text("/id")).expect(204);
        Api.Reply flag = api.post(one + "/flags", "{\"type\":\"BEHAVIOR_LATE\",\"note\":\"x\"}")
                .expect(201);
        api.post(one + "/flags", "{\"type\":\"No such flag\",\"note\":\"x\"}").expect(422);
        api.delete(one + "/flags/" + flag.text("/id")).expect(204);
        assertEquals(0, api.get(one + "/flags").expect(200).json().path("items").size());
        api.post(one + "/archive", "").expect(200);
        api.get("/api/v1/customers/999999999/tags").expect(404);
    }

    /** S2-28, S2-29. */
    @Test
    void systemTablesAndSettingsKeepTheContract(Api api) {
        String name = "Type " + System.nanoTime();
        Api.Reply created = api.post("/api/v1/system-tables/contact-types", "{\"name\":\"" + name + "\"}")
                .expect(201);
        String one = "/api/v1/system-tables/contact-types/" + created.text("/id");
        api.patch(one, "{\"active\":false}").expect(200);
        api.with("If-Match", "\"1\"").patch(one, "{\"name\":\"y\"}").expect(412);
        api.patch(one, "{\"code\":\"OTHER\"}").expect(422);
        api.delete(one).expect(204);
        api.get(one).expect(404);
        api.get("/api/v1/system-tables/no-such-table").expect(404);

        Api.Reply settings = api.get("/api/v1/settings").expect(200);
        api.with("If-Match", settings.header("ETag").orElse(""))
                .patch("/api/v1/settings", "{\"values\":{\"headerContactFallback\":true}}")
                .expect(200);
        api.patch("/api/v1/settings", "{\"values\":{\"headerContactFallback\":\"perhaps\"}}")
                .expect(422);
        api.patch("/api/v1/settings", "{\"values\":{\"headerContactFallback\":null}}")
                .expect(200);
        api.post("/api/v1/company-entities", "{\"name\":\"\",\"currency\":\"XXX1\",\"timeZone\":\"Mars\"}")
                .expect(422);
    }
}
