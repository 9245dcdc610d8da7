package org.kontor.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.Browser;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.MailBox;
import org.kontor.harness.OnKontor;

/** Somebody who forgot the password gets a link by a mail that the connector for SMTP sends, and comes in with a new one. */
@BrowserTest
@ExtendWith(OnKontor.class)
class PasswordResetIT {

    private static final String FRESH = "Fresh-Meadow-79";
    private static final Pattern LINK =
            Pattern.compile(Pattern.quote(KontorServer.BASE_URL) + "(/reset-password\\.xhtml\\?token=[A-Za-z0-9_-]+)");

    @Test
    void aForgottenPasswordIsReplacedByALinkInAMail(KontorServer kontor, Api api, Page page) {
        String login = "reset-" + Long.toString(System.nanoTime(), 36);
        String user = user(api, login, login + "@rook.example");
        page.navigate("/signin.xhtml");
        assertThat(page.locator("body")).containsText("An administrator can set a new one");
        assertEquals(
                "MAIL_NOT_SET_UP",
                api.post("/api/v1/users/" + user + "/password-reset", "")
                        .expect(409)
                        .text("/code"));
        try (MailBox box = new MailBox()) {
            Reply connection = connect(api, box);
            try {
                api.post("/api/v1/connections/" + connection.text("/id") + "/test", "")
                        .expect(200);
                forgotten(page, login);
                String link = link(api, box, 1);
                choose(page, link);
                page.navigate(link);
                assertThat(page.locator("[role=alert]")).containsText("This link is not good any more");
                kontor.signIn(page, login, FRESH);
                assertThat(page.locator("nav.k-nav").first()).isAttached();

                api.post("/api/v1/users/" + user + "/password-reset", "").expect(204);
                assertFalse(link(api, box, 2).equals(link));
                String other = user(api, login + "-2", "");
                assertEquals(
                        "EMAIL_MISSING",
                        api.post("/api/v1/users/" + other + "/password-reset", "")
                                .expect(409)
                                .text("/code"));
            } finally {
                String path = "/api/v1/connections/" + connection.text("/id");
                api.with("If-Match", api.get(path).expect(200).header("ETag").orElseThrow())
                        .delete(path)
                        .expect(204);
            }
        }
    }

    private static void forgotten(Page page, String login) {
        page.navigate("/signin.xhtml");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Forgot your password?"))
                .click();
        press(page, "Send the link");
        assertThat(page.locator("[role=alert]")).containsText("Type your user name.");
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
        page.getByLabel("User name").fill("nobody-" + login);
        press(page, "Send the link");
        String toNobody = page.locator("[role=status]").innerText();
        page.navigate("/forgot-password.xhtml");
        page.getByLabel("User name").fill(login);
        press(page, "Send the link");
        assertThat(page.locator("[role=status]")).hasText(toNobody);
    }

    private static void choose(Page page, String link) {
        page.navigate(link);
        Locator fresh = page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true));
        fresh.fill(FRESH);
        page.getByLabel("New password, once more").fill(FRESH + "x");
        press(page, "Save new password");
        assertThat(page.locator(".k-err").first()).containsText("differ");
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
        fresh.fill("short");
        page.getByLabel("New password, once more").fill("short");
        press(page, "Save new password");
        assertThat(page.locator(".k-err").first()).isVisible();
        fresh.fill(FRESH);
        page.getByLabel("New password, once more").fill(FRESH);
        press(page, "Save new password");
        assertThat(page.locator("[role=status]")).containsText("Your password was changed");
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
        page.waitForLoadState();
    }

    /** Where the link of the n-th mail leads, once it has come; lines of the mail may be broken where they are encoded. */
    private static String link(Api api, MailBox box, int n) {
        api.await("/api/v1/users/me", reply -> box.messages().size() >= n);
        String mail = box.messages().get(n - 1).replace("=\n", "").replace("=3D", "=");
        Matcher matcher = LINK.matcher(mail);
        assertTrue(matcher.find(), mail);
        return matcher.group(1);
    }

    private static String user(Api api, String login, String email) {
        return api.post(
                        "/api/v1/users",
                        "{\"login\":\"" + login + "\",\"email\":\"" + email
                                + "\",\"roles\":[\"Reader\"],\"password\":\"Quiet-Meadow-77\"}")
                .expect(201)
                .text("/id");
    }

    private static Reply connect(Api api, MailBox box) {
        return api.post(
                        "/api/v1/connections",
                        "{\"connector\":\"mail-smtp\",\"name\":\"Mail " + System.nanoTime()
                                + "\",\"enabled\":true,\"settings\":{\"host\":\"127.0.0.1\",\"port\":\"" + box.port()
                                + "\",\"security\":\"none\",\"from\":\"office@shop.example\"},\"secrets\":{}}")
                .expect(201);
    }
}
