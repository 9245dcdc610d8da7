package org.kontor.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Browser;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** One payment over a customer tree, by the file of an advice: over REST and on its page. */
@BrowserTest
@ExtendWith(OnKontor.class)
class RemittanceIT {

    @Test
    void anAdviceIsReadPreviewedRecordedOnceAndTakenBack(Api api) {
        long parent = customer(api, "Remitting Group", "PARENT", "");
        long child = customer(api, "Remitting Branch", "CHILD", ",\"parentId\":" + parent);
        String first = issued(api, parent, "100.00");
        String second = issued(api, child, "50.00");
        byte[] file = ("Invoice;Amount\n" + first + ";100,00\n" + second + ";40,00\nNONE-1;7,00\n")
                .getBytes(StandardCharsets.UTF_8);

        Api.Reply read = api.upload("/api/v1/remittances/read", "advice.csv", file, Map.of());
        String lines = read.expect(200).at("/lines").toString();
        String body =
                "{\"customerId\":" + parent + ",\"amount\":\"150.00\",\"reference\":\"W-1\",\"lines\":" + lines + "}";
        Api.Reply preview = api.post("/api/v1/remittances/preview", body).expect(200);
        assertEquals("140.00", preview.text("/applied"));
        assertEquals("NOT_FOUND", preview.text("/lines/2/outcome"));
        assertEquals("10.00", preview.text("/unapplied"));

        Api.Reply done = api.post("/api/v1/remittances", body).expect(201);
        String path = "/api/v1/remittances/" + done.text("/id");
        assertTrue(done.header("Location").orElse("").endsWith(path), done.toString());
        assertEquals("SHORT", api.get(path).expect(200).text("/lines/1/outcome"));
        assertEquals(
                "REMITTANCE_RECORDED",
                api.post("/api/v1/remittances", body).expect(409).text("/code"));
        api.post(path + "/reverse", "{}").expect(422);
        assertEquals(
                "true",
                api.post(path + "/reverse", "{\"reason\":\"Sent back\"}")
                        .expect(200)
                        .text("/reversed"));
        api.post("/api/v1/remittances", body).expect(201);
        api.get("/api/v1/remittances/999999999").expect(404);
    }

    @Test
    void theDeskShowsWhatBecomesOfEachRowBeforeItIsRecorded(KontorServer kontor, Api api, Page page) {
        long parent = customer(api, "Paying Group", "PARENT", "");
        long child = customer(api, "Paying Branch", "CHILD", ",\"parentId\":" + parent);
        String number = issued(api, child, "50.00");
        kontor.signIn(page);
        page.navigate("/remittance.xhtml?customer=" + parent);
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "advice.csv",
                        "text/csv",
                        ("Invoice,Amount\n" + number + ",60.00\nNONE-2,1.00\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator("#form\\:seen tbody tr")).hasCount(2);
        assertThat(page.locator("#form\\:seen")).containsText("More than was open");
        assertThat(page.locator("#form\\:seen")).containsText("No invoice of this tree has this number");
        // The row of the upload fades away.
        assertThat(page.locator(".ui-fileupload-row")).hasCount(0);
        page.waitForFunction("document.getAnimations().length === 0");
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record payment"))
                .click();
        page.waitForURL("**/item.xhtml?id=*");
        assertThat(page.locator("main")).containsText("Paying Branch");
        assertThat(page.locator("main")).containsText("11.00");
    }

    private static long customer(Api api, String name, String type, String more) {
        return Long.parseLong(api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"" + type + "\",\"class\":\"BUSINESS\",\"companyName\":\"" + name + "\""
                                + more + "}")
                .expect(201)
                .text("/id"));
    }

    private static String issued(Api api, long customer, String price) {
        return api.post(
                        "/api/v1/invoices",
                        "{\"customerId\":" + customer + ",\"status\":\"OPEN\",\"currency\":\"USD\","
                                + "\"lines\":[{\"description\":\"Work\",\"quantity\":\"1\",\"unitPrice\":\"" + price
                                + "\"}]}")
                .expect(201)
                .text("/number");
    }
}
