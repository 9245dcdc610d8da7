package org.kontor.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.Browser;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** Every page, in both colour schemes and on a narrow screen: nobody is kept out, and nothing runs off its side. */
@BrowserTest
@ExtendWith(OnKontor.class)
class AccessiblePagesIT {

    private static final int WIDE = 1440;
    private static final int NARROW = 360;
    private static final int HIGH = 900;

    /** What a window of 1280 x 900 shows at 200 %. */
    private static final int ZOOMED = 640;

    private static final int ZOOMED_HIGH = 450;

    /** Of each kind of page one: a list, a record with tabs, forms short and long, a report, settings, two columns that are compared. */
    private static final Set<String> LOOKED_AT_ZOOMED = Set.of(
            "/customers.xhtml",
            "/customer.xhtml?id=",
            "/customer-edit.xhtml?id=",
            "/invoice-edit.xhtml?id=",
            "/payment-plan-edit.xhtml?customer=",
            "/merge.xhtml?id=&with=",
            "/dashboard.xhtml",
            "/aging.xhtml",
            "/settings.xhtml",
            "/system-tables.xhtml?table=tags&entry=new");

    /** What stands beside the window without anything that could be scrolled to it, and what sticks and leaves less than two thirds of it. */
    private static final String CUT_OFF =
            "() => { const cut = [], scrolls = e => { for (let p = e.parentElement; p; p = p.parentElement) {"
                    + "const s = getComputedStyle(p); if (/auto|scroll/.test(s.overflowX) || s.textOverflow === 'ellipsis') return true; } return false; };"
                    + "for (const e of document.querySelectorAll('main :is(a,button,input,select,textarea,label,h1,h2,h3,p,dt,dd,td,th)')) {"
                    + "const r = e.getBoundingClientRect(); if (!r.width || !r.height || !e.checkVisibility() || e.closest('.k-sr') || e.closest('dialog')) continue;"
                    + "if ((r.right > innerWidth + 1 || r.left < -1) && !scrolls(e)) cut.push(e.outerHTML.slice(0, 120)); }"
                    + "let stuck = 0; for (const e of document.querySelectorAll('body *')) { const s = getComputedStyle(e);"
                    + "if (s.position === 'sticky' && e.offsetWidth > innerWidth / 2 && !e.closest('.k-table-wrap')) stuck += e.offsetHeight; }"
                    + "if (stuck > innerHeight / 3) cut.push(stuck + ' of ' + innerHeight + ' are taken by what sticks');"
                    + "return cut.slice(0, 3); }";

    /**
     * Waits until a change is drawn and takes its transitions to their end: a colour is measured, not what it passes through. To wait for
     * that end can take for ever: that of what is not drawn, as in a dialog that is closed, does not always come.
     */
    private static final String SETTLED = "async () => {"
            + "const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));"
            + "await drawn();"
            + "document.getAnimations().filter(a => a.effect.getComputedTiming().endTime !== Infinity)"
            + ".forEach(a => a.finish());"
            + "await drawn(); }";

    /** Colours alone, by the axe that the look in the light has left in the page. */
    private static final String CONTRAST = "async () => (await axe.run("
            + "{runOnly: ['color-contrast'], resultTypes: ['violations']})).violations"
            + ".map(v => v.impact + ' ' + v.id + ' ' + v.nodes[0].html)";

    /** Each page is opened once and looked at three times: light, dark (where colours alone differ) and narrow; some at 200 %, too. */
    @Test
    void everyPageIsAccessibleInLightAndDarkAndFitsANarrowScreen(KontorServer kontor, Api api) {
        List<String> wrong = new ArrayList<>();
        Page page = Browser.page(kontor.base(), WIDE, HIGH, ColorScheme.LIGHT);
        check(page, "/signin.xhtml", wrong);
        kontor.signIn(page);
        for (String path : paths(api)) {
            check(page, path, wrong);
        }
        page.context().close();
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyPageHasAPolicyThatForbidsInlineScripts(KontorServer kontor) {
        Page page = Browser.page(kontor.base(), 1280, 900, ColorScheme.LIGHT);
        kontor.signIn(page);
        for (String path : List.of("/customers.xhtml", "/customer-edit.xhtml", "/import.xhtml")) {
            var response = page.navigate(path);
            String policy = response == null ? "" : response.headers().getOrDefault("content-security-policy", "");
            String scripts = policy.substring(policy.indexOf("script-src"));
            assertTrue(scripts.contains("'nonce-") && !scripts.contains("unsafe-inline"), policy);
        }
        page.context().close();
    }

    private static List<String> paths(Api api) {
        long id = PagesIT.customer(api, "Accessible & Co");
        api.post("/api/v1/customers/" + id + "/tags", "{\"name\":\"Accessible\",\"colour\":\"PINK\"}")
                .expect(201);
        api.post("/api/v1/customers/" + id + "/flags", "{\"type\":\"Behavior: Late\",\"note\":\"Seen\"}")
                .expect(201);
        String contact = api.post(
                        "/api/v1/customers/" + id + "/contacts",
                        "{\"firstName\":\"Axel\",\"lastName\":\"Core\",\"email\":\"axel@core.example\",\"primary\":true,\"mobile\":\"+13032027333\",\"smsOptIn\":true,"
                                + "\"contactType\":\"BILLING\",\"linkedInUrl\":\"https://www.linkedin.com/in/axel\"}")
                .expect(201)
                .text("/id");
        String ticket = api.post(
                        "/api/v1/customers/" + id + "/tickets",
                        "{\"subject\":\"Line is down again\",\"text\":\"Nobody answers. The technician was friendly,"
                                + " though.\","
                                + "\"type\":\"PHONE_SUPPORT\",\"priority\":\"HIGH\",\"contactId\":" + contact + "}")
                .expect(201)
                .text("/id");
        api.post("/api/v1/customers/" + id + "/journal", "{\"action\":\"CALL\",\"text\":\"Rang about the line\"}")
                .expect(201);
        api.upload(
                        "/api/v1/customers/" + id + "/attachments",
                        "contract.pdf",
                        "%PDF-1.7".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.util.Map.of())
                .expect(201);
        api.post(
                        "/api/v1/customers/" + id + "/medical-conditions",
                        "{\"condition\":\"Other allergies\",\"text\":\"Nuts\"}")
                .expect(204);
        String message = api.post(
                        "/api/v1/customers/" + id + "/communications",
                        "{\"channel\":\"CALL\",\"text\":\"Asked for a date\",\"contactId\":" + contact + "}")
                .expect(201)
                .text("/id");
        String invoice = api.post(
                        "/api/v1/invoices",
                        "{\"customerId\":" + id
                                + ",\"status\":\"OPEN\",\"currency\":\"USD\",\"issueDate\":\"2026-01-05\","
                                + "\"lines\":[{\"description\":\"Work\",\"quantity\":\"1\",\"unitPrice\":\"99.95\"}]}")
                .expect(201)
                .text("/id");
        String draft = api.post("/api/v1/invoices", "{\"customerId\":" + id + ",\"lines\":[]}")
                .expect(201)
                .text("/id");
        String payment = api.post(
                        "/api/v1/payments",
                        "{\"customerId\":" + id
                                + ",\"amount\":\"50.00\",\"currency\":\"USD\",\"allocation\":\"MANUAL\",\"lines\":[{\"itemId\":"
                                + invoice + ",\"amount\":\"20.00\"}]}")
                .expect(201)
                .text("/id");
        long other = PagesIT.customer(api, "Accessible & Co");
        api.post(
                        "/api/v1/connections",
                        "{\"connector\":\"vault-bluesnap\",\"name\":\"Accessible " + id
                                + "\",\"enabled\":false,\"settings\":{\"environment\":\"sandbox\",\"username\":\"api\","
                                + "\"merchantId\":\"1\"},\"secrets\":{\"password\":\"hush\"}}")
                .expect(201);
        Reply cadence = api.post(
                        "/api/v1/cadences",
                        "{\"name\":\"Accessible " + id
                                + "\",\"active\":true,\"steps\":[{\"condition\":\"BALANCE_EXCEEDS\","
                                + "\"amount\":\"1.00\",\"kind\":\"EMAIL\",\"subject\":\"Your balance\",\"text\":\"{balance} {owner}\"}]}")
                .expect(201);
        api.send(
                        "PUT",
                        "/api/v1/customers/" + id + "/cadence",
                        "application/json",
                        "{\"cadenceId\":" + cadence.text("/id") + "}")
                .expect(200);
        String toDo = api.get("/api/v1/customers/" + id + "/todos").text("/items/0/id");
        String owed = api.post(
                        "/api/v1/invoices",
                        "{\"customerId\":" + id
                                + ",\"status\":\"OPEN\",\"currency\":\"USD\",\"issueDate\":\"2026-01-06\","
                                + "\"lines\":[{\"description\":\"Work\",\"quantity\":\"1\",\"unitPrice\":\"30.00\"}]}")
                .expect(201)
                .text("/id");
        String plan = api.post(
                        "/api/v1/customers/" + id + "/payment-plans",
                        "{\"invoiceIds\":[" + owed + "],\"firstDate\":\""
                                + java.time.LocalDate.now(java.time.ZoneOffset.UTC)
                                        .plusDays(5) + "\",\"interval\":\"MONTHLY\",\"instalments\":3}")
                .expect(201)
                .text("/id");
        String subscription = api.post(
                        "/api/v1/customers/" + id + "/subscriptions",
                        "{\"description\":\"Hosting\",\"interval\":\"MONTHLY\",\"billingStart\":\""
                                + java.time.LocalDate.now(java.time.ZoneOffset.UTC)
                                        .plusDays(5)
                                + "\",\"lines\":[{\"description\":\"Server\",\"unitPrice\":\"49.00\"}]}")
                .expect(201)
                .text("/id");
        String document = api.post(
                        "/api/v1/customers/" + id + "/documents",
                        "{\"name\":\"Supply agreement\",\"signers\":[{\"name\":\"Marta\",\"email\":\"marta@shop.example\"}]}")
                .expect(201)
                .text("/id");
        String waiting = api.upload(
                        "/api/v1/imports",
                        "people.csv",
                        "Vorname,Nachname,Mail\nAxel,Core,axel@core.example\n"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.util.Map.of("start", "false"))
                .text("/id");
        return List.of(
                "/connections.xhtml",
                "/connection-edit.xhtml?connector=vault-bluesnap",
                "/preferences.xhtml",
                "/two-factor.xhtml",
                "/import.xhtml?id=" + waiting,
                "/import.xhtml?id=" + waiting + "&map=true",
                "/duplicates.xhtml",
                "/merge.xhtml?id=" + id,
                "/merge.xhtml?id=" + id + "&with=" + other,
                "/customer-erase.xhtml?id=" + id,
                "/erasures.xhtml",
                "/invoice.xhtml?id=" + invoice,
                "/invoice.xhtml?id=" + draft,
                "/invoice-edit.xhtml?id=" + draft,
                "/invoice-edit.xhtml?customer=" + id,
                "/payment-edit.xhtml?customer=" + id,
                "/credit-edit.xhtml?customer=" + id,
                "/item.xhtml?id=" + payment,
                "/opening-edit.xhtml?customer=" + id,
                "/invoices.xhtml",
                "/invoices.xhtml?status=PAID&number=nothing-has-this",
                "/payments.xhtml",
                "/ledger-proof.xhtml",
                "/customer.xhtml?id=" + id + "&tab=transactions",
                "/aging.xhtml?asOf=wrong",
                "/dashboard.xhtml",
                "/aging.xhtml",
                "/aging.xhtml?items=pastDue",
                "/figure-rows.xhtml?kind=ISSUED",
                "/customers.xhtml",
                "/customers.xhtml?q=nothing-is-called-that",
                "/customer.xhtml?id=" + id,
                "/customer.xhtml?id=" + id + "&tab=contacts",
                "/customer.xhtml?id=" + id + "&tab=notes",
                "/customer.xhtml?id=" + id + "&tab=timeline",
                "/customer.xhtml?id=" + id + "&tab=timeline&kind=contact",
                "/customer.xhtml?id=" + id + "&tab=tickets",
                "/customer.xhtml?id=" + id + "&tab=journal",
                "/customer.xhtml?id=" + id + "&tab=attachments",
                "/customer.xhtml?id=" + id + "&tab=medical",
                "/customer.xhtml?id=" + id + "&tab=communication",
                "/message.xhtml?id=" + message,
                "/message-edit.xhtml?customer=" + id + "&channel=CALL",
                "/message-edit.xhtml?customer=" + id + "&channel=LETTER",
                "/portal-invite.xhtml?customer=" + id,
                "/customer.xhtml?id=" + id + "&tab=todo",
                "/customer.xhtml?id=" + id + "&tab=plans",
                "/payment-plan.xhtml?id=" + plan,
                "/payment-plan-edit.xhtml?customer=" + id,
                "/customer.xhtml?id=" + id + "&tab=subscriptions",
                "/subscription.xhtml?id=" + subscription,
                "/subscription-edit.xhtml?id=" + subscription,
                "/subscription-edit.xhtml?customer=" + id,
                "/customer.xhtml?id=" + id + "&tab=documents",
                "/document.xhtml?id=" + document,
                "/document-edit.xhtml?id=" + document,
                "/document-edit.xhtml?customer=" + id,
                "/to-dos.xhtml?whose=all",
                "/to-do.xhtml?id=" + toDo,
                "/cadences.xhtml",
                "/cadence.xhtml?id=" + cadence.text("/id"),
                "/cadence-preview.xhtml?id=" + cadence.text("/id") + "&step=" + cadence.text("/steps/0/id")
                        + "&customer=" + id,
                "/ticket.xhtml?id=" + ticket,
                "/ticket-edit.xhtml?customer=" + id,
                "/customer-edit.xhtml",
                "/customer-edit.xhtml?id=" + id,
                "/customer-psa.xhtml?id=" + id,
                "/contact.xhtml?id=" + contact,
                "/contact-edit.xhtml?customer=" + id,
                "/imports.xhtml",
                "/import.xhtml",
                "/medical-questions.xhtml",
                "/connectors.xhtml",
                "/settings.xhtml",
                "/system-tables.xhtml",
                "/system-tables.xhtml?table=tags&entry=new",
                "/custom-fields.xhtml?field=new",
                "/company-entities.xhtml?entity=1",
                "/letterhead.xhtml?entity=1",
                "/statement.xhtml?customer=" + id,
                "/statement.xhtml?customer=" + id + "&asOf=wrong",
                "/send-invoices.xhtml?customer=" + id,
                "/statement-runs.xhtml",
                "/templates.xhtml?template=INVOICE-en",
                "/audit.xhtml",
                "/users.xhtml",
                "/user.xhtml",
                "/roles.xhtml",
                "/role.xhtml",
                "/user-groups.xhtml",
                "/user-group.xhtml",
                "/api-keys.xhtml",
                "/webhooks.xhtml",
                "/webhook.xhtml",
                "/customer-batch.xhtml",
                "/kiosk-setup.xhtml",
                "/kiosk-entries.xhtml",
                "/password.xhtml");
    }

    private static void check(Page page, String path, List<String> wrong) {
        Response response = page.navigate(path);
        if (response == null || response.status() != 200) {
            wrong.add(path + " answered " + (response == null ? "nothing" : response.status()));
        }
        Browser.axe(page)
                .analyze()
                .getViolations()
                .forEach(v -> wrong.add(path + ": " + v.getImpact() + " " + v.getId() + " "
                        + v.getNodes().get(0).getHtml()));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.evaluate(SETTLED);
        ((List<?>) page.evaluate(CONTRAST)).forEach(violation -> wrong.add(path + " in the dark: " + violation));
        page.setViewportSize(NARROW, HIGH);
        page.evaluate(SETTLED);
        Object over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        if (((Number) over).intValue() > 0) {
            wrong.add(path + " runs over a narrow screen by " + over);
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        if (LOOKED_AT_ZOOMED.contains(path.replaceAll("=\\d+", "="))) {
            page.setViewportSize(ZOOMED, ZOOMED_HIGH);
            page.evaluate(SETTLED);
            ((List<?>) page.evaluate(CUT_OFF)).forEach(cut -> wrong.add(path + " at 200 %: " + cut));
            Object beside = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
            if (((Number) beside).intValue() > 0) {
                wrong.add(path + " at 200 % runs over by " + beside);
            }
        }
        page.setViewportSize(WIDE, HIGH);
    }
}
