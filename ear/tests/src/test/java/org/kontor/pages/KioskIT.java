package org.kontor.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Browser;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.Cable;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** Staff starts a kiosk, customers enter themselves, staff decides about those who are known, and leaves the kiosk. */
@BrowserTest
@ExtendWith(OnKontor.class)
class KioskIT {

    private static final String PASSCODE = "471100";

    /** All that the service worker keeps, as one text. */
    private static final String KEPT = "(async () => { let all = ''; for (const name of await caches.keys()) {"
            + " const cache = await caches.open(name); for (const key of await cache.keys())"
            + " all += key.url + await (await cache.match(key)).text(); } return all; })()";

    /** S3-01, S3-03, S3-04: from the set-up to the queue. */
    @Test
    void aCustomerEntersThemselvesAndStaffFindsThatTheyAreKnown(KontorServer kontor, Api api, Page page) {
        String last = "Tanaka" + Long.toString(System.nanoTime(), 36);
        long known = Long.parseLong(api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"RESIDENTIAL\",\"firstName\":\"Yuki\",\"lastName\":\""
                                + last + "\",\"phones\":[{\"type\":\"MOBILE\",\"number\":\"+13035550142\"}]}")
                .expect(201)
                .text("/id"));
        start(kontor, page, "60");
        List<Integer> answers = new ArrayList<>();
        page.onResponse(answer -> {
            if (answer.url().endsWith("/kiosk-entries")) {
                answers.add(answer.status());
            }
        });
        enter(page, "Yuki", last, "+1 303 555 0142");
        enter(page, "Somebody", "Else" + last, "+1 303 555 0143");
        assertEquals(List.of(204, 204), answers, "the same answer whether or not the person is known");
        page.navigate("/customers.xhtml");
        assertTrue(page.url().contains("/signin.xhtml"), "no session of staff is open: " + page.url());

        Page staff = Browser.page(kontor.base());
        kontor.signIn(staff);
        staff.locator(".k-side a[href$='/kiosk-entries.xhtml'] .k-count").waitFor();
        staff.navigate("/kiosk-entries.xhtml");
        Locator one = staff.getByRole(
                AriaRole.REGION,
                new Page.GetByRoleOptions().setName("Yuki " + last).setExact(true));
        assertThat(one).containsText("+13035550142");
        assertThat(one).containsText("Customer " + known);
        assertThat(staff.locator("main")).not().containsText("Else" + last);
        assertEquals(List.of(), violations(staff));
        one.getByText("This customer").click();
        assertThat(staff.locator("#k-ask")).containsText("fills the gaps");
        staff.locator("[data-k-ask-yes]").click();
        assertThat(staff.locator("#toast_container")).containsText("The entry is Yuki " + last);
        assertThat(one).hasCount(0);
        assertEquals(
                1,
                api
                        .get("/api/v1/customers?q=" + last + "&archived=any")
                        .expect(200)
                        .json()
                        .path("items")
                        .findValuesAsText("displayName")
                        .stream()
                        .filter(("Yuki " + last)::equals)
                        .count());
        staff.context().close();
    }

    /** S3-01, S1-22, S3-43, S3-38, S3-40, S4-66: from the kiosk to a whole record, of which a limited user sees nothing. */
    @Test
    void whoEntersIsFoundTaggedFlaggedAndKeptFromWhoMayNotSeeThem(KontorServer kontor, Api api, Page page) {
        String last = "Entered" + Long.toString(System.nanoTime(), 36);
        start(kontor, page, "60");
        enter(page, "Nadia", last, "+1 303 555 0177");

        Page staff = Browser.page(kontor.base());
        kontor.signIn(staff);
        staff.navigate("/customers.xhtml?q=" + last);
        staff.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nadia " + last))
                .click();
        staff.waitForURL("**/customer.xhtml?id=*");
        String id = staff.url().replaceAll(".*id=(\\d+).*", "$1");
        press(staff, "New tag");
        Locator tag = staff.locator("#k-new-tag");
        tag.getByRole(AriaRole.COMBOBOX).fill("Came by kiosk");
        tag.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add tag"))
                .click();
        assertThat(staff.locator(".k-marks")).containsText("Came by kiosk");
        staff.locator(".k-iconbar summary").click();
        staff.locator("[id='actions'] [data-k-dialog='k-new-flag']").click();
        Locator flag = staff.locator("#k-new-flag");
        flag.getByLabel("Flag", new Locator.GetByLabelOptions().setExact(true)).selectOption("Behavior: Late");
        staff.keyboard().press("Control+Enter");
        assertThat(staff.locator(".k-marks .k-flag")).containsText("Behavior: Late");
        staff.navigate("/customer.xhtml?id=" + id + "&tab=medical");
        staff.locator("[id='medical:condition']").selectOption("Other allergies");
        staff.locator("[id='medical:text']").fill("walnut-marker");
        staff.locator("[id='medical:add']").click();
        assertThat(staff.locator("[id='file']")).containsText("walnut-marker");
        staff.context().close();

        Page colleague = signedIn(kontor, api, false);
        colleague.navigate("/customer.xhtml?id=" + id);
        assertThat(colleague.locator("h1")).hasText("Nadia " + last);
        assertThat(colleague.locator("a[href$='tab=medical']")).hasCount(0);
        colleague.navigate("/customer.xhtml?id=" + id + "&tab=medical");
        assertThat(colleague.locator("body")).not().containsText("walnut-marker");
        colleague.context().close();

        Page limited = signedIn(kontor, api, true);
        limited.navigate("/customers.xhtml?q=" + last);
        assertThat(limited.locator("main")).not().containsText("Nadia " + last);
        limited.navigate("/customer.xhtml?id=" + id);
        assertThat(limited.locator("main")).containsText("There is no customer with the ID");
        assertThat(limited.locator("body")).not().containsText("Nadia");
        limited.context().close();
    }

    /** Somebody who changes customers and sees no medical conditions; of all customers, or of their own alone. */
    private static Page signedIn(KontorServer kontor, Api api, boolean ownAlone) {
        String name = "desk" + Long.toString(System.nanoTime(), 36);
        api.post(
                        "/api/v1/roles",
                        "{\"name\":\"" + name + "\",\"ownCustomersOnly\":" + ownAlone
                                + ",\"permissions\":[\"read:customer\",\"write:customer\"]}")
                .expect(201);
        api.post(
                        "/api/v1/users",
                        "{\"login\":\"" + name + "\",\"roles\":[\"" + name + "\"],\"password\":\"Quiet-Meadow-77\"}")
                .expect(201);
        Page page = Browser.page(kontor.base());
        kontor.signIn(page, name, "Quiet-Meadow-77");
        page.locator("input[type=password]").nth(0).fill("Quiet-Meadow-77");
        page.locator("input[type=password]").nth(1).fill("Other-Meadow-78");
        page.locator("input[type=password]").nth(2).fill("Other-Meadow-78");
        page.locator("[id='form:submit']").click();
        page.locator("nav.k-nav").first().waitFor();
        return page;
    }

    /** S3-03: with the token of a kiosk every other call is refused, and so is every page. */
    @Test
    void aKioskCanDoNothingElse(KontorServer kontor, Api api) {
        String token = api.post("/api/v1/kiosks", "{\"name\":\"By REST\",\"passcode\":\"" + PASSCODE + "\"}")
                .expect(201)
                .text("/token");
        Api kiosk = new Api(kontor.base(), token);
        for (String path : List.of(
                "/api/v1/customers",
                "/api/v1/customers/1",
                "/api/v1/customers?q=a",
                "/api/v1/kiosk-entries",
                "/api/v1/kiosks",
                "/api/v1/settings",
                "/api/v1/audit",
                "/api/v1/users")) {
            kiosk.get(path).expect(403);
        }
        kiosk.post("/api/v1/customers", "{\"class\":\"BUSINESS\",\"companyName\":\"X\",\"accountType\":\"STANDARD\"}")
                .expect(403);
        kiosk.post("/api/v1/kiosk-entries/1/join", "{\"customerId\":1}").expect(403);
        Api cookie = kiosk.anonymous().with("Cookie", "kontor-kiosk=" + token);
        cookie.post("/api/v1/kiosk-entries", "{}").expect(401);
        cookie.with("X-Kontor-Kiosk", "true")
                .post("/api/v1/kiosk-entries", "{}")
                .expect(422);
        cookie.with("X-Kontor-Kiosk", "true")
                .with("Sec-Fetch-Site", "cross-site")
                .post("/api/v1/kiosk-entries", "{}")
                .expect(403);
        kiosk.post("/api/v1/kiosks/leave", "{\"passcode\":\"000000\"}").expect(422);
        kiosk.post("/api/v1/kiosks/leave", "{\"passcode\":\"" + PASSCODE + "\"}")
                .expect(204);
        kiosk.post("/api/v1/kiosk-entries", "{}").expect(401);
    }

    /** S3-05: too many are told how long to wait; the passcode cannot be guessed. */
    @Test
    void whoIsTooQuickIsToldHowLongToWait(KontorServer kontor, Api api) {
        Api kiosk = new Api(
                kontor.base(),
                api.post("/api/v1/kiosks", "{\"name\":\"Guessed\",\"passcode\":\"" + PASSCODE + "\"}")
                        .expect(201)
                        .text("/token"));
        for (int i = 0; i < 5; i++) {
            kiosk.post("/api/v1/kiosks/leave", "{\"passcode\":\"00000" + i + "\"}")
                    .expect(422);
        }
        Api.Reply locked = kiosk.post("/api/v1/kiosks/leave", "{\"passcode\":\"" + PASSCODE + "\"}")
                .expect(429);
        assertTrue(Integer.parseInt(locked.header("Retry-After").orElse("0")) > 10, locked.toString());
    }

    /** A lost connection loses nothing that was typed, and what was typed is taken once. */
    @Test
    void anEntryIsSentWhenTheConnectionIsBack(KontorServer kontor, Api api, Page page) {
        String last = "Offline" + Long.toString(System.nanoTime(), 36);
        start(kontor, page, "60");
        fill(page, "Ada", last, "+1 303 555 0150");
        page.context().setOffline(true);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Send").setExact(true))
                .click();
        assertThat(page.locator("#kk-sending")).containsText("No connection. We keep trying");
        page.context().setOffline(false);
        assertThat(heading(page)).hasText("Thank you");
        assertEquals(
                1,
                api.get("/api/v1/customers?q=" + last)
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
    }

    /** A page that is loaded again while it sends takes the same person in once. */
    @Test
    void anEntryWhoseAnswerWasLostIsTakenOnceAfterAReload(KontorServer kontor, Api api, Page page) {
        String last = "Reloaded" + Long.toString(System.nanoTime(), 36);
        start(kontor, page, "60");
        fill(page, "Ada", last, "+1 303 555 0152");
        page.route("**/kiosk-entries", route -> {
            route.fetch();
            route.abort();
        });
        press(page, "Send");
        assertThat(page.locator("#kk-sending")).containsText("No connection. We keep trying");
        page.unrouteAll();
        page.reload();
        assertThat(page.locator("[data-step]:not([hidden]) h1")).not().hasText("Welcome");
        answer(page, "Penicillin");
        press(page, "Send");
        assertThat(heading(page)).hasText("Thank you");
        assertEquals(
                1,
                api.get("/api/v1/customers?q=" + last)
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
    }

    /** Loaded again without a network, the page is there with what was typed, medical answers aside, and what was on its way is taken once. */
    @Test
    void aReloadWithoutANetworkLosesNothingAndSendsOnce(KontorServer kontor, Api api) throws IOException {
        String last = "Unplugged" + Long.toString(System.nanoTime(), 36);
        try (Cable cable = new Cable(kontor.port())) {
            Page page = Browser.page(cable.base());
            start(page, () -> kontor.signIn(page), "60");
            page.locator("#kiosk[data-kept=true]").waitFor();
            page.route("**/kiosk-entries", route -> {
                route.fetch();
                route.abort();
            });
            fill(page, "Ada", last, "+1 303 555 0153");
            press(page, "Send");
            assertThat(page.locator("#kk-sending")).containsText("No connection. We keep trying");
            cable.cut();
            page.reload();
            assertThat(page.locator("[data-step]:not([hidden]) h1")).not().hasText("Welcome");
            assertThat(page.locator("#kk-lastName")).hasValue(last);
            assertEquals(
                    "none", page.evaluate("getComputedStyle(document.querySelector('[data-step=welcome]')).display"));
            assertEquals(
                    0, page.locator("#kk-form [data-question] input:checked").count(), "medical answers are gone");
            assertTrue(!String.valueOf(page.evaluate(KEPT)).contains(last), "what is kept of the page holds nobody");
            page.unrouteAll();
            answer(page, "Penicillin");
            press(page, "Send");
            assertThat(page.locator("#kk-sending")).containsText("No connection. We keep trying");
            cable.plugIn();
            assertThat(heading(page)).hasText("Thank you");
            press(page, "Next person");
            press(page, "Staff");
            page.getByLabel("Passcode").fill(PASSCODE);
            press(page, "Leave kiosk");
            page.waitForURL("**/signin.xhtml");
            assertEquals("[]", String.valueOf(page.evaluate("caches.keys()")), "the page is off the device");
            page.context().close();
        }
        assertEquals(
                1,
                api.get("/api/v1/customers?q=" + last)
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
    }

    /** What was typed, the medical answers above all, does not stay on the device. */
    @Test
    void withoutATouchNothingOfThePersonStays(KontorServer kontor, Page page) {
        start(kontor, page, "15");
        fill(page, "Private", "Person", "+1 303 555 0151");
        assertThat(page.locator("#kk-clock")).containsText("without a touch");
        assertTrue(storage(page).contains("Private"), "a reload loses nothing");
        assertTrue(!storage(page).contains("Penicillin"), "medical answers are in memory alone");
        assertThat(heading(page))
                .hasText(
                        "Welcome",
                        new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(25_000));
        assertEquals("null", storage(page));
        assertEquals(
                "",
                page.evaluate(
                                "Array.from(document.querySelectorAll('#kk-form input')).filter(i => i.checked || (i.type !== 'radio'"
                                        + " && i.type !== 'checkbox' && i.value)).map(i => i.id || i.name).join()")
                        .toString());
    }

    @Test
    void whatIsMissingIsSaidBesideItsFieldAndStaffLeavesByThePasscode(KontorServer kontor, Page page) {
        start(kontor, page, "60");
        press(page, "Start");
        press(page, "Continue");
        assertThat(page.locator("#kk-firstName-e")).hasText("Fill this in.");
        assertThat(page.getByLabel("First name")).isFocused();
        page.getByLabel("First name").fill("A");
        page.getByLabel("Last name").fill("B");
        page.getByLabel("E-mail").fill("a@mail.example");
        page.getByLabel("Birthdate").fill("2999-01-01");
        press(page, "Continue");
        press(page, "Continue");
        answer(page, "None");
        press(page, "Send");
        assertThat(page.locator("#kk-birthdate-e")).isVisible();
        assertThat(page.getByLabel("Birthdate")).isFocused();
        press(page, "Start over");
        press(page, "Staff");
        page.getByLabel("Passcode").fill("1");
        press(page, "Leave kiosk");
        assertThat(page.locator("#kk-passcode-e")).containsText("Type the passcode");
        page.getByLabel("Passcode").fill(PASSCODE);
        press(page, "Leave kiosk");
        page.waitForURL("**/signin.xhtml");
        page.navigate("/kiosk");
        assertTrue(page.url().contains("/signin.xhtml"), page.url());
    }

    /** Every screen in both schemes, narrow ones too; touch targets of 48 pixels and more. */
    @Test
    void everyScreenIsAccessibleAndLargeEnoughToTouch(KontorServer kontor) {
        List<String> wrong = new ArrayList<>();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = Browser.page(kontor.base(), 360, 760, scheme);
            start(kontor, page, "600");
            look(page, "welcome", wrong);
            press(page, "Start");
            look(page, "you", wrong);
            page.getByLabel("First name").fill("A");
            page.getByLabel("Last name").fill("B");
            page.getByLabel("Phone").fill("+13035550160");
            press(page, "Continue");
            look(page, "more", wrong);
            press(page, "Continue");
            look(page, "health", wrong);
            press(page, "Staff");
            look(page, "leave", wrong);
            page.context().close();
        }
        assertEquals(List.of(), wrong);
    }

    private static void look(Page page, String what, List<String> wrong) {
        violations(page).forEach(v -> wrong.add(what + ": " + v));
        Object over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        if (((Number) over).intValue() > 0) {
            wrong.add(what + " runs over by " + over);
        }
        Object small = page.evaluate(
                "Array.from(document.querySelectorAll('button, .k-input, .k-consent, .k-kiosk-yesno label'))"
                        + ".filter(e => e.offsetParent && e.getBoundingClientRect().height < 48).map(e => e.outerHTML).join(' ')");
        if (!small.toString().isEmpty()) {
            wrong.add(what + " is too small: " + small);
        }
    }

    private static List<String> violations(Page page) {
        return Browser.axe(page).analyze().getViolations().stream()
                .map(v -> v.getId() + " " + v.getNodes().get(0).getHtml())
                .toList();
    }

    private static void start(KontorServer kontor, Page page, String idle) {
        start(page, () -> kontor.signIn(page), idle);
    }

    private static void start(Page page, Runnable signIn, String idle) {
        signIn.run();
        page.navigate("/kiosk-setup.xhtml");
        page.getByLabel("Place").fill("Test " + idle);
        page.getByLabel("Passcode").fill(PASSCODE);
        page.getByLabel("Seconds without a touch").fill(idle);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Start kiosk on this device"))
                .click();
        page.waitForURL("**/kiosk");
        assertThat(heading(page)).hasText("Welcome");
    }

    private static void enter(Page page, String first, String last, String phone) {
        fill(page, first, last, phone);
        press(page, "Send");
        assertThat(heading(page)).hasText("Thank you");
        press(page, "Next person");
    }

    private static void fill(Page page, String first, String last, String phone) {
        press(page, "Start");
        page.getByLabel("First name").fill(first);
        page.getByLabel("Last name").fill(last);
        page.getByLabel("Phone").fill(phone);
        page.getByText("You may text me").click();
        press(page, "Continue");
        page.getByLabel("City").fill("Denver");
        press(page, "Continue");
        answer(page, "Penicillin");
    }

    private static void answer(Page page, String text) {
        for (Locator question : page.locator("fieldset[data-question]").all()) {
            question.getByText("No", new Locator.GetByTextOptions().setExact(true))
                    .click();
        }
        for (Locator question : page.locator("div[data-question] input").all()) {
            question.fill(text);
        }
    }

    private static String storage(Page page) {
        return String.valueOf(page.evaluate("String(sessionStorage.getItem('k-kiosk'))"));
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
