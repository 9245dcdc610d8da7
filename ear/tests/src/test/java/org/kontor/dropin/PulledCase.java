package org.kontor.dropin;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.Browser;
import org.kontor.harness.KontorServer;

/** Connectors made from the archetype, dropped in: what their systems tell comes in by itself and on request (S1-13, S4-46). */
abstract class PulledCase {

    private static final String TICKETS = """
            {"items": [
              {"id": "4711", "from": "ANNA@shop.example", "subject": "It is broken", "status": "open",
               "opened": "2026-01-02T10:00:00Z", "closed": "", "page": "https://desk.example/4711"},
              {"id": "4712", "from": "nobody@else.example", "subject": "Whose is it", "status": "open",
               "opened": "2026-01-02T11:00:00Z", "closed": "", "page": "https://desk.example/4712"}],
             "next": "2", "more": false}
            """;

    private final KontorServer kontor = NewConnectorsIT.kontor();

    @BeforeEach
    void dropIn() throws IOException {
        for (String capability : List.of("tickets", "accounting")) {
            Path rar = kontor.data().resolve("connectors").resolve("new-" + capability + ".rar");
            if (!Files.exists(rar)) {
                Files.copy(NewConnectors.rar(capability), rar);
            }
        }
    }

    /** S1-13. */
    @Test
    void ticketsOfAHelpDeskComeIn() throws IOException {
        AtomicInteger status = new AtomicInteger(503);
        HttpServer remote = remote(status);
        try {
            Api api = kontor.api();
            api.await("/api/v1/connectors/new-tickets", reply -> reply.status() == 200);
            String customer = api.post(
                            "/api/v1/customers",
                            "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"Shop\","
                                    + "\"emails\":[\"anna@shop.example\"]}")
                    .expect(201)
                    .text("/id");
            String connection = api.post(
                            "/api/v1/connections",
                            "{\"connector\":\"new-tickets\",\"name\":\"Desk\",\"enabled\":true,\"settings\":{\"baseUrl\":\"http://127.0.0.1:"
                                    + remote.getAddress().getPort() + "\"},\"secrets\":{\"apiKey\":\"hush\"}}")
                    .expect(201)
                    .text("/id");
            String pulls = "/api/v1/connections/" + connection + "/pulls";
            String sync = "/api/v1/connections/" + connection + "/sync";
            String broken =
                    "/api/v1/sync-runs/" + api.post(sync, "{}").expect(202).text("/id");
            Reply failing =
                    api.await(pulls, reply -> reply.at("/items/0/attempts").asInt() > 0);
            assertTrue(failing.text("/items/0/message").length() > 5, failing::body);
            Reply run = api.await(broken, reply -> reply.text("/state").equals("FAILED"));
            assertEquals(failing.text("/items/0/message"), run.text("/message"));
            assertEquals("DOWN", api.get("/api/v1/connections/" + connection).text("/health"));

            status.set(200);
            Page page = Browser.page(kontor.base());
            kontor.signIn(page);
            page.navigate("/connection-edit.xhtml?id=" + connection);
            assertThat(page.locator("#pulls")).containsText("Does not work");
            press(page, "Read now");
            api.await(pulls, reply -> reply.at("/items/0/taken").asInt() == 1);
            page.getByText("Look again").click();
            assertThat(page.locator("#pulls")).containsText("Works");
            assertThat(page.locator("#pulls")).containsText("4712");
            assertThat(page.locator("#pulls")).containsText("No customer is known for it");
            assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
            page.context().close();
            Reply tickets =
                    api.get("/api/v1/customers/" + customer + "/tickets").expect(200);
            assertEquals("4711", tickets.text("/items/0/sourceId"), tickets::body);
            assertEquals("UP", api.get("/api/v1/connections/" + connection).text("/health"));

            Reply again = api.post(sync, "{\"fromStart\":true}").expect(202);
            assertTrue(again.header("Location").orElse("").endsWith("/api/v1/sync-runs/" + again.text("/id")));
            api.await(
                    "/api/v1/sync-runs/" + again.text("/id"),
                    reply -> reply.text("/state").equals("SUCCEEDED"));
            assertEquals(
                    again.text("/id"),
                    api.get("/api/v1/sync-runs?connectionId=" + connection).text("/items/0/id"));
            api.get("/api/v1/connections/999999/pulls").expect(404);
            api.post("/api/v1/connections/999999/sync", "{}").expect(404);
        } finally {
            remote.stop(0);
        }
    }

    /** S4-29, S4-30, S4-45, S4-46, S4-47. */
    @Test
    void anAccountingSystemIsHeard() throws IOException {
        MadeUpBooks books = new MadeUpBooks();
        try {
            Api api = kontor.api();
            api.await("/api/v1/connectors/new-accounting", reply -> reply.status() == 200);
            String shop = api.post(
                            "/api/v1/customers",
                            "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"Rook\",\"accountNumber\":\"A-7\"}")
                    .expect(201)
                    .text("/id");
            api.post("/api/v1/customers/" + shop + "/resync", "").expect(409);
            String connection = api.post(
                            "/api/v1/connections",
                            "{\"connector\":\"new-accounting\",\"name\":\"Our books\",\"enabled\":true,\"settings\":{\"baseUrl\":\""
                                    + books.address() + "\"},\"secrets\":{\"apiKey\":\"hush\"}}")
                    .expect(201)
                    .text("/id");
            String pulls = "/api/v1/connections/" + connection + "/pulls";
            api.post("/api/v1/connections/" + connection + "/sync", "{}").expect(202);
            api.await(pulls, reply -> reply.at("/items/0/taken").asInt() > 0);
            Reply standing =
                    api.get("/api/v1/customers/" + shop + "/accounting").expect(200);
            assertEquals("120.00", standing.text("/balances/0/balance"), standing::body);
            api.post("/api/v1/customers/" + shop + "/contacts", "{\"firstName\":\"New\",\"lastName\":\"Person\"}")
                    .expect(409);
            String wanda = api.get("/api/v1/customers/" + shop + "/contacts").text("/items/0/id");
            Reply kept = api.patch("/api/v1/contacts/" + wanda, "{\"firstName\":\"Wendy\"}")
                    .expect(409);
            assertTrue(kept.body().contains("Our books"), kept::body);

            books.name = "Rook AB";
            Reply changed =
                    api.post("/api/v1/customers/" + shop + "/resync", "").expect(200);
            assertTrue(changed.body().contains("\"after\":\"Rook AB\""), changed::body);
            assertEquals(
                    0,
                    api.post("/api/v1/customers/" + shop + "/resync", "")
                            .expect(200)
                            .at("/changes")
                            .size());
            books.status = 503;
            api.post("/api/v1/customers/" + shop + "/resync", "").expect(502);
            books.status = 200;
            books.owed = "80.00";

            Page page = Browser.page(kontor.base());
            kontor.signIn(page);
            page.navigate("/customer.xhtml?id=" + shop + "&tab=contacts");
            assertThat(page.locator("#k-accounting")).containsText("120.00");
            assertThat(page.locator("#people")).containsText("Our books keeps these contacts");
            assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
            page.locator("summary", new Page.LocatorOptions().setHasText("Actions"))
                    .first()
                    .click();
            page.getByText("Re-sync from accounting").click();
            assertThat(page.locator("body")).containsText("Balance by accounting");
            assertThat(page.locator("#k-accounting")).containsText("80.00");
            page.navigate("/contact-edit.xhtml?customer=" + shop);
            assertThat(page.locator("#messages")).containsText("Our books keeps these contacts");
            page.navigate("/contact-edit.xhtml?id=" + wanda);
            assertThat(page.locator("body")).containsText("Our books keeps these contacts");
            assertThat(page.locator("input[id='form:firstName']")).hasCount(0);
            page.context().close();
        } finally {
            books.stop();
        }
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** A help desk with two tickets, or out of order. */
    private static HttpServer remote(AtomicInteger status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = TICKETS.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status.get(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
