package org.kontor.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** What is owed, on the record, in the aging report and on the dashboard. */
@BrowserTest
@ExtendWith(OnKontor.class)
class ReceivablePagesIT {

    private static final Pattern FOOT = Pattern.compile("<tfoot.*?>(.*?)</tfoot>", Pattern.DOTALL);

    /** S4-48, S4-54, S4-68, S4-131. */
    @Test
    void whatACustomerOwesStandsOnTheRecord(KontorServer kontor, Api api, Page page) {
        long id = owing(api, "Owing Works");
        api.post(
                        "/api/v1/payments",
                        "{\"customerId\":" + id
                                + ",\"amount\":\"1000.00\",\"method\":\"CHECK\",\"reference\":\"C-77\"}")
                .expect(201);
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + id + "&tab=transactions");
        assertThat(page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Customer details")))
                .containsText("234.50 USD");
        assertThat(page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Customer details")))
                .containsText("1,000.00 USD");
        Locator rows = page.locator("#transactions tbody tr");
        assertThat(rows).hasCount(2);
        assertThat(rows.nth(0)).containsText("Payment");
        assertThat(rows.nth(0)).containsText("234.50");
        assertThat(rows.nth(1)).containsText("1,234.50");
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Which transactions"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Payments"))
                .click();
        assertThat(rows).hasCount(1);
        page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Customer details"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("234.50 USD"))
                .click();
        assertThat(page.locator("h1")).hasText("Aging");
        assertThat(page.locator("#rows tbody tr")).hasCount(1);
        assertThat(page.locator("#rows tbody")).containsText("Owing Works");
    }

    /** S4-133: a plan is agreed with what the preview shows, and a payment settles its first instalment. */
    @Test
    void aPaymentPlanIsAgreedAndItsFirstInstalmentPaid(KontorServer kontor, Api api, Page page) {
        long id = owing(api, "Paying Works");
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + id);
        Locator tabs = page.getByRole(
                AriaRole.LINK,
                new Page.GetByRoleOptions().setName("Payment Plans").setExact(true));
        assertThat(page.locator("h1")).hasText("Paying Works");
        assertThat(tabs).hasCount(0);
        page.getByText("Actions", new Page.GetByTextOptions().setExact(true)).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New payment plan"))
                .click();
        page.getByLabel("First date")
                .fill(LocalDate.now(ZoneOffset.UTC).plusDays(7).toString());
        page.getByLabel("Number of instalments").fill("six");
        page.getByLabel("Number of instalments").press("Tab");
        assertThat(page.locator(".k-err")).containsText("whole number");
        page.getByLabel("Number of instalments").fill("3");
        page.getByLabel("Number of instalments").press("Tab");
        assertThat(page.locator("[id='form:seen'] tbody tr")).hasCount(3);
        assertThat(page.locator("[id='form:seen']")).containsText("411.50 USD");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Agree payment plan"))
                .click();
        Locator rows = page.locator("#instalments tbody tr");
        assertThat(rows).hasCount(3);
        assertThat(rows.nth(0)).containsText("Open");
        api.post("/api/v1/payments", "{\"customerId\":" + id + ",\"amount\":\"500.00\"}")
                .expect(201);
        page.reload();
        assertThat(rows.nth(0)).containsText("Paid");
        assertThat(rows.nth(1)).containsText("Partly paid");
        page.navigate("/customer.xhtml?id=" + id + "&tab=transactions");
        assertThat(page.locator("#transactions tbody")).containsText("In a payment plan");
        tabs.click();
        assertThat(page.locator("#plans")).containsText("1 of 3 instalments paid");
        page.locator("#plans li a").first().click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel payment plan"))
                .first()
                .click();
        page.getByLabel("Reason").fill("Moved away");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel payment plan"))
                .click();
        assertThat(page.locator("main")).containsText("Moved away");
    }

    /** S4-68. */
    @Test
    void theDashboardLeadsToTheItemsAndTheTableIsAFile(KontorServer kontor, Api api, Page page) throws IOException {
        owing(api, "Charted Works");
        kontor.signIn(page);
        page.waitForURL("**/dashboard.xhtml");
        page.navigate("/dashboard.xhtml?currency=USD");
        assertThat(page.locator(".k-tile")).hasCount(4);
        Locator open = page.locator(".k-tile").nth(0).getByRole(AriaRole.LINK).first();
        String amount = open.textContent();
        open.click();
        assertThat(page.locator("#rows tbody")).containsText("Charted Works");
        assertThat(page.locator("#rows tfoot")).containsText(amount);
        Download file = page.waitForDownload(
                () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Export CSV"))
                        .click());
        assertTrue(Files.readString(file.path()).contains("Charted Works"));
    }

    @Test
    void everyNumberOfTheDashboardLeadsToRowsOfTheSameSumAndEveryTableIsAFile(KontorServer kontor, Api api, Page page)
            throws IOException {
        owing(api, "Followed Works");
        kontor.signIn(page);
        page.navigate("/dashboard.xhtml?currency=USD&period=THIS_YEAR");
        List<String> wrong = new ArrayList<>();
        Map<String, String> leads = new LinkedHashMap<>();
        for (Locator link : page.locator("main dd a, main td.k-num a").all()) {
            String to = link.getAttribute("href");
            if (to.contains("xhtml") && link.textContent().matches("-?[\\d.,]+")) {
                leads.put(to + " " + link.textContent(), to);
            }
        }
        assertTrue(leads.size() > 20, leads.toString());
        Map<String, String> sums = new HashMap<>();
        leads.forEach((lead, to) -> {
            String number = lead.substring(to.length() + 1);
            String sum = sums.computeIfAbsent(to, address -> sumOf(page, address));
            boolean nothing = number.matches("[0.,]+") && sum.isEmpty();
            if (!nothing && !sum.contains(number) && !lead.contains("figure-rows.xhtml?kind=SALES")) {
                wrong.add(lead + " -> " + sum);
            }
        });
        assertEquals(List.of(), wrong);

        page.navigate("/dashboard.xhtml?currency=USD&period=THIS_YEAR");
        for (Locator button : page.locator("main form[id^=csv] button").all()) {
            Download file = page.waitForDownload(button::click);
            String csv = Files.readString(file.path());
            assertTrue(csv.startsWith("Currency,") && csv.contains("USD"), csv);
        }
        page.locator("main svg a").first().click();
        assertThat(page.locator("#rows tfoot")).isVisible();
    }

    /** What the page says below its rows; read, not drawn, because a dashboard leads to some fifty of them. */
    private static String sumOf(Page page, String address) {
        APIResponse answer = page.request().get(address);
        assertEquals(200, answer.status(), address);
        Matcher foot = FOOT.matcher(answer.text());
        return foot.find() ? foot.group(1).replaceAll("<[^>]*>", "") : "";
    }

    @Test
    void whatIsWrongInTheAddressOfTheAgingReportIsSaid(KontorServer kontor, Page page) {
        kontor.signIn(page);
        page.navigate("/aging.xhtml?asOf=31.12.2026&buckets=many");
        assertThat(page.getByRole(AriaRole.ALERT)).hasCount(2);
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("2026-11-21");
    }

    /** S4-132: made with what the preview shows; paused, resumed and cancelled on its page. */
    @Test
    void aSubscriptionIsMadePausedAndCancelled(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Recurring Works");
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + id + "&tab=subscriptions");
        assertThat(page.locator("#subscriptions")).containsText("No subscriptions");
        page.locator("#subscriptions")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("New subscription"))
                .click();
        page.locator("[id='form:description']").fill("Hosting");
        page.getByLabel("Billing start date")
                .fill(LocalDate.now(ZoneOffset.UTC).plusDays(7).toString());
        page.locator("[id='form:lines:0:description']").fill("Server");
        page.getByLabel("Unit price").fill("120");
        page.getByLabel("Interval").selectOption("YEARLY");
        assertThat(page.locator("[id='form:seen']")).containsText("10.00");
        page.getByLabel("Days of trial").fill("900");
        page.getByLabel("Days of trial").press("Tab");
        assertThat(page.locator("main")).containsText("Enter a number from 0 to 730.");
        page.getByLabel("Days of trial").fill("3");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save subscription"))
                .click();
        assertThat(page.locator("h1")).hasText("Hosting");
        assertThat(page.locator("#sn + span")).hasText("Trial");
        page.getByText("Pause", new Page.GetByTextOptions().setExact(true)).click();
        page.locator("[data-k-ask-yes]").click();
        assertThat(page.locator("#sn + span")).hasText("Paused");
        page.getByText("Resume", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#sn + span")).hasText("Trial");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Cancel subscription"))
                .first()
                .click();
        page.getByLabel("When").selectOption("NOW");
        page.getByLabel("Reason").fill("Moved away");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel subscription"))
                .click();
        assertThat(page.locator("#sn + span")).hasText("Cancelled");
        assertThat(page.locator("main")).containsText("Moved away");
    }

    private static long owing(Api api, String name) {
        long id = PagesIT.customer(api, name);
        api.post(
                        "/api/v1/invoices",
                        "{\"customerId\":" + id + ",\"status\":\"OPEN\",\"currency\":\"USD\","
                                + "\"lines\":[{\"description\":\"Work\",\"quantity\":\"1\",\"unitPrice\":\"1234.50\"}]}")
                .expect(201);
        return id;
    }
}
