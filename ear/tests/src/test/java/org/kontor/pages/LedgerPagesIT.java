package org.kontor.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** What a clerk does all day: an invoice, the payment for it, money applied and taken back. */
@BrowserTest
@ExtendWith(OnKontor.class)
class LedgerPagesIT {

    @Test
    void anInvoiceIsWrittenPaidAppliedAndTakenBack(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Clerk's Own");
        // Of its own: with a rate on the list the form offers the list, whatever other tests put on it.
        String tax = "L" + System.nanoTime() % 1_000_000_000;
        api.post("/api/v1/tax-rates", "{\"code\":\"" + tax + "\",\"name\":\"Tax\",\"percent\":\"19\"}")
                .expect(201);
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + id);
        page.locator("summary", new Page.LocatorOptions().setHasText("Actions")).click();
        link(page, "New invoice").click();
        fill(page, "form:lines:0:description", "Work");
        fill(page, "form:lines:0:quantity", "3");
        fill(page, "form:lines:0:unitPrice", "40.50");
        page.locator("[id='form:lines:0:taxCode']").selectOption(tax);
        assertThat(page.locator("[id='form:totals']")).containsText("144.59");
        button(page, "Save and issue").click();
        assertThat(page.locator("h1")).containsText("Invoice ");
        assertThat(page.locator(".k-rec")).containsText("Open");
        assertThat(page.locator(".k-rec-meta")).containsText("144.59 USD");
        String invoice = page.locator("h1").textContent();

        link(page, "Record payment").click();
        fill(page, "form:amount", "100");
        assertThat(page.locator("[id='form:settled']")).containsText("100.00 USD to " + invoice);
        page.locator("[id='form:allocation']").selectOption("NONE");
        assertThat(page.locator("[id='form:settled']")).containsText("100.00 USD stays unapplied");
        button(page, "Record payment").click();
        assertThat(page.locator("h1")).containsText("Payment");
        assertThat(page.locator(".k-rec-meta")).containsText("Unapplied 100.00 USD");

        Locator amount = page.locator("[id='apply:lines:0:amount']");
        amount.fill("200");
        amount.blur();
        assertThat(page.locator("#apply")).containsText("Apply at most 144.59 USD");
        amount.fill("60");
        amount.blur();
        assertThat(page.locator("[id='apply:lines:0:after']")).hasText("84.59");
        assertThat(page.locator("[id='apply:outcome']")).containsText("40.00 stays unapplied");
        button(page, "Apply").click();
        assertThat(page.locator(".k-rec-meta")).containsText("Unapplied 40.00 USD");
        page.navigate("/customer.xhtml?id=" + id);
        assertThat(page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Customer details")))
                .containsText("84.59 USD");

        page.navigate("/customer.xhtml?id=" + id + "&tab=transactions");
        page.locator("#transactions tbody tr")
                .filter(new Locator.FilterOptions().setHasText("Payment"))
                .getByRole(AriaRole.LINK)
                .click();
        page.locator("#applied")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("Take back")))
                .click();
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).containsText("60.00 USD: " + invoice + " is owed again");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take back"))
                .click();
        assertThat(dialog).containsText("Say why");
        page.locator("[id='take-back:reason']").fill("Wrong invoice");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Take back"))
                .click();
        assertThat(page.locator(".k-rec-meta")).containsText("Unapplied 100.00 USD");
        assertThat(page.locator("#applied tbody tr")).hasCount(2);
        assertThat(page.locator("#applied")).containsText("Wrong invoice");
    }

    /** S4-57: a company names a template, says which ways to pay it offers, and a customer gets it. */
    @Test
    void aCustomerHasAnInvoiceTemplateWithItsOwnWaysToPay(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Printed Matters");
        String code = "T" + System.nanoTime() % 1_000_000_000;
        api.post(
                        "/api/v1/system-tables/invoice-templates",
                        "{\"name\":\"Export " + code + "\",\"code\":\"" + code + "\"}")
                .expect(201);
        kontor.signIn(page);
        page.navigate("/templates.xhtml");
        link(page, "Export " + code).click();
        page.locator("[id='offerForm:language']").selectOption("de");
        page.getByLabel("Check", new Page.GetByLabelOptions().setExact(true)).check();
        page.locator("[id='offerForm:saveOffer']").click();
        assertThat(page.locator("section", new Page.LocatorOptions().setHasText("Export " + code))
                        .last())
                .containsText("GermanCheck");
        page.navigate("/customer.xhtml?id=" + id);
        page.locator("summary", new Page.LocatorOptions().setHasText("Actions")).click();
        button(page, "Invoice template").click();
        page.locator("[id='templateForm:template']").selectOption(code);
        page.locator("[id='templateForm:save']").click();
        assertThat(page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Customer details")))
                .containsText("Export " + code);
        page.navigate("/invoice-edit.xhtml?customer=" + id);
        assertThat(page.locator("[id='form:template']")).hasValue(code);
        String path = "/api/v1/customers/" + id + "/invoice-template";
        assertEquals(code, api.get(path).expect(200).text("/template"));
        assertEquals(
                422,
                api.send("PUT", path, "application/json", "{\"template\":\"NOBODY\"}")
                        .status());
        String draft = "{\"customerId\":" + id + ",\"lines\":[]}";
        assertEquals(code, api.post("/api/v1/invoices", draft).expect(201).text("/template"));
    }

    /** S4-19, S4-69, S4-70, S4-71, S4-72. */
    @Test
    void aCreditNeedsAnAmountOfItsCurrencyAndShowsWhatItSettles(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Credited Works");
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + id);
        page.locator("summary", new Page.LocatorOptions().setHasText("Actions")).click();
        link(page, "Add credit").click();
        button(page, "Add credit").click();
        assertThat(page.locator("[id='form:amount-error'], #amount-error")).containsText("Enter an amount");
        refused(page, "0", "greater than zero");
        refused(page, "1.001", "at most 2 decimals");
        refused(page, "-1", "greater than zero");
        refused(page, "many", "Write a number such as 1,234.50");
        fill(page, "form:amount", "25.50");
        fill(page, "form:description", "For the long wait");
        assertThat(page.locator("[id='form:settled']")).containsText("25.50 USD stays unapplied");
        button(page, "Add credit").click();
        assertThat(page.locator(".k-rec-meta")).containsText("Unapplied 25.50 USD");
        assertThat(page.locator("#main")).containsText("For the long wait");
    }

    @Test
    void anInvoiceIsDisputedWrittenOffAndAnotherOneVoided(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Doubtful Works");
        kontor.signIn(page);
        page.navigate("/invoice.xhtml?id=" + issued(api, id));
        button(page, "Dispute").click();
        answer(page, "dispute", "Not delivered");
        assertThat(page.locator(".k-rec")).containsText("Disputed");
        assertThat(page.locator("#main")).containsText("Not delivered");
        link(page, "End dispute").click();
        assertThat(page.locator(".k-rec")).not().containsText("Disputed");
        button(page, "Write off").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("80.00 USD is given up");
        answer(page, "write-off", "Insolvent");
        assertThat(page.locator(".k-rec")).containsText("Written off");
        button(page, "Take back write-off").click();
        answer(page, "reinstate", "Paid after all");
        assertThat(page.locator(".k-rec-meta")).containsText("Left of it 80.00 USD");
        assertThat(page.locator("#main")).containsText("write-off taken back");
        page.navigate("/invoice.xhtml?id=" + issued(api, id));
        button(page, "Void").click();
        answer(page, "void", "Sent twice");
        assertThat(page.locator(".k-rec")).containsText("Void");
        assertThat(page.locator("#main")).containsText("Sent twice");
        assertThat(page.locator("#main")).containsText("Invoice voided");
    }

    @Test
    void aDraftThatSomebodyElseChangedIsComparedAndBadLinesAreNamed(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Drafted Works");
        String draft = api.post(
                        "/api/v1/invoices",
                        "{\"customerId\":" + id
                                + ",\"terms\":\"Net 30\",\"lines\":[{\"description\":\"Work\",\"unitPrice\":\"10\"}]}")
                .expect(201)
                .text("/id");
        kontor.signIn(page);
        page.navigate("/invoice-edit.xhtml?id=" + draft);
        link(page, "Add line").click();
        fill(page, "form:lines:1:unitPrice", "ten");
        button(page, "Save draft").click();
        assertThat(page.locator("[id='form:lines:1:unitPrice-error']")).containsText("Write a number such as 1,234.50");
        fill(page, "form:lines:1:unitPrice", "10");
        button(page, "Save draft").click();
        assertThat(page.locator("[id='form:lines:1:description-error']")).containsText("Say what is charged");
        fill(page, "form:lines:1:description", "More");
        fill(page, "form:terms", "Net 10");
        api.patch("/api/v1/invoices/" + draft, "{\"terms\":\"Net 60\"}").expect(200);
        button(page, "Save draft").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Net 60");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(page.locator("#main")).containsText("Net 10");
        assertThat(page.locator("#main")).containsText("20.00 USD");
    }

    @Test
    void aPaymentGoesBackAndAnOpeningBalanceComesIn(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Refunded Works");
        String payment = api.post(
                        "/api/v1/payments",
                        "{\"customerId\":" + id + ",\"amount\":\"50.00\",\"currency\":\"USD\",\"reference\":\"R-1\"}")
                .expect(201)
                .text("/id");
        kontor.signIn(page);
        page.navigate("/item.xhtml?id=" + payment);
        button(page, "Refund").click();
        page.locator("[id='refund:amount']").fill("60");
        page.locator("[id='refund:reason']").fill("Paid twice");
        page.locator("[id='refund:do']").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Refund less");
        page.locator("[id='refund:amount']").fill("20");
        page.locator("[id='refund:do']").click();
        assertThat(page.locator(".k-rec-meta")).containsText("Unapplied 30.00 USD");
        assertThat(page.locator("#main")).containsText("Paid twice");
        page.navigate("/opening-edit.xhtml?customer=" + id);
        fill(page, "form:amount", "12.30");
        fill(page, "form:number", "OLD-9");
        button(page, "Opening balance").click();
        assertThat(page.locator("h1")).hasText("Opening balance OLD-9");
        assertThat(page.locator(".k-rec-meta")).containsText("Left of it 12.30 USD");
    }

    @Test
    void listsAreNarrowedAndLeaveAsFiles(KontorServer kontor, Api api, Page page) throws IOException {
        long id = PagesIT.customer(api, "Listed Works");
        String invoice = issued(api, id);
        api.post(
                        "/api/v1/payments",
                        "{\"customerId\":" + id
                                + ",\"amount\":\"50.00\",\"currency\":\"USD\",\"reference\":\"L-77\",\"allocation\":\"NONE\"}")
                .expect(201);
        kontor.signIn(page);
        link(page, "Invoices").click();
        page.getByLabel("Customer ID").fill(Long.toString(id));
        page.getByLabel("Status").selectOption("OPEN");
        button(page, "Show").click();
        assertThat(page.locator("#list tbody tr")).hasCount(1);
        assertThat(page.locator("#list tbody")).containsText("80.00");
        Download invoices =
                page.waitForDownload(() -> button(page, "Export CSV").click());
        assertTrue(Files.readString(invoices.path()).contains("\n" + invoice + ",INVOICE,"));
        page.navigate("/invoices.xhtml?status=NONSENSE");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choose a status");
        link(page, "Payments").click();
        page.getByLabel("Reference").fill("L-77");
        page.getByLabel("With something unapplied").check();
        button(page, "Show").click();
        assertThat(page.locator("#list tbody tr")).hasCount(1);
        Download payments =
                page.waitForDownload(() -> button(page, "Export CSV").click());
        assertTrue(Files.readString(payments.path()).contains("L-77"));
        page.getByLabel("Reference").fill("nothing-has-this");
        button(page, "Show").click();
        assertThat(page.locator("#main")).containsText("Nothing matches");
    }

    @Test
    void theLedgerIsProvedWhenSomebodyAsks(KontorServer kontor, Api api, Page page) {
        issued(api, PagesIT.customer(api, "Proved Works"));
        kontor.signIn(page);
        page.navigate("/ledger-proof.xhtml");
        button(page, "Prove the ledger").click();
        assertThat(page.locator("#form .k-banner")).containsText("The ledger holds");
        assertThat(page.locator("#main")).containsText("Every posting is zero in each currency");
        assertThat(page.locator("#main")).containsText("Revenue");
    }

    private static String issued(Api api, long customer) {
        return api.post(
                        "/api/v1/invoices",
                        "{\"customerId\":" + customer
                                + ",\"status\":\"OPEN\",\"currency\":\"USD\",\"lines\":[{\"description\":\"Work\",\"unitPrice\":\"80\"}]}")
                .expect(201)
                .text("/id");
    }

    private static void refused(Page page, String amount, String cure) {
        fill(page, "form:amount", amount);
        button(page, "Add credit").click();
        // The error is there when the field is left already, and the answer of the button puts this amount back into
        // the field.
        page.waitForFunction("() => PrimeFaces.ajax.Queue.isEmpty()");
        assertThat(page.locator("#amount-error")).containsText(cure);
        assertThat(page).hasURL(Pattern.compile(".*credit-edit.*"));
    }

    private static void answer(Page page, String dialog, String reason) {
        page.locator("[id='" + dialog + ":reason']").fill(reason);
        page.locator("[id='" + dialog + ":do']").click();
    }

    private static void fill(Page page, String id, String value) {
        Locator input = page.locator("[id='" + id + "']");
        input.fill(value);
        input.blur();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
