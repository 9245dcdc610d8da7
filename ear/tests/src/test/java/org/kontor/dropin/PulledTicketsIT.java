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
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.Browser;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;

/** A help desk's connector made from the archetype, dropped in: its tickets come by themselves and on request (S1-13). */
@BrowserTest
class PulledTicketsIT {

    private static final String TICKETS = """
            {"items": [
              {"id": "4711", "from": "ANNA@shop.example", "subject": "It is broken", "status": "open",
               "opened": "2026-01-02T10:00:00Z", "closed": "", "page": "https://desk.example/4711"},
              {"id": "4712", "from": "nobody@else.example", "subject": "Whose is it", "status": "open",
               "opened": "2026-01-02T11:00:00Z", "closed": "", "page": "https://desk.example/4712"}],
             "next": "2", "more": false}
            """;

    /** S1-13. */
    @Test
    void ticketsOfAHelpDeskComeIn() throws IOException {
        AtomicInteger status = new AtomicInteger(503);
        HttpServer remote = remote(status);
        try (KontorServer kontor = KontorServer.start(Map.of())) {
            Api api = kontor.api();
            Path folder = kontor.data().resolve("connectors");
            Files.copy(NewConnectors.rar("tickets"), folder.resolve("new-tickets.rar"));
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
            api.post(pulls, "{}").expect(200);
            Reply failing =
                    api.await(pulls, reply -> reply.at("/items/0/attempts").asInt() > 0);
            assertTrue(failing.text("/items/0/message").length() > 5, failing::body);
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

            api.post(pulls, "{\"fromStart\":true}").expect(200);
            api.get("/api/v1/connections/999999/pulls").expect(404);
            api.post("/api/v1/connections/999999/pulls", "{}").expect(404);
        } finally {
            remote.stop(0);
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
