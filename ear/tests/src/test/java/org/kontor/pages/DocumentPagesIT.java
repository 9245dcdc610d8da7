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
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** Paper, from the record and for all customers. */
@BrowserTest
@ExtendWith(OnKontor.class)
class DocumentPagesIT {

    /** S4-23, S4-24. */
    @Test
    void aStatementIsShownInThePageAndDownloaded(KontorServer kontor, Api api, Page page) throws IOException {
        String customer = customer(api, "Statement Works");
        invoice(api, customer, "75.00");
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + customer);
        page.locator("summary", new Page.LocatorOptions().setHasText("Actions")).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Generate statement"))
                .click();
        assertThat(page.locator("h1")).hasText("Statement");
        String shown = page.locator("iframe").getAttribute("src");
        APIResponse file = page.request().get(kontor.base() + shown);
        assertEquals(200, file.status());
        assertEquals("application/pdf", file.headers().get("content-type"));
        assertEquals("SAMEORIGIN", file.headers().get("x-frame-options"));
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Download PDF"))
                        .click());
        assertTrue(Files.size(download.path()) > 10_000);
        page.navigate("/statement.xhtml?customer=" + customer + "&asOf=31.12.2026");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("2026-03-31");
        assertEquals(
                404,
                page.request()
                        .get(kontor.base() + "/documents/statements/999999999.pdf")
                        .status());
    }

    /** S4-16. */
    @Test
    void theChosenInvoicesAreDownloadedTogether(KontorServer kontor, Api api, Page page) throws IOException {
        String customer = customer(api, "Sending Works");
        String first = invoice(api, customer, "10.00");
        String second = invoice(api, customer, "20.00");
        kontor.signIn(page);
        page.navigate("/send-invoices.xhtml?customer=" + customer);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send by e-mail")))
                .isDisabled();
        page.getByLabel(first, new Page.GetByLabelOptions().setExact(true)).uncheck();
        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Download chosen invoices"))
                        .click());
        try (ZipFile archive = new ZipFile(download.path().toFile())) {
            assertEquals(
                    List.of("invoice-" + second + ".pdf"),
                    archive.stream().map(each -> each.getName()).toList());
        }
    }

    /** S4-16. */
    @Test
    void aLetterheadIsCheckedAndSaved(KontorServer kontor, Page page) {
        kontor.signIn(page);
        page.navigate("/letterhead.xhtml?entity=1");
        page.getByLabel("IBAN").fill("DE00 1234");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
        assertThat(page.locator("[id=iban-error]")).containsText("check digits");
        page.getByLabel("IBAN").fill("DE02 1203 0000 0000 2020 51");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Save").setExact(true))
                .click();
        assertThat(page.getByLabel("IBAN")).hasValue("DE02120300000000202051");
    }

    /** S4-23. */
    @Test
    void statementsForAllAreMadeAndDownloaded(KontorServer kontor, Api api, Page page) throws IOException {
        String customer = customer(api, "Many Works");
        invoice(api, customer, "5.00");
        kontor.signIn(page);
        page.navigate("/statement-runs.xhtml");
        Locator runs = page.locator("[id=runs] tbody tr");
        int earlier = runs.count();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make statements"))
                .click();
        // Earlier runs stand below.
        assertThat(runs).hasCount(earlier + 1);
        Locator latest = runs.first();
        assertThat(latest).containsText("Done");
        Download download =
                page.waitForDownload(() -> latest.getByRole(AriaRole.BUTTON).click());
        try (ZipFile archive = new ZipFile(download.path().toFile())) {
            assertTrue(archive.stream().anyMatch(each -> each.getName().startsWith(customer + "-statement-")));
        }
    }

    private static String customer(Api api, String name) {
        return api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"" + name + "\"}")
                .expect(201)
                .text("/id");
    }

    /** An issued invoice; its number. */
    private static String invoice(Api api, String customer, String price) {
        return api.post(
                        "/api/v1/invoices",
                        "{\"customerId\":" + customer
                                + ",\"status\":\"OPEN\",\"lines\":[{\"description\":\"Work\",\"unitPrice\":\"" + price
                                + "\"}]}")
                .expect(201)
                .text("/number");
    }
}
