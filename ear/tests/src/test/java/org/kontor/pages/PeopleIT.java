package org.kontor.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Browser;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** Somebody makes Kontor their own: colours, language, first page, and a sign-in with codes that nothing goes round. */
@BrowserTest
@ExtendWith(OnKontor.class)
class PeopleIT {

    private static final String FIRST = "Quiet-Meadow-77";
    private static final String OWN = "Other-Meadow-78";

    @Test
    void coloursLanguageAndFirstPageHoldAtOnceAndOnEveryDevice(KontorServer kontor, Api api) {
        String login = person(api, "read:customer", "read:receivable");
        Page page = signedIn(kontor, login);
        page.navigate("/preferences.xhtml");
        assertEquals("en", page.locator("html").getAttribute("lang"));
        page.getByLabel("Colours").selectOption("DARK");
        page.getByLabel("Language").selectOption("GERMAN");
        assertEquals("DASHBOARD", page.getByLabel("First page").inputValue());
        page.getByLabel("First page").selectOption("AGING");
        assertEquals(
                0,
                page.getByLabel("First page").locator("option[value=IMPORTS]").count(),
                "not allowed");
        press(page, "Save preferences");
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Meine Einstellungen");
        PlaywrightAssertions.assertThat(page.locator(".ui-growl")).containsText("Einstellungen gespeichert");
        assertEquals("de", page.locator("html").getAttribute("lang"));
        assertEquals("dark", page.locator("html").getAttribute("data-theme"));
        page.context().close();

        Page other = Browser.page(kontor.base());
        kontor.signIn(other, login, OWN);
        assertTrue(other.url().endsWith("/aging.xhtml"), other.url());
        assertEquals("dark", other.locator("html").getAttribute("data-theme"));
        PlaywrightAssertions.assertThat(other.locator(".k-nav").first()).containsText("Kundenliste");
        other.locator(".k-avatar").click();
        other.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Hell").setExact(true))
                .click();
        other.waitForResponse(
                r -> r.url().endsWith("/users/me/preferences"),
                () -> other.locator("[data-k-theme=light]").click());
        other.navigate("/preferences.xhtml");
        assertEquals("LIGHT", other.getByLabel("Farben").inputValue());
        other.context().close();
    }

    @Test
    void germanPagesSayEverythingInGermanAndWriteNumbersAsGermanDoes(KontorServer kontor, Api api) {
        String login = person(api, "read:customer", "write:customer", "read:receivable", "read:user", "read:settings");
        long id = PagesIT.customer(api, "Deutsche Seiten");
        api.post(
                        "/api/v1/invoices",
                        "{\"customerId\":" + id
                                + ",\"status\":\"OPEN\",\"currency\":\"USD\",\"issueDate\":\"2026-01-05\","
                                + "\"lines\":[{\"description\":\"Work\",\"quantity\":\"1\",\"unitPrice\":\"7654.32\"}]}")
                .expect(201);
        Page page = signedIn(kontor, login);
        choose(page, "GERMAN", "LIGHT");
        page.navigate("/customer.xhtml?id=" + id + "&tab=transactions");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("7.654,32");
        PlaywrightAssertions.assertThat(page.locator("main")).containsText("5. Jan");
        List<String> wrong = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            choose(page, "GERMAN", scheme == ColorScheme.DARK ? "DARK" : "LIGHT");
            for (String path : List.of(
                    "/preferences.xhtml",
                    "/two-factor.xhtml",
                    "/customers.xhtml",
                    "/customer.xhtml?id=" + id,
                    "/customer-edit.xhtml?id=" + id,
                    "/aging.xhtml",
                    "/dashboard.xhtml",
                    "/users.xhtml",
                    "/settings.xhtml")) {
                page.setViewportSize(1280, 900);
                page.navigate(path);
                Browser.axe(page).analyze().getViolations().stream()
                        .filter(v -> v.getImpact() != null
                                && (v.getImpact().equals("serious")
                                        || v.getImpact().equals("critical")))
                        .forEach(v -> wrong.add(path + " " + v.getId() + " " + v.getNodes()));
                page.setViewportSize(360, 760);
                Object over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
                if (((Number) over).intValue() > 0) {
                    wrong.add(path + " runs over by " + over);
                }
                if (page.locator("body").innerText().contains("???")) {
                    wrong.add(path + " lacks a text");
                }
            }
        }
        page.context().close();
        assertEquals(List.of(), wrong);
    }

    @Test
    void theBrowsersLanguageCountsBeforeSomebodyIsKnown(KontorServer kontor) {
        Page page = Browser.page(kontor.base());
        assertTrue(signInFor(page, "de-AT,de;q=0.9,en;q=0.5").contains(">Anmelden</h1>"));
        assertTrue(signInFor(page, "fr-FR,fr;q=0.9").contains(">Sign in</h1>"));
        page.context().close();
    }

    @Test
    void aCodeIsAskedForAndNothingGoesRoundIt(KontorServer kontor, Api api) {
        String login = person(api, "read:customer");
        Page page = signedIn(kontor, login);
        page.navigate("/two-factor.xhtml");
        assertTrue(page.locator(".k-qr path").getAttribute("d").length() > 1000);
        byte[] secret = secret(page);
        page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill("000000");
        page.getByLabel("Current password").fill("wrong");
        press(page, "Turn on");
        PlaywrightAssertions.assertThat(page.locator(".k-summary")).containsText("Type the password you have now");
        page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true))
                .fill(OneTimeCode.at(secret, Instant.now()));
        page.getByLabel("Current password").fill(OWN);
        press(page, "Turn on");
        Locator codes = page.locator("#codes li");
        codes.first().waitFor();
        assertEquals(10, codes.count());
        String recovery = codes.first().textContent().strip();
        page.getByText("I have kept them").click();
        page.waitForURL("**/customers.xhtml");
        page.context().close();

        Page half = Browser.page(kontor.base());
        half.navigate("/signin-code.xhtml");
        assertTrue(half.url().endsWith("/signin.xhtml"), "no second step without a first one");
        half.navigate("/customers.xhtml?q=meadow");
        fill(half, login);
        assertTrue(half.url().endsWith("/signin-code.xhtml"), half.url());
        for (String path : List.of("/customers.xhtml", "/password.xhtml", "/two-factor.xhtml", "/preferences.xhtml")) {
            half.navigate(path);
            assertTrue(half.url().contains("/signin.xhtml"), path + " led to " + half.url());
        }
        assertEquals(401, half.request().get("/api/v1/users/me").status());
        half.navigate("/signin.xhtml");
        half.getByLabel("User name").fill(login);
        half.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("wrong");
        press(half, "Sign in");
        PlaywrightAssertions.assertThat(half.locator(".k-summary")).containsText("do not belong together");
        half.navigate("/signin-code.xhtml");
        half.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill("000000");
        press(half, "Sign in");
        PlaywrightAssertions.assertThat(half.locator(".k-summary")).containsText("each code is good once");
        half.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill(recovery);
        press(half, "Sign in");
        // The sign-in page was opened by itself the last time, and so leads to the first page.
        half.waitForURL("**/customers.xhtml");
        half.navigate("/two-factor.xhtml");
        PlaywrightAssertions.assertThat(half.locator("main")).containsText("9 recovery codes are left");
        half.context().close();

        Page again = Browser.page(kontor.base());
        again.navigate("/signin.xhtml");
        fill(again, login);
        again.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill(recovery);
        press(again, "Sign in");
        PlaywrightAssertions.assertThat(again.locator(".k-summary")).containsText("each code is good once");
        again.context().close();
    }

    @Test
    void anAdministratorLetsSomebodyInAgainWhoLostTheDevice(KontorServer kontor, Api api, Page page) {
        String login = person(api, "read:customer");
        Page theirs = signedIn(kontor, login);
        turnOn(theirs);
        theirs.context().close();
        String id = userId(api, login);
        kontor.signIn(page);
        page.navigate("/user.xhtml?id=" + id);
        press(page, "Reset codes");
        page.locator("#k-ask [data-k-ask-yes]").click();
        PlaywrightAssertions.assertThat(page.locator("main")).not().containsText("Signs in with codes");
        page.navigate("/audit.xhtml?kind=two-factor");
        PlaywrightAssertions.assertThat(page.getByRole(AriaRole.TABLE)).containsText("Codes reset by an administrator");
        Page free = Browser.page(kontor.base());
        kontor.signIn(free, login, OWN);
        assertTrue(free.url().endsWith("/customers.xhtml"), free.url());
        free.context().close();
    }

    @Test
    void whoMustUseCodesSetsThemUpBeforeAnythingElse(KontorServer kontor, Api api) {
        String login = person(api, "read:customer", "write:settings", "read:settings");
        Page page = signedIn(kontor, login);
        page.navigate("/customers.xhtml");
        api.patch("/api/v1/settings", "{\"values\":{\"twoFactorRequired\":\"ADMINISTRATORS\"}}")
                .expect(200);
        try {
            page.navigate("/customers.xhtml");
            assertTrue(page.url().endsWith("/two-factor.xhtml"), page.url());
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("Your company asks for a code");
            assertEquals(0, page.locator(".k-nav").count());
            turnOn(page);
            page.waitForURL("**/customers.xhtml");
            api.get("/api/v1/users/me").expect(200);
        } finally {
            api.patch("/api/v1/settings", "{\"values\":{\"twoFactorRequired\":null}}")
                    .expect(200);
        }
        page.context().close();
    }

    @Test
    void wrongPasswordsInASessionCountAsWrongSignIns(KontorServer kontor, Api api) {
        Page page = signedIn(kontor, person(api, "read:customer"));
        page.navigate("/two-factor.xhtml");
        for (int i = 0; i < 6; i++) {
            page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true)).fill("000000");
            page.getByLabel("Current password").fill("wrong");
            press(page, "Turn on");
            page.locator(".k-summary").waitFor();
        }
        PlaywrightAssertions.assertThat(page.locator(".k-summary")).containsText("there were too many tries");
        page.context().close();
    }

    private static void turnOn(Page page) {
        page.navigate("/two-factor.xhtml");
        page.getByLabel("Code", new Page.GetByLabelOptions().setExact(true))
                .fill(OneTimeCode.at(secret(page), Instant.now()));
        page.getByLabel("Current password").fill(OWN);
        press(page, "Turn on");
        page.getByText("I have kept them").click();
    }

    /** Not by navigation: the browser sends the language that it was started with. */
    private static String signInFor(Page page, String languages) {
        return page.request()
                .get("/signin.xhtml", RequestOptions.create().setHeader("Accept-Language", languages))
                .text();
    }

    private static byte[] secret(Page page) {
        return OneTimeCode.secret(page.locator("#secret").textContent());
    }

    private static void choose(Page page, String language, String theme) {
        page.navigate("/preferences.xhtml");
        page.locator("[id='form:language']").selectOption(language);
        page.locator("[id='form:theme']").selectOption(theme);
        page.locator("[id='form:save']").click();
        page.locator(".ui-growl-item").waitFor();
    }

    private static void fill(Page page, String login) {
        page.getByLabel("User name").fill(login);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(OWN);
        press(page, "Sign in");
        page.waitForLoadState();
    }

    /** Somebody with these permissions; returns the sign-in name. */
    private static String person(Api api, String... permissions) {
        String name = "person" + Long.toString(System.nanoTime(), 36);
        api.post(
                        "/api/v1/roles",
                        "{\"name\":\"" + name + "\",\"permissions\":[\"" + String.join("\",\"", permissions) + "\"]}")
                .expect(201);
        api.post(
                        "/api/v1/users",
                        "{\"login\":\"" + name + "\",\"roles\":[\"" + name + "\"],\"password\":\"" + FIRST + "\"}")
                .expect(201);
        return name;
    }

    private static String userId(Api api, String login) {
        String all = api.get("/api/v1/users?limit=200").expect(200).body();
        String before = all.substring(0, all.indexOf("\"login\":\"" + login + "\""));
        return before.substring(before.lastIndexOf("\"id\":") + 5).replaceAll("\\D.*", "");
    }

    /** Signed in, with a password that is the person's own. */
    private static Page signedIn(KontorServer kontor, String login) {
        Page page = Browser.page(kontor.base());
        kontor.signIn(page, login, FIRST);
        page.getByLabel("Current password").fill(FIRST);
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill(OWN);
        page.getByLabel("New password, once more").fill(OWN);
        press(page, "Save new password");
        page.waitForURL(url -> url.endsWith("/customers.xhtml") || url.endsWith("/dashboard.xhtml"));
        return page;
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
