package org.kontor.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.OnKontor;

@ExtendWith(OnKontor.class)
class CustomerRestIT {

    private static final String CUSTOMERS = "/api/v1/customers";

    /** S0-07, X-03: a status is always there. */
    @Test
    void aCustomerIsCreatedReadChangedAndFoundAgain(Api api) {
        String word = word();
        Reply created =
                api.post(CUSTOMERS, """
                {"accountType": "STANDARD", "class": "RESIDENTIAL", "firstName": "Ana", "lastName": "%s",
                 "emails": ["ana@%s.example", "ANA@%s.example", "b@x.org"], "website": "example.com",
                 "primaryPhone": "(303) 202-7332", "phones": [{"type": "MOBILE", "number": "303-202-7332"}],
                 "address": {"line1": "1 Main St", "city": "Denver", "country": "United States"},
                 "birthdate": "1988-05-01", "accountNumber": "A-%s",
                 "externalIds": [{"system": "revio", "kind": "customer", "value": "x/%s"}]}
                """.formatted(word, word, word, word, word)).expect(201);
        String path = CUSTOMERS + "/" + created.text("/id");

        assertTrue(created.header("Location").orElseThrow().endsWith(path));
        assertEquals("\"1\"", created.header("ETag").orElseThrow());
        assertEquals("Ana " + word, created.text("/displayName"));
        assertEquals("+13032027332", created.text("/primaryPhone"));
        assertEquals("MOBILE", created.text("/phones/0/type"));
        assertEquals("US", created.text("/address/country"));
        assertEquals("PENDING", created.text("/status"));
        assertEquals(2, created.json().at("/emails").size());
        assertEquals(created.json(), api.get(path).expect(200).json());
        assertEquals(
                created.json(),
                api.get(CUSTOMERS + "/by-external-id/revio/x/" + word)
                        .expect(200)
                        .json());
        for (String q : List.of(word, "ana%20" + word, "A-" + word, "ana@" + word)) {
            Reply found = api.get(CUSTOMERS + "?q=" + q).expect(200);
            assertEquals(1, found.json().at("/items").size(), q);
            assertEquals(created.json(), found.json().at("/items/0"), q);
        }

        Reply changed = api.with("If-Match", "\"1\"")
                .patch(path, "{\"status\": \"OPEN\", \"website\": null, \"address\": {\"line2\": \"Flat 2\"}}")
                .expect(200);

        assertEquals("OPEN", changed.text("/status"));
        assertEquals("", changed.text("/website"));
        assertEquals("1 Main St", changed.text("/address/line1"));
        assertEquals("Flat 2", changed.text("/address/line2"));
        assertEquals("\"2\"", changed.header("ETag").orElseThrow());
        Reply timeline = api.get(path + "/timeline").expect(200);
        assertEquals("contact.updated", timeline.text("/items/0/kind"));
        assertEquals("customer.updated", timeline.text("/items/1/kind"));
        assertEquals("PENDING", timeline.text("/items/1/changes/status/before"));
        assertEquals("admin", timeline.text("/items/1/actor"));
        assertEquals("customer.created", timeline.text("/items/2/kind"));
        assertEquals(
                1,
                api.get(path + "/timeline?kind=customer.created")
                        .expect(200)
                        .at("/items")
                        .size());
    }

    @Test
    void aStaleVersionIs412AndChangesNothing(Api api) {
        String path = business(api, "{}");
        api.with("If-Match", "\"1\"").patch(path, "{\"occupation\": \"first\"}").expect(200);

        Reply stale = api.with("If-Match", "\"1\"")
                .patch(path, "{\"occupation\": \"second\"}")
                .expect(412);

        assertEquals("STALE_VERSION", stale.text("/code"));
        assertEquals("first", api.get(path).text("/occupation"));
    }

    /** S0-10: another account type than those that there are is rejected. */
    @Test
    void everyFieldAgainstARuleIsNamed_S0_04_S0_05_S0_13_S0_16_S0_17_S0_24_S0_25_S0_33(Api api) {
        Reply missing = api.post(CUSTOMERS, "{\"companyName\": \"x\"}").expect(422);
        assertEquals(List.of("accountType", "class"), fields(missing));

        Reply values = api.post(CUSTOMERS, """
                {"accountType": "MAIN", "class": "PET", "status": "GONE", "companyName": "x", "birthdate": "1.5.1988",
                 "billMethod": "FAX"}
                """).expect(422);
        assertEquals(Set.of("accountType", "class", "status", "birthdate", "billMethod"), Set.copyOf(fields(values)));

        Reply rules = api.post(CUSTOMERS, """
                {"accountType": "STANDARD", "class": "BUSINESS", "emails": ["a@x.org", "b"], "website": "javascript:alert(1)",
                 "billMethod": "EMAIL"}
                """).expect(422);
        assertEquals(List.of("emails[1]", "website", "companyName"), fields(rules));
        assertEquals(
                "application/problem+json",
                rules.header("Content-Type").orElseThrow().split(";")[0]);
    }

    @Test
    void clearingTheEmailIsRefusedWhileTheBillGoesByEmail_S0_20(Api api) {
        String path = business(api, "{\"emails\": [\"a@x.org\"], \"billMethod\": \"EMAIL\"}");
        String print = business(api, "{}");

        Reply cleared = api.patch(path, "{\"emails\": []}").expect(422);
        Reply removed = api.patch(path, "{\"emails\": null}").expect(422);
        Reply switched =
                api.patch(print, "{\"billMethod\": \"PRINT_AND_EMAIL\"}").expect(422);

        for (Reply reply : List.of(cleared, removed, switched)) {
            assertEquals("BILL_METHOD_NEEDS_EMAIL", reply.text("/errors/0/code"));
            assertEquals("emails", reply.text("/errors/0/field"));
        }
    }

    @Test
    void unknownAndReadOnlyFieldsAreRefusedByName(Api api) {
        String path = business(api, "{}");

        assertEquals(
                List.of("colour"),
                fields(api.patch(path, "{\"colour\": [\"red\"]}").expect(422)));
        assertEquals(
                List.of("id", "createdAt"),
                fields(api.patch(path, "{\"id\": 5, \"createdAt\": \"2020-01-01T00:00:00Z\"}")
                        .expect(422)));
        assertEquals(
                List.of("colour"),
                fields(api.post(
                                CUSTOMERS,
                                "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"x\",\"colour\":1}")
                        .expect(422)));
    }

    @Test
    void scriptsComeBackAsTheyWereSent(Api api) {
        String evil = "<script>alert('x')</script>\\\"; drop table customer;--";
        String path = business(api, "{\"nickname\": \"" + evil + "\"}");

        assertEquals(
                "<script>alert('x')</script>\"; drop table customer;--",
                api.get(path).text("/nickname"));
    }

    @Test
    void theSamePostWithTheSameKeyCreatesOne(Api api) {
        String body = "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"" + word() + "\"}";
        Api keyed = api.with("Idempotency-Key", UUID.randomUUID().toString());

        Reply first = keyed.post(CUSTOMERS, body).expect(201);
        Reply again = keyed.post(CUSTOMERS, body).expect(201);

        assertEquals(first.text("/id"), again.text("/id"));
        keyed.post(CUSTOMERS, body.replace("BUSINESS\"", "BUSINESS\",\"nickname\":\"n\""))
                .expect(422);
    }

    @Test
    void takenNumbersAndUnknownIdsAreConflictsAndAbsences_X_06(Api api) {
        String number = word();
        business(api, "{\"accountNumber\": \"" + number + "\"}");

        Reply taken = api.post(
                        CUSTOMERS,
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"x\",\"accountNumber\":\""
                                + number + "\"}")
                .expect(409);

        assertEquals("ACCOUNT_NUMBER_TAKEN", taken.text("/code"));
        api.get(CUSTOMERS + "/999999999").expect(404);
        api.patch(CUSTOMERS + "/999999999", "{}").expect(404);
        api.get(CUSTOMERS + "/999999999/contacts").expect(404);
        api.get(CUSTOMERS + "/999999999/timeline").expect(404);
        api.get(CUSTOMERS + "/by-external-id/nobody/nothing").expect(404);
    }

    @Test
    void aCursorVisitsEachOnceWhileOthersAreInserted(Api api) {
        String word = word();
        for (int i = 0; i < 7; i++) {
            business(api, "{\"companyName\": \"" + word + " " + i + "\"}");
        }
        List<String> seen = new ArrayList<>();
        Reply page = api.get(CUSTOMERS + "?limit=3&sort=-name&q=" + word).expect(200);
        assertTrue(page.header("Link").orElseThrow().contains("rel=\"next\""));
        while (true) {
            page.json().at("/items").forEach(item -> seen.add(item.at("/id").asText()));
            JsonNode cursor = page.json().at("/nextCursor");
            if (cursor.isNull()) {
                break;
            }
            business(api, "{\"companyName\": \"" + word + " 99\"}");
            page = api.get(CUSTOMERS + "?limit=3&sort=-name&q=" + word + "&cursor=" + cursor.asText())
                    .expect(200);
        }

        assertEquals(7, seen.size());
        assertEquals(7, new HashSet<>(seen).size());
        api.get(CUSTOMERS + "?cursor=abc").expect(400);
        assertEquals(List.of("limit"), fields(api.get(CUSTOMERS + "?limit=0").expect(422)));
        assertEquals(List.of("sort"), fields(api.get(CUSTOMERS + "?sort=colour").expect(422)));
        assertEquals(
                List.of("status"), fields(api.get(CUSTOMERS + "?status=GONE").expect(422)));
    }

    @Test
    void contactsAreAddedChangedAndOneIsPrimary_S2_03_S2_11_S2_42(Api api) {
        Reply person = api.post(
                        CUSTOMERS,
                        "{\"accountType\":\"STANDARD\",\"class\":\"RESIDENTIAL\",\"firstName\":\"Ana\",\"lastName\":\"Old\"}")
                .expect(201);
        String path = CUSTOMERS + "/" + person.text("/id");
        String automatic = api.get(path + "/contacts").expect(200).text("/items/0/id");
        Reply added = api.post(
                        path + "/contacts", "{\"firstName\": \"Bob\", \"email\": \"bob@x.org\", \"primary\": true}")
                .expect(201);

        assertTrue(added.header("Location").orElseThrow().endsWith("/api/v1/contacts/" + added.text("/id")));
        assertNotEquals(automatic, added.text("/id"));
        assertFalse(
                api.get("/api/v1/contacts/" + automatic).json().at("/primary").asBoolean());
        assertEquals("Ana Old", added.text("/company"));
        Reply inactive = api.patch("/api/v1/contacts/" + added.text("/id"), "{\"status\": \"INACTIVE\"}")
                .expect(422);
        assertEquals(List.of("status"), fields(inactive));
        assertEquals(
                List.of("status"),
                fields(api.patch("/api/v1/contacts/" + added.text("/id"), "{\"status\": \"ASLEEP\"}")
                        .expect(422)));
        api.with("If-Match", "\"99\"")
                .patch("/api/v1/contacts/" + added.text("/id"), "{\"title\": \"x\"}")
                .expect(412);
        assertEquals(
                List.of("createdAt"),
                fields(api.patch("/api/v1/contacts/" + added.text("/id"), "{\"createdAt\": \"2020-01-01T00:00:00Z\"}")
                        .expect(422)));
    }

    @Test
    void notesAreWrittenAndListed(Api api) {
        String path = business(api, "{}");

        Reply note = api.post(path + "/notes", "{\"text\": \"Called, wants a quote\", \"internal\": true}")
                .expect(201);

        assertEquals(note.json(), api.get(path + "/notes").expect(200).json().at("/items/0"));
        assertEquals(
                note.json(),
                api.get(path + "/notes/" + note.text("/id")).expect(200).json());
        assertEquals(
                List.of("text"),
                fields(api.post(path + "/notes", "{\"text\": \" \"}").expect(422)));
    }

    private static String business(Api api, String fields) {
        String all = "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\"";
        if (!fields.contains("companyName")) {
            all += ",\"companyName\":\"" + word() + "\"";
        }
        String rest = fields.substring(1);
        Reply created =
                api.post(CUSTOMERS, all + (rest.equals("}") ? "" : ",") + rest).expect(201);
        return CUSTOMERS + "/" + created.text("/id");
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static List<String> fields(Reply problem) {
        List<String> fields = new ArrayList<>();
        problem.json()
                .at("/errors")
                .forEach(error -> fields.add(error.at("/field").asText()));
        return fields;
    }
}
