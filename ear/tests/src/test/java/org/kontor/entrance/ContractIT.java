package org.kontor.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.OnKontor;

/** Answers are as the served OpenAPI document says. */
@ExtendWith(OnKontor.class)
class ContractIT {

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
