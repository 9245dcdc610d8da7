package org.kontor.entrance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;
import org.kontor.harness.OpenApi;

/** Who sees and changes what of a customer: rows by the scope of the role, parts of one record by its permissions. */
@ExtendWith(OnKontor.class)
class RowScopeIT {

    /** Operations that say who is meant in their body, not in their path. */
    private static final Map<String, String> BY_BODY = Map.ofEntries(
            Map.entry("/invoices", "{\"customerId\":%s,\"lines\":[]}"),
            Map.entry("/credit-memos", "{\"customerId\":%s,\"lines\":[]}"),
            Map.entry("/payments", "{\"customerId\":%s,\"amount\":\"1.00\"}"),
            Map.entry("/payments/preview", "{\"customerId\":%s,\"amount\":\"1.00\"}"),
            Map.entry("/credits", "{\"customerId\":%s,\"amount\":\"1.00\",\"description\":\"Goodwill\"}"),
            Map.entry("/opening-balances", "{\"customerId\":%s,\"amount\":\"1.00\"}"),
            Map.entry("/merges", "{\"targetId\":%s,\"sourceIds\":[999999999]}"),
            Map.entry("/erasures", "{\"customerId\":%s}"));

    /** Nobody has these who does not see all customers. */
    private static final Set<String> COMPARES_WITH_ALL = Set.of("find:duplicate", "import:customer");

    private static final String REASON = "{\"reason\":\"It was meant for somebody else\"}";

    /** What operations with this end need beyond the smallest body that their schema allows, so that nothing but the customer is wrong. */
    private static final Map<String, String> BODIES = Map.of(
            "reverse", REASON,
            "void", REASON,
            "dispute", REASON,
            "reinstate", REASON,
            "write-off", REASON,
            "flags", "{\"type\":\"Behavior: Late\"}");

    /**
     * S4-66. For somebody with every permission whose role sees own customers alone: whatever operation names the customer, or anything of the
     * customer by its own id, reading or writing, answers that it is not there, and nothing is changed.
     */
    @Test
    void noOperationGivesOrChangesAnythingOfACustomerWhoIsNotSeen(KontorServer kontor, Api api) {
        String name = "Unseen" + Long.toString(System.nanoTime(), 36);
        Map<String, String> records = seed(api, name);
        String customer = records.get("/api/v1/customers");
        Visitor limited = limited(kontor, api);
        Map<String, String> before = state(api, records);
        Api caller = key(kontor, api, limited);
        OpenApi document = new OpenApi(api);
        List<String> wrong = new ArrayList<>();
        int walked = 0;
        for (OpenApi.Operation operation : document.operations()) {
            String list = operation.path().replaceFirst("/\\{.*", "");
            if (operation.path().startsWith(list + "/{id}") && records.containsKey(list)) {
                walked++;
                Reply reply = call(document, caller, operation, records.get(list));
                if (reply.status() != 404) {
                    wrong.add(operation + " -> " + reply.status() + " " + reply.body());
                }
            } else if (operation.method().equals("GET") && !operation.path().contains("{")) {
                walked++;
                Reply reply = caller.get(operation.path());
                if (reply.body().contains(name)) {
                    wrong.add(operation + " tells of " + name);
                }
            }
        }
        BY_BODY.forEach((path, body) -> {
            Reply reply = caller.post("/api/v1" + path, String.format(body, customer));
            if (reply.status() != 404) {
                wrong.add("POST " + path + " -> " + reply.status() + " " + reply.body());
            }
        });
        for (String page : pages(records)) {
            int status = limited.get(page).statusCode();
            if (status != 404) {
                wrong.add(page + " -> " + status);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(walked > 150, "walked " + walked);
        Map<String, String> after = state(api, records);
        before.forEach((path, told) -> assertEquals(told, after.get(path), path));
        caller.get("/api/v1/invoices/documents.zip?ids=" + records.get("/api/v1/invoices"))
                .expect(404);
        assertFalse(caller.get("/api/v1/customers/export.csv?q=" + name)
                .expect(200)
                .body()
                .contains(name));
        assertTrue(api.get("/api/v1/customers/export.csv?q=" + name)
                .expect(200)
                .body()
                .contains(name));
    }

    /** A customer with something of each kind; ids by the path of their list. */
    private static Map<String, String> seed(Api api, String name) {
        Map<String, String> ids = new LinkedHashMap<>();
        String id = api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"" + name + "\"}")
                .expect(201)
                .text("/id");
        ids.put("/api/v1/customers", id);
        String below = "/api/v1/customers/" + id;
        String soon = LocalDate.now(ZoneOffset.UTC).plusDays(5).toString();
        String owner = "{\"customerId\":" + id + ",";
        String line = "\"lines\":[{\"description\":\"Work\",\"quantity\":\"1\",\"unitPrice\":\"30.00\"}]}";
        keep(ids, "contacts", api.post(below + "/contacts", "{\"firstName\":\"" + name + "\",\"lastName\":\"Core\"}"));
        keep(ids, "tickets", api.post(below + "/tickets", "{\"subject\":\"" + name + "\",\"text\":\"Down\"}"));
        keep(ids, "journal-entries", api.post(below + "/journal", "{\"action\":\"CALL\",\"text\":\"Rang\"}"));
        byte[] file = name.getBytes(StandardCharsets.UTF_8);
        keep(ids, "attachments", api.upload(below + "/attachments", name + ".txt", file, Map.of()));
        keep(ids, "communications", api.post(below + "/communications", "{\"channel\":\"CALL\",\"text\":\"Rang\"}"));
        keep(
                ids,
                "todos",
                // Not due today: a job would make it somebody's work in the meantime.
                api.post(
                        below + "/todos",
                        "{\"kind\":\"REMINDER\",\"subject\":\"" + name + "\",\"text\":\"Ring\",\"dueOn\":\"" + soon
                                + "\"}"));
        keep(ids, "invoices", api.post("/api/v1/invoices", owner + "\"status\":\"OPEN\"," + line));
        String invoice = ids.get("/api/v1/invoices");
        keep(
                ids,
                "document-attachments",
                api.upload("/api/v1/invoices/" + invoice + "/attachments", "a.txt", file, Map.of()));
        keep(ids, "credit-memos", api.post("/api/v1/credit-memos", owner + line));
        keep(ids, "opening-balances", api.post("/api/v1/opening-balances", owner + "\"amount\":\"5.00\"}"));
        keep(
                ids,
                "payments",
                api.post(
                        "/api/v1/payments",
                        owner + "\"amount\":\"50.00\",\"allocation\":\"MANUAL\",\"lines\":[{\"itemId\":" + invoice
                                + ",\"amount\":\"20.00\"}]}"));
        keep(ids, "credits", api.post("/api/v1/credits", owner + "\"amount\":\"1.00\",\"description\":\"Goodwill\"}"));
        ids.put(
                "/api/v1/applications",
                api.get("/api/v1/applications?itemId=" + invoice).expect(200).text("/items/0/id"));
        keep(
                ids,
                "refunds",
                api.post(
                        "/api/v1/refunds",
                        "{\"itemId\":" + ids.get("/api/v1/payments")
                                + ",\"amount\":\"3.00\",\"reason\":\"Paid twice\"}"));
        keep(
                ids,
                "payment-plans",
                api.post(
                        below + "/payment-plans",
                        "{\"invoiceIds\":[" + invoice + "],\"firstDate\":\"" + soon
                                + "\",\"interval\":\"MONTHLY\",\"instalments\":2}"));
        keep(
                ids,
                "subscriptions",
                api.post(
                        below + "/subscriptions",
                        "{\"description\":\"Hosting\",\"interval\":\"MONTHLY\",\"billingStart\":\"" + soon
                                + "\",\"lines\":[{\"description\":\"Server\",\"unitPrice\":\"49.00\"}]}"));
        keep(
                ids,
                "documents",
                api.post(
                        below + "/documents",
                        "{\"name\":\"" + name
                                + "\",\"signers\":[{\"name\":\"Marta\",\"email\":\"marta@shop.example\"}]}"));
        return ids;
    }

    private static void keep(Map<String, String> ids, String list, Reply made) {
        ids.put("/api/v1/" + list, made.expect(201).text("/id"));
    }

    private static List<String> pages(Map<String, String> ids) {
        String customer = ids.get("/api/v1/customers");
        String invoice = ids.get("/api/v1/invoices");
        return List.of(
                "/customer.xhtml?id=" + customer,
                "/customer-edit.xhtml?id=" + customer,
                "/customer-erase.xhtml?id=" + customer,
                "/contact.xhtml?id=" + ids.get("/api/v1/contacts"),
                "/contact-edit.xhtml?id=" + ids.get("/api/v1/contacts"),
                "/contact-edit.xhtml?customer=" + customer,
                "/ticket.xhtml?id=" + ids.get("/api/v1/tickets"),
                "/ticket-edit.xhtml?id=" + ids.get("/api/v1/tickets"),
                "/message.xhtml?id=" + ids.get("/api/v1/communications"),
                "/to-do.xhtml?id=" + ids.get("/api/v1/todos"),
                "/invoice.xhtml?id=" + invoice,
                "/invoice-edit.xhtml?customer=" + customer,
                "/custom-values.xhtml?invoice=" + invoice,
                "/item.xhtml?id=" + ids.get("/api/v1/payments"),
                "/payment-edit.xhtml?customer=" + customer,
                "/payment-plan.xhtml?id=" + ids.get("/api/v1/payment-plans"),
                "/subscription.xhtml?id=" + ids.get("/api/v1/subscriptions"),
                "/document.xhtml?id=" + ids.get("/api/v1/documents"));
    }

    /** What somebody who sees it all is told of these records, and of what happened; by the path it was asked of. */
    private static Map<String, String> state(Api api, Map<String, String> records) {
        String customer = "/api/v1/customers/" + records.get("/api/v1/customers");
        return Stream.concat(
                        records.entrySet().stream().map(record -> record.getKey() + "/" + record.getValue()),
                        Stream.of(
                                customer + "/timeline?limit=200",
                                customer + "/transactions?limit=200",
                                customer + "/telephone-services"))
                .collect(Collectors.toMap(
                        path -> path, path -> api.get(path).expect(200).body()));
    }

    private static Reply call(OpenApi document, Api caller, OpenApi.Operation operation, String id) {
        String path = operation.path().replaceFirst("\\{id}", id).replaceAll("\\{[^}]*}", "1");
        JsonNode content = operation.definition().path("requestBody").path("content");
        if (content.has("multipart/form-data")) {
            return caller.upload(path, "a.txt", "text".getBytes(StandardCharsets.UTF_8), Map.of());
        }
        if (content.isMissingNode() || content.isEmpty()) {
            return caller.send(operation.method(), path, "application/json", "");
        }
        String type = content.fieldNames().next();
        String sample = document.sample(content.path(type).path("schema")).toString();
        return caller.send(operation.method(), path, type, BODIES.getOrDefault(path.replaceFirst(".*/", ""), sample));
    }

    /** A key of somebody with all that this person may do. */
    private static Api key(KontorServer kontor, Api api, Visitor visitor) {
        HttpResponse<String> made = visitor.postJson(
                "/api/v1/api-keys",
                "{\"name\":\"limited\",\"permissions\":[" + permissions(api) + "]}",
                "X-CSRF-Token",
                visitor.csrfToken());
        Matcher key = Pattern.compile("\"key\":\"([^\"]+)\"").matcher(made.body());
        assertTrue(key.find(), made::body);
        return new Api(kontor.base(), key.group(1));
    }

    /** All that a role can have whose users see own customers alone. */
    private static String permissions(Api api) {
        return api.get("/api/v1/permissions?limit=500").expect(200).json().findValuesAsText("name").stream()
                .filter(p -> !COMPARES_WITH_ALL.contains(p))
                .map(p -> "\"" + p + "\"")
                .collect(Collectors.joining(","));
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
        String name = "limited-" + Long.toString(System.nanoTime(), 36);
        api.post(
                        "/api/v1/roles",
                        "{\"name\":\"" + name + "\",\"ownCustomersOnly\":true,\"permissions\":[" + permissions(api)
                                + "]}")
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
