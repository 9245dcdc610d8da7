package org.kontor.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.OnKontor;
import org.kontor.harness.OpenApi;

/** Answers are as the served OpenAPI document says. */
@ExtendWith(OnKontor.class)
class ContractIT {

    private static final List<String> RECORDS = List.of(
            "/customers/{id}",
            "/contacts/{id}",
            "/customers/{id}/notes/{noteId}",
            "/attachments/{id}",
            "/tickets/{id}",
            "/communications/{id}",
            "/todos/{id}",
            "/subscriptions/{id}",
            "/payment-plans/{id}",
            "/payment-methods/{id}",
            "/imports/{id}",
            "/duplicate-searches/{id}",
            "/merges/{id}",
            "/erasures/{id}",
            "/invoices/{id}",
            "/payments/{id}",
            "/credit-memos/{id}",
            "/credits/{id}",
            "/refunds/{id}",
            "/applications/{id}",
            "/users/{id}",
            "/roles/{id}",
            "/api-keys/{id}",
            "/system-tables/{table}/{id}",
            "/custom-fields/{id}",
            "/connections/{id}",
            "/sync-runs/{id}",
            "/webhooks/{id}");

    @Test
    void theDocumentIsOfVersion3AndNamesTheSecurityScheme(Api api) {
        OpenApi contract = new OpenApi(api.anonymous());
        assertTrue(contract.document().path("openapi").asText().startsWith("3.0"));
        assertEquals(
                "bearer",
                contract.document()
                        .at("/components/securitySchemes/apiKey/scheme")
                        .asText());
        assertEquals("Kontor", contract.document().at("/info/title").asText());
    }

    @Test
    void everyListIsAsDocumented(Api api) {
        OpenApi contract = new OpenApi(api);
        List<String> wrong = new ArrayList<>();
        for (OpenApi.Operation operation : contract.operations()) {
            if (operation.method().equals("GET")
                    && !operation.path().contains("{")
                    && !operation.path().endsWith(".csv")
                    && !operation.path().endsWith(".zip")) {
                Reply reply = api.get(operation.path()).expect(200);
                contract.differences(operation, reply).forEach(d -> wrong.add(operation + ": " + d));
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Also lists of a few, which are kept as a whole, are read in pieces. */
    @Test
    void everyListIsReadInPieces(Api api) {
        OpenApi contract = new OpenApi(api);
        Set<String> seen = new HashSet<>();
        String next = "";
        do {
            Reply piece = api.get("/api/v1/permissions?limit=7" + next).expect(200);
            piece.at("/items")
                    .forEach(item -> assertTrue(seen.add(item.path("name").asText()), item::toString));
            next = piece.text("/nextCursor").isEmpty() ? "" : "&cursor=" + piece.text("/nextCursor");
            assertEquals(!next.isEmpty(), piece.header("Link").isPresent());
        } while (!next.isEmpty());
        assertEquals(api.get("/api/v1/permissions?limit=500").at("/items").size(), seen.size());
        api.get("/api/v1/permissions?limit=0").expect(422);
        api.get("/api/v1/permissions?cursor=nowhere").expect(400);
        List<String> wrong = contract.operations().stream()
                .filter(o -> o.method().equals("GET"))
                .filter(o -> o.definition()
                        .at("/responses/200/content/application~1json/schema/properties")
                        .has("nextCursor"))
                .filter(o -> !o.definition()
                        .path("parameters")
                        .findValuesAsText("name")
                        .containsAll(List.of("limit", "cursor")))
                .map(OpenApi.Operation::toString)
                .toList();
        assertEquals(List.of(), wrong);
    }

    /** A record that stands for itself tells its number, its version, and when it was made and changed last. */
    @Test
    void everyRecordTellsItsVersionAndItsTimes(Api api) {
        OpenApi contract = new OpenApi(api);
        List<String> wrong = new ArrayList<>();
        for (String path : RECORDS) {
            String name = contract.operation("GET", "/api/v1" + path)
                    .definition()
                    .at("/responses/200/content/application~1json/schema/$ref")
                    .asText()
                    .replaceFirst(".*/", "");
            JsonNode properties = contract.document().at("/components/schemas/" + name + "/properties");
            for (String needed : List.of("id", "version", "createdAt", "updatedAt")) {
                if (!properties.has(needed)) {
                    wrong.add(path + " has no " + needed);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    /** Of each list its first record, and whatever else hangs on that record. */
    @Test
    void everyRecordOfAListIsAsDocumented(Api api) {
        seed(api);
        OpenApi contract = new OpenApi(api);
        Map<String, String> ids = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (OpenApi.Operation operation : contract.operations()) {
            String list = operation.path().replaceFirst("/\\{.*", "");
            if (operation.method().equals("GET") && operation.path().matches("[^{]+/\\{[^}]+}[^{.]*")) {
                String id = ids.computeIfAbsent(list, path -> first(api, contract, path));
                if (!id.isEmpty()) {
                    Reply reply = api.get(operation.path().replaceFirst("\\{[^}]+}", id));
                    if (reply.header("Content-Type").orElse("").contains("json")) {
                        contract.differences(operation, reply)
                                .forEach(d -> wrong.add(operation + " " + reply.status() + ": " + d));
                    }
                }
            }
        }
        assertTrue(ids.values().stream().filter(id -> !id.isEmpty()).count() > 8, () -> "only of " + ids);
        assertEquals(List.of(), wrong);
    }

    private static void seed(Api api) {
        String customer = api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"Contract\"}")
                .expect(201)
                .text("/id");
        String one = "/api/v1/customers/" + customer;
        api.post(one + "/contacts", "{\"firstName\":\"Con\",\"lastName\":\"Tract\",\"email\":\"con@tract.example\"}")
                .expect(201);
        api.post(one + "/tickets", "{\"subject\":\"Line\",\"text\":\"Down\"}").expect(201);
        api.post(one + "/notes", "{\"text\":\"Noted\",\"internal\":false}").expect(201);
        api.post(
                        "/api/v1/invoices",
                        "{\"customerId\":" + customer
                                + ",\"status\":\"OPEN\",\"currency\":\"USD\",\"issueDate\":\"2026-01-05\","
                                + "\"lines\":[{\"description\":\"Work\",\"quantity\":\"1\",\"unitPrice\":\"99.95\"}]}")
                .expect(201);
        api.post("/api/v1/payments", "{\"customerId\":" + customer + ",\"amount\":\"50.00\",\"currency\":\"USD\"}")
                .expect(201);
    }

    /** Id of the first record of a list; empty when there is no such list, or nothing in it. */
    private static String first(Api api, OpenApi contract, String path) {
        boolean listed = contract.operations().stream()
                .anyMatch(o -> o.method().equals("GET") && o.path().equals(path));
        if (!listed) {
            return "";
        }
        Reply reply = api.get(path).expect(200);
        return (reply.json().isArray() ? reply.at("/0/id") : reply.at("/items/0/id")).asText("");
    }

    @Test
    void whatIsCreatedShownChangedAndRefusedIsAsDocumented(Api api) {
        OpenApi contract = new OpenApi(api);
        List<String> wrong = new ArrayList<>();
        walk(api, contract, wrong, "/api/v1/roles", "{\"name\":\"Contract " + System.nanoTime() + "\"}");
        walk(
                api,
                contract,
                wrong,
                "/api/v1/user-groups",
                "{\"name\":\"Contract " + System.nanoTime() + "\",\"roles\":[\"Reader\"]}");
        walk(
                api,
                contract,
                wrong,
                "/api/v1/users",
                "{\"login\":\"contract" + System.nanoTime() + "\",\"roles\":[\"Reader\"]}");
        walk(
                api,
                contract,
                wrong,
                "/api/v1/customers",
                "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"Contract\",\"birthdate\":null,\"emails\":[\"a@example.org\"]}");
        assertEquals(List.of(), wrong);
    }

    private static void walk(Api api, OpenApi contract, List<String> wrong, String path, String body) {
        Reply created = api.post(path, body).expect(201);
        note(contract, wrong, "POST", path, created);
        note(contract, wrong, "POST", path, api.post(path, "{\"bogus\":1}").expect(422));
        String one = path + "/" + created.text("/id");
        note(contract, wrong, "GET", path + "/{id}", api.get(one).expect(200));
        note(
                contract,
                wrong,
                "GET",
                path + "/{id}",
                api.get(path + "/999999999").expect(404));
        note(contract, wrong, "GET", path, api.get(path + "?limit=2").expect(200));
        note(contract, wrong, "PATCH", path + "/{id}", api.patch(one, "{}").expect(200));
        note(
                contract,
                wrong,
                "PATCH",
                path + "/{id}",
                api.with("If-Match", "\"77\"").patch(one, "{}").expect(412));
        assertEquals(
                path + "/" + created.text("/id"),
                java.net.URI.create(created.header("Location").orElse("")).getPath());
    }

    private static void note(OpenApi contract, List<String> wrong, String method, String path, Reply reply) {
        contract.differences(contract.operation(method, path), reply)
                .forEach(d -> wrong.add(method + " " + path + " " + reply.status() + ": " + d));
    }
}
