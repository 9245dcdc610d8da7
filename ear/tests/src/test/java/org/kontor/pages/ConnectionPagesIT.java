package org.kontor.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Browser;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** An administrator sets up a connection, tries it out, turns it off and removes it; its secret is never seen again. */
@BrowserTest
@ExtendWith(OnKontor.class)
class ConnectionPagesIT {

    private static final String SECRET = "hush-of-the-connection-pages";

    @Test
    void aConnectionIsSetUpTriedOutTurnedOffAndRemovedAndItsSecretIsNeverShown(KontorServer kontor, Api api, Page page)
            throws IOException {
        AtomicInteger answer = new AtomicInteger(200);
        HttpServer remote = remote(answer);
        try {
            String name = "Vault " + Long.toString(System.nanoTime(), 36);
            kontor.signIn(page);
            page.navigate("/connections.xhtml");
            // Connections of other tests may have the name of the connector in theirs.
            page.locator("a[href*='connector=vault-bluesnap']").click();
            page.waitForURL("**/connection-edit.xhtml?connector=vault-bluesnap");
            fill(page, name, "not a number", remote);
            press(page, "Save connection");
            Locator field = page.locator(".k-field").filter(new Locator.FilterOptions().setHasText("merchantId"));
            assertThat(field.locator(".k-err")).isVisible();
            assertThat(page.locator(".k-err")).hasCount(1);
            assertFalse(api.get("/api/v1/connections").expect(200).body().contains(name), "it was saved all the same");
            assertFalse(page.content().contains(SECRET), "a refusal shows the secret");

            fill(page, name, "4711", remote);
            press(page, "Save connection");
            page.waitForURL("**/connections.xhtml");
            assertThat(row(page, name)).containsText("Not tested");

            press(page, "Test " + name);
            assertThat(page.locator("body")).containsText("The connection works.");
            assertThat(row(page, name)).containsText("Works");
            answer.set(401);
            press(page, "Test " + name);
            assertThat(row(page, name)).containsText("Does not work");
            assertEquals(List.of(), Browser.axe(page).analyze().getViolations());

            press(page, "Disable " + name);
            assertThat(row(page, name)).containsText("Disabled");
            assertFalse(page.content().contains(SECRET));

            row(page, name).getByRole(AriaRole.LINK).click();
            page.waitForURL("**/connection-edit.xhtml?id=*");
            Locator password = page.locator("[id='form']").getByLabel("password");
            assertThat(password).hasValue("");
            assertThat(password).hasAttribute("placeholder", "Stored. Leave empty to keep it");
            String id = page.url().replaceFirst(".*id=", "");
            assertThat(page.getByLabel("Address for its webhooks"))
                    .hasValue(KontorServer.BASE_URL + "/api/v1/connections/" + id + "/notices");
            press(page, "Copy the address");
            assertEquals(
                    true, page.evaluate("document.activeElement.id === 'notices' || getSelection().toString() !== ''"));
            assertFalse(page.request().get(page.url()).text().contains(SECRET), "the form shows the secret");
            assertFalse(api.get("/api/v1/connections").expect(200).body().contains(SECRET));
            assertEquals(List.of(), Browser.axe(page).analyze().getViolations());

            press(page, "Remove connection");
            Locator question = page.locator("#k-ask");
            assertThat(question).containsText("Its settings and secrets are gone for good");
            question.getByText("Keep as it is").click();
            assertTrue(api.get("/api/v1/connections").expect(200).body().contains(name));
            press(page, "Remove connection");
            question.locator("[data-k-ask-yes]").click();
            page.waitForURL("**/connections.xhtml");
            assertThat(row(page, name)).hasCount(0);
            assertFalse(api.get("/api/v1/connections").expect(200).body().contains(name));
        } finally {
            remote.stop(0);
        }
    }

    private static void fill(Page page, String name, String merchant, HttpServer remote) {
        page.locator("[id='form:name']").fill(name);
        page.getByLabel("environment").selectOption("sandbox");
        page.getByLabel("username").fill("api");
        page.locator("[id='form']").getByLabel("password").fill(SECRET);
        page.getByLabel("merchantId").fill(merchant);
        page.getByLabel("baseUrl")
                .fill("http://127.0.0.1:" + remote.getAddress().getPort());
    }

    private static Locator row(Page page, String name) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name));
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** BlueSnap, as far as a test of a connection asks it. */
    private static HttpServer remote(AtomicInteger answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.get(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }
}
