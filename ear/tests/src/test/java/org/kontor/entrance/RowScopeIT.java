package org.kontor.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;
import org.kontor.harness.OpenApi;

/** S4-66. Every operation below a customer, for somebody with every permission whose role sees own customers alone. */
@ExtendWith(OnKontor.class)
class RowScopeIT {

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

    private static Visitor limited(KontorServer kontor, Api api) {
        Reply all = api.get("/api/v1/permissions").expect(200);
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
