package org.kontor.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;
import org.kontor.harness.OpenApi;

/** Who sees what of a customer: rows by the scope of the role, parts of one record by its permissions. */
@ExtendWith(OnKontor.class)
class RowScopeIT {

    /** S4-66. For somebody with every permission whose role sees own customers alone. */
    @Test
    void noOperationBelowACustomerGivesAnythingOfOneThatIsNotSeen(KontorServer kontor, Api api) {
        String name = "Unseen " + System.nanoTime();
        String id = api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"" + name + "\"}")
                .expect(201)
                .text("/id");
        Visitor limited = limited(kontor, api);
        String token = limited.csrfToken();
        List<String> wrong = new ArrayList<>();
        int walked = 0;
        for (OpenApi.Operation operation : new OpenApi(api).operations()) {
            if (operation.method().equals("GET") && operation.path().startsWith("/api/v1/customers/{id}")) {
                walked++;
                String path = operation.path().replaceFirst("\\{id}", id).replaceAll("\\{[^}]*}", "1");
                int status = limited.get(path, "X-CSRF-Token", token).statusCode();
                if (status != 404) {
                    wrong.add(operation + " -> " + status);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(walked > 4, "walked " + walked);
        String list =
                limited.get("/api/v1/customers?q=Unseen", "X-CSRF-Token", token).body();
        assertTrue(list.contains("\"items\":[]"), list);
    }

    /** S4-137. Sales, support, finance and success see the same record, each with the parts that are theirs. */
    @Test
    void fourRolesSeeOneRecord(KontorServer kontor, Api api) {
        String id = api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"One of four\"}")
                .expect(201)
                .text("/id");
        Map<String, String> parts = Map.of(
                "tab=transactions", "/account",
                "tab=communication", "/communications",
                "tab=medical", "/medical-conditions");
        Map<String, List<String>> theirs = Map.of(
                "write:customer", List.of(),
                "medical:customer", List.of("tab=medical"),
                "read:receivable", List.of("tab=transactions"),
                "read:message", List.of("tab=communication"));
        Set<String> records = new HashSet<>();
        theirs.forEach((permission, tabs) -> {
            Visitor somebody = Accounts.signedIn(kontor, api, "read:customer", permission);
            String token = somebody.csrfToken();
            records.add(somebody.get("/api/v1/customers/" + id, "X-CSRF-Token", token)
                    .body());
            String page = somebody.get("/customer.xhtml?id=" + id).body();
            parts.forEach((tab, path) -> {
                assertEquals(tabs.contains(tab), page.contains(tab), permission + " and " + tab);
                assertEquals(
                        tabs.contains(tab) ? 200 : 403,
                        somebody.get("/api/v1/customers/" + id + path, "X-CSRF-Token", token)
                                .statusCode(),
                        permission + " and " + path);
            });
        });
        assertEquals(1, records.size(), records.toString());
        assertTrue(records.iterator().next().contains("One of four"));
    }

    /** S4-03, S4-137. Each action stands in the menu of whoever may do it, also of somebody who changes no customer, and of nobody else. */
    @Test
    void eachActionIsOfferedToWhoeverMayDoItAndToNobodyElse(KontorServer kontor, Api api) {
        String id = api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"RESIDENTIAL\",\"firstName\":\"Mina\",\"lastName\":\"Offered\","
                                + "\"emails\":[\"mina.offered@mail.example\"]}")
                .expect(201)
                .text("/id");
        Map<String, String> actions = Map.of(
                "write:customer", "/customer-edit.xhtml?id=" + id,
                "merge:customer", "/merge.xhtml?id=" + id,
                "erase:customer", "/customer-erase.xhtml?id=" + id,
                "export:personal-data", "actions:personalData",
                "read:receivable", "/statement.xhtml?customer=" + id,
                "send:message", "/message-edit.xhtml?customer=" + id + "&amp;channel=CALL",
                "assign:cadence", "data-k-dialog=\"k-cadence\"");
        actions.forEach((permission, mark) -> {
            List<String> held = new ArrayList<>(List.of("read:customer", "read:message", "read:cadence", permission));
            String page = Accounts.signedIn(kontor, api, held.toArray(String[]::new))
                    .get("/customer.xhtml?id=" + id)
                    .body();
            actions.forEach((other, sign) ->
                    assertEquals(other.equals(permission), page.contains(sign), "with " + permission + ": " + sign));
        });
    }

    private static Visitor limited(KontorServer kontor, Api api) {
        Reply all = api.get("/api/v1/permissions?limit=500").expect(200);
        String permissions = all.json().findValuesAsText("name").stream()
                .map(p -> "\"" + p + "\"")
                .collect(Collectors.joining(","));
        String name = "limited-" + Long.toString(System.nanoTime(), 36);
        api.post(
                        "/api/v1/roles",
                        "{\"name\":\"" + name + "\",\"ownCustomersOnly\":true,\"permissions\":[" + permissions + "]}")
                .expect(201);
        api.post(
                        "/api/v1/users",
                        "{\"login\":\"" + name + "\",\"roles\":[\"" + name + "\"],\"password\":\"" + Accounts.PASSWORD
                                + "\"}")
                .expect(201);
        Visitor visitor = new Visitor(kontor.base());
        visitor.signIn(name, Accounts.PASSWORD);
        visitor.choose(Accounts.PASSWORD, Accounts.OWN);
        return visitor;
    }
}
