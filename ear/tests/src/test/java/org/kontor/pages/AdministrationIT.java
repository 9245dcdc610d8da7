package org.kontor.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Browser;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** An administrator makes a role, a user, a key and a webhook, and finds it all in the audit log. */
@BrowserTest
@ExtendWith(OnKontor.class)
class AdministrationIT {

    @Test
    void aRoleAndAUserAreMadeWhoSignsInWithAPasswordThatIsGoodOnce(KontorServer kontor, Page page) {
        String name = "desk" + Long.toString(System.nanoTime(), 36);
        kontor.signIn(page);
        page.navigate("/role.xhtml");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        tick(page, "read:customer –");
        page.getByLabel("Sees only customers that they own or manage").check();
        press(page, "Save role");
        page.waitForURL("**/roles.xhtml");
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.TABLE)).containsText(name);
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.TABLE)).containsText("Own ones");

        page.navigate("/user.xhtml");
        page.getByLabel("User name").fill(name);
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Desk Person");
        tick(page, name);
        press(page, "Save user");
        Locator shown = page.locator(".k-banner-ok .k-mono");
        shown.waitFor();
        String password = shown.textContent().strip();
        page.navigate("/users.xhtml");
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.TABLE)).containsText("Desk Person");

        Page theirs = Browser.page(kontor.base());
        kontor.signIn(theirs, name, password);
        assertTrue(theirs.url().endsWith("/password.xhtml"), theirs.url());
        theirs.context().close();
    }

    @Test
    void aGroupGivesItsRolesToWhoIsInItAndTakesThemBackAtOnce(KontorServer kontor, Api api, Page page) {
        String name = "team" + Long.toString(System.nanoTime(), 36);
        String user = api.post(
                        "/api/v1/users", "{\"login\":\"" + name + "\",\"password\":\"Quiet-Meadow-77\",\"roles\":[]}")
                .expect(201)
                .text("/id");
        kontor.signIn(page);
        page.navigate("/user-group.xhtml");
        press(page, "Save user group");
        PlaywrightAssertions.assertThat(page.locator(".k-summary")).containsText("Name");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        tick(page, "Reader –");
        page.getByLabel(name, new Page.GetByLabelOptions().setExact(true)).check();
        press(page, "Save user group");
        page.waitForURL("**/user-groups.xhtml");
        Locator row = page.getByRole(AriaRole.TABLE)
                .first()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(name));
        PlaywrightAssertions.assertThat(row).containsText("Reader");
        assertTrue(api.get("/api/v1/users/" + user).expect(200).body().contains("read:customer"));

        row.getByRole(AriaRole.LINK).click();
        page.waitForURL("**/user-group.xhtml?id=*");
        press(page, "Delete user group");
        PlaywrightAssertions.assertThat(page.locator("body")).containsText("Take the users out of the group first");
        page.navigate("/user.xhtml?id=" + user);
        page.getByLabel(name, new Page.GetByLabelOptions().setExact(true)).uncheck();
        press(page, "Save user");
        PlaywrightAssertions.assertThat(page.locator("body")).containsText("User saved");
        assertFalse(api.get("/api/v1/users/" + user).expect(200).body().contains("read:customer"));
        page.navigate("/audit.xhtml?kind=user-group");
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.TABLE)).containsText("User group created");
    }

    @Test
    void aKeyIsMadeShownOnceWorksAndIsRevoked(KontorServer kontor, Page page) {
        String name = "key" + Long.toString(System.nanoTime(), 36);
        kontor.signIn(page);
        page.navigate("/api-keys.xhtml");
        press(page, "Make key");
        PlaywrightAssertions.assertThat(page.locator(".k-summary")).containsText("Choose at least one permission");
        page.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill(name);
        tick(page, "read:user");
        press(page, "Make key");
        Locator shown = page.locator(".k-banner-ok .k-mono");
        shown.waitFor();
        Api made = new Api(kontor.base(), shown.textContent().strip());
        made.get("/api/v1/users").expect(200);
        Locator row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(name));
        row.getByText("Revoke").click();
        PlaywrightAssertions.assertThat(row).containsText("Revoked");
        made.get("/api/v1/users").expect(401);
    }

    @Test
    void aWebhookIsRefusedBesideItsFieldAndMadeWithItsSecretShownOnce(KontorServer kontor, Page page) {
        kontor.signIn(page);
        page.navigate("/webhook.xhtml");
        page.getByLabel("Address").fill("nowhere");
        page.getByLabel("Address").press("Tab");
        PlaywrightAssertions.assertThat(page.locator(".k-err")).containsText("Write the address as https://");
        page.getByLabel("Address").fill("https://127.0.0.1/hook");
        tick(page, "customer.created –");
        press(page, "Save webhook");
        PlaywrightAssertions.assertThat(page.locator("#url-error")).containsText("private network");
        page.getByLabel("Address").fill("https://93.184.216.34/hook");
        press(page, "Save webhook");
        Locator secret = page.locator(".k-banner-ok .k-mono");
        secret.waitFor();
        assertTrue(secret.textContent().strip().startsWith("whsec_"));
        page.navigate("/webhooks.xhtml");
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.TABLE)).containsText("https://93.184.216.34/hook");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("https://93.184.216.34/hook"))
                .first()
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Given up"))
                .click();
        page.waitForURL("**&state=FAILED");
        page.locator("[id='range:from']").fill("2026-11-21T10:00");
        page.locator("[id='range:to']").fill("2026-11-21T09:00");
        page.locator("[id='range:again']").click();
        PlaywrightAssertions.assertThat(page.locator("[id='range:to-error']")).containsText("not before the first");
        page.locator("[id='range:to']").fill("2026-11-21T10:00");
        page.locator("[id='range:again']").click();
        PlaywrightAssertions.assertThat(page.locator(".k-growl, .ui-growl").first())
                .containsText("Nothing to send again");
        press(page, "Delete");
        PlaywrightAssertions.assertThat(page.locator("#k-ask-d")).containsText("Nothing more is sent to");
        press(page, "Keep as it is");
        page.navigate("/audit.xhtml?kind=webhook");
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.TABLE)).containsText("Webhook created");
        assertEquals("webhook", page.getByLabel("What").inputValue());
    }

    private static void tick(Page page, String label) {
        page.getByLabel(label).first().check();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}
