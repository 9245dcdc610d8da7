package org.kontor.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.Browser;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.MailBox;
import org.kontor.harness.OnKontor;
import org.kontor.harness.OpenApi;

/** The customer portal, from the invitation to its end. */
@ExtendWith(OnKontor.class)
class PortalIT {

    private static final String PASSWORD = "Blue-Harbour-42";
    private static final String COOKIE = "kontor-portal";
    private static final Pattern LINK =
            Pattern.compile(Pattern.quote(KontorServer.BASE_URL) + "(/portal/accept\\?token=[A-Za-z0-9_-]+)");

    /** Pages for somebody who cannot sign in; the others lead to the sign-in. */
    private static final Set<String> BEFORE_SIGNING_IN =
            Set.of("/signin.xhtml", "/forgot-password.xhtml", "/reset-password.xhtml");

    /** X-23, S4-14: while the portal is off there is nothing at its address, and nobody can be invited; why is said. */
    @Test
    void withoutADecisionThereIsNoPortal(Api api) {
        String customer = customer(api, "Off");
        assertEquals(404, api.anonymous().get("/portal").status());
        assertEquals(404, api.anonymous().get("/portal/sign-in").status());
        Reply view = api.get("/api/v1/customers/" + customer + "/portal").expect(200);
        assertEquals("DISABLED", view.text("/state"));
        assertFalse(view.at("/ready").asBoolean());
        assertEquals(
                "PORTAL_OFF",
                api.post("/api/v1/customers/" + customer + "/portal/invitations", "{}")
                        .expect(409)
                        .text("/code"));
    }

    /** S4-14, S4-56, S4-61, S4-62, S4-135, S4-136, X-23, X-34. */
    @Test
    @BrowserTest
    void aContactIsInvitedAcceptsAndSeesWhatIsOwed(KontorServer kontor, Api api, Page page) throws IOException {
        String email = "anna" + Long.toString(System.nanoTime(), 36) + "@shop.example";
        String customer = customer(api, "Harbour");
        String contact = api.post(
                        "/api/v1/customers/" + customer + "/contacts",
                        "{\"firstName\":\"Anna\",\"lastName\":\"Berg\",\"email\":\"" + email + "\",\"primary\":true}")
                .expect(201)
                .text("/id");
        String number = invoice(api, customer).text("/number");
        String foreign = invoice(api, customer(api, "Foreign")).text("/id");
        String ways = "/api/v1/customers/" + customer + "/payment-ways";
        assertEquals(
                422,
                api.send("PUT", ways, "application/json", "{\"ways\":[\"SHELLS\"]}")
                        .status());
        api.send("PUT", ways, "application/json", "{\"ways\":[\"CARD\",\"CHECK\"]}")
                .expect(200);
        try (MailBox box = new MailBox();
                On on = new On(api, box.port())) {
            assertTrue(on.ready(customer));
            kontor.signIn(page);
            page.navigate("/customer.xhtml?id=" + customer + "&tab=contacts");
            assertThat(page.locator("#portal")).containsText("Disabled");
            assertThat(page.locator("#header")).not().containsText("Portal:");
            page.locator("#people")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Send an invitation"))
                    .click();
            assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
            page.getByLabel("Text of the e-mail").fill("Hello");
            button(page, "Send invitation").click();
            assertThat(page.locator(".k-err").first()).containsText("Write {link} where");
            page.getByLabel("Text of the e-mail").fill("Dear {name},\n\n{link}\n");
            button(page, "Send invitation").click();
            assertThat(page.locator("#header")).containsText("Portal: Invited");
            String link = link(api, box, 1);
            try (BrowserContext visitor = page.context().browser().newContext(options(kontor))) {
                Page portal = visitor.newPage();
                String refused = refusal(portal, email, PASSWORD);
                assertEquals(refused, refusal(portal, "nobody@shop.example", PASSWORD));
                assertEquals(List.of(), Browser.axe(portal).analyze().getViolations());
                accept(portal, link);
                assertEquals(refused, refusal(portal, email, "Wrong-Harbour-42"));
                signIn(portal, email, PASSWORD);
                look(portal, number, foreign);
                files(api, portal, customer);
                String session = visitor.cookies(kontor.base() + "/portal").stream()
                        .filter(cookie -> cookie.name.equals(COOKIE))
                        .map(cookie -> {
                            assertTrue(cookie.httpOnly && cookie.path.equals("/portal"));
                            return cookie.value;
                        })
                        .findFirst()
                        .orElseThrow();
                assertEquals("HTTP/1.1 413", tooLarge(kontor, session));
                opensNothingElse(api, session);
                APIResponse forged = visitor.request()
                        .post(
                                "/portal/sign-out",
                                RequestOptions.create()
                                        .setForm(FormData.create().set("form", "x")));
                assertEquals(403, forged.status());
                page.reload();
                assertThat(page.locator("#header")).containsText("Portal: Enabled");
                assertEquals(
                        "SUSPENDED",
                        api.post("/api/v1/contacts/" + contact + "/portal/suspend", "")
                                .expect(200)
                                .text("/state"));
                portal.navigate("/portal");
                assertTrue(portal.url().endsWith("/portal/sign-in"), portal.url());
                assertEquals(refused, refusal(portal, email, PASSWORD));
                api.post("/api/v1/contacts/" + contact + "/portal/enable", "").expect(200);
                signIn(portal, email, PASSWORD);
                button(portal.locator("header"), "Sign out").click();
                portal.navigate("/portal/history");
                assertTrue(portal.url().endsWith("/portal/sign-in"), portal.url());
            }
            assertTrue(api.get("/api/v1/customers/" + customer + "/timeline")
                    .body()
                    .contains("portal.accepted"));
            api.delete("/api/v1/contacts/" + contact + "/portal").expect(204);
        }
    }

    private static void accept(Page portal, String link) {
        portal.navigate(link);
        assertEquals(List.of(), Browser.axe(portal).analyze().getViolations());
        choose(portal, "short");
        assertThat(portal.locator("[role=alert]")).containsText("Choose another password: at least 12");
        choose(portal, PASSWORD);
        assertThat(portal.locator("[role=status]")).containsText("Your password is set");
        portal.navigate(link);
        assertThat(portal.locator("h1")).hasText("This link is good no more");
    }

    private static void choose(Page portal, String password) {
        portal.locator("#newPassword").fill(password);
        portal.locator("#again").fill(password);
        button(portal.locator("main"), "Set password").click();
    }

    private static void look(Page portal, String number, String foreign) {
        assertThat(portal.locator("main")).containsText(number);
        assertThat(portal.locator("main")).containsText("99.95");
        assertThat(portal.locator("[aria-labelledby=pay] li")).hasText(new String[] {"Card", "Check"});
        assertEquals(List.of(), Browser.axe(portal).analyze().getViolations());
        portal.setViewportSize(360, 740);
        assertEquals(true, portal.evaluate("document.documentElement.scrollWidth <= innerWidth"));
        portal.navigate("/portal/history");
        assertThat(portal.locator("main")).containsText("Invoice " + number);
        assertEquals(List.of(), Browser.axe(portal).analyze().getViolations());
        APIResponse pdf =
                portal.request().get(portal.locator("a[href$='.pdf']").first().getAttribute("href"));
        assertEquals("application/pdf", pdf.headers().get("content-type"));
        assertTrue(pdf.headers().get("content-disposition").startsWith("attachment"));
        assertEquals(200, portal.request().get("/portal/statement.pdf").status());
        assertEquals(
                404,
                portal.request().get("/portal/invoices/" + foreign + ".pdf").status());
        assertEquals(404, portal.request().get("/portal/nothing").status());
        APIResponse home = portal.request().get("/portal");
        String policy = home.headers().get("content-security-policy");
        assertTrue(policy.contains("script-src 'none'") && policy.contains("frame-ancestors 'none'"), policy);
        assertEquals("no-store", home.headers().get("cache-control"));
        assertEquals("DENY", home.headers().get("x-frame-options"));
        assertFalse(home.headers().containsKey("set-cookie"), "no session of the server is begun");
    }

    /** Files go both ways; what is internal, or of another customer, is not there. */
    private static void files(Api api, Page portal, String customer) {
        String shared = attach(api, customer, "contract.txt", false);
        String internal = attach(api, customer, "credit-check.txt", true);
        String foreign = attach(api, customer(api, "Foreign"), "foreign.txt", false);
        portal.navigate("/portal");
        portal.locator("nav").getByText("Files").click();
        Locator main = portal.locator("main");
        assertThat(main).containsText("contract.txt");
        assertThat(main).not().containsText("credit-check.txt");
        assertEquals(List.of(), Browser.axe(portal).analyze().getViolations());
        portal.setInputFiles(
                "#file",
                new FilePayload("Brief für Sie, neu.txt", "text/plain", "Hello".getBytes(StandardCharsets.UTF_8)));
        button(main, "Upload").click();
        assertThat(portal.locator("[role=status]")).containsText("We have your file.");
        assertThat(main).containsText("Brief für Sie, neu.txt");
        assertEquals(true, portal.evaluate("document.documentElement.scrollWidth <= innerWidth"));
        APIResponse given = portal.request()
                .get(main.getByLabel("Download Brief für Sie, neu.txt").getAttribute("href"));
        assertEquals("Hello", given.text());
        assertTrue(given.headers().get("content-disposition").startsWith("attachment"));
        assertEquals(200, portal.request().get("/portal/files/" + shared).status());
        for (String id : List.of(internal, foreign, "999999999")) {
            assertEquals(404, portal.request().get("/portal/files/" + id).status(), id);
        }
        portal.setInputFiles("#file", new FilePayload("run.exe", "text/plain", new byte[] {'x'}));
        button(main, "Upload").click();
        assertThat(portal.locator("[role=alert]")).containsText("this type is not accepted");
        APIResponse forged = portal.request()
                .post(
                        "/portal/files",
                        RequestOptions.create()
                                .setMultipart(FormData.create()
                                        .set("form", "x")
                                        .set("file", new FilePayload("a.txt", "text/plain", new byte[] {'x'}))));
        assertEquals(403, forged.status());
        assertEquals(
                3,
                api.get("/api/v1/customers/" + customer + "/attachments")
                        .at("/items")
                        .size());
        assertTrue(api.get("/api/v1/customers/" + customer + "/todos").body().contains("Brief für Sie, neu.txt"));
        assertTrue(api.get("/api/v1/customers/" + customer + "/timeline").body().contains("Brief für Sie, neu.txt"));
        assertEquals(303, api.anonymous().get("/portal/files/" + shared).status());
    }

    /** What is too large is refused before its body comes: none is sent here. */
    private static String tooLarge(KontorServer kontor, String session) throws IOException {
        URI base = kontor.base();
        try (Socket socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(10_000);
            String head = "POST /portal/files HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nCookie: " + COOKIE + "="
                    + session
                    + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 536870912\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
        }
    }

    private static String attach(Api api, String customer, String name, boolean internal) {
        return api.upload(
                        "/api/v1/customers/" + customer + "/attachments",
                        name,
                        name.getBytes(StandardCharsets.UTF_8),
                        Map.of("internal", Boolean.toString(internal)))
                .expect(201)
                .text("/id");
    }

    /** Whatever is shown to staff and to machines is refused, also where the cookie is sent on purpose. */
    private static void opensNothingElse(Api api, String session) throws IOException {
        Api visitor = api.anonymous().with("Cookie", COOKIE + "=" + session + "; JSESSIONID=" + session);
        List<String> open = new ArrayList<>();
        for (String path : pages()) {
            Reply reply = visitor.get(path + "?id=1");
            boolean turned =
                    reply.status() == 303 && reply.header("Location").orElse("").contains("/signin.xhtml");
            if (turned == BEFORE_SIGNING_IN.contains(path)) {
                open.add(path + " -> " + reply.status());
            }
        }
        for (OpenApi.Operation operation : new OpenApi(api).operations()) {
            if (operation.method().equals("GET")) {
                String path = operation.path().replaceAll("\\{[^}]*}", "1");
                if (visitor.get(path).status() != 401) {
                    open.add(operation.toString());
                }
            }
        }
        Api bearer = api.anonymous().with("Authorization", "Bearer " + session);
        if (bearer.get("/api/v1/invoices").status() != 401) {
            open.add("as an API key");
        }
        for (String path : List.of("/documents/invoices/1.pdf", "/kiosk", "/")) {
            if (visitor.get(path).status() != 303) {
                open.add(path);
            }
        }
        assertEquals(List.of(), open);
    }

    private static List<String> pages() throws IOException {
        Path application = KontorServer.distribution().resolve("lib").resolve("kontor");
        try (Stream<Path> files = Files.walk(application)) {
            return files.map(file -> "/" + application.relativize(file))
                    .filter(name -> name.endsWith(".xhtml"))
                    .filter(name -> !name.startsWith("/WEB-INF/")
                            && !name.startsWith("/error/")
                            && !name.startsWith("/resources/"))
                    .toList();
        }
    }

    private static void signIn(Page portal, String email, String password) {
        portal.navigate("/portal/sign-in");
        portal.locator("#email").fill(email);
        portal.locator("#password").fill(password);
        button(portal.locator("main"), "Sign in").click();
        portal.waitForURL("**/portal");
    }

    private static String refusal(Page portal, String email, String password) {
        portal.navigate("/portal/sign-in");
        portal.locator("#email").fill(email);
        portal.locator("#password").fill(password);
        button(portal.locator("main"), "Sign in").click();
        return portal.locator("[role=alert]").innerText();
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options(KontorServer kontor) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(kontor.base().toString())
                .setLocale("en-US");
    }

    private static Locator button(Page page, String name) {
        return button(page.locator("main"), name);
    }

    private static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static String link(Api api, MailBox box, int n) {
        api.await("/api/v1/users/me", reply -> box.messages().size() >= n);
        String mail = box.messages().get(n - 1).replace("=\n", "").replace("=3D", "=");
        Matcher matcher = LINK.matcher(mail);
        assertTrue(matcher.find(), mail);
        return matcher.group(1);
    }

    private static Reply invoice(Api api, String customer) {
        return api.post(
                        "/api/v1/invoices",
                        "{\"customerId\":" + customer + ",\"status\":\"OPEN\",\"currency\":\"USD\","
                                + "\"lines\":[{\"description\":\"Work\",\"quantity\":\"1\",\"unitPrice\":\"99.95\"}]}")
                .expect(201);
    }

    private static String customer(Api api, String name) {
        return api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"" + name + " "
                                + Long.toString(System.nanoTime(), 36)
                                + "\",\"currency\":\"USD\",\"emails\":[\"billing@shop.example\"]}")
                .expect(201)
                .text("/id");
    }

    /** The portal is on, and mail goes to a server on this machine, for as long as a test needs it. */
    private static final class On implements AutoCloseable {

        private final Api api;
        private final String path;

        On(Api api, int port) {
            this.api = api;
            set("true");
            path = "/api/v1/connections/"
                    + api.post(
                                    "/api/v1/connections",
                                    "{\"connector\":\"mail-smtp\",\"name\":\"Portal " + System.nanoTime()
                                            + "\",\"enabled\":true,\"settings\":{\"host\":\"127.0.0.1\",\"port\":\""
                                            + port
                                            + "\",\"security\":\"none\",\"from\":\"office@shop.example\"},\"secrets\":{}}")
                            .expect(201)
                            .text("/id");
            api.post(path + "/test", "").expect(200);
        }

        boolean ready(String customer) {
            return api.get("/api/v1/customers/" + customer + "/portal")
                    .at("/ready")
                    .asBoolean();
        }

        private void set(String on) {
            api.patch("/api/v1/settings", "{\"values\":{\"customerPortal\":" + on + "}}")
                    .expect(200);
        }

        @Override
        public void close() {
            set("null");
            api.with("If-Match", api.get(path).expect(200).header("ETag").orElseThrow())
                    .delete(path)
                    .expect(204);
        }
    }
}
