package org.kontor.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** A file of no known format: its columns are assigned, it comes in, is exported, corrected and taken back. */
@BrowserTest
@ExtendWith(OnKontor.class)
class ImportFollowUpPagesIT {

    private static final String FILE = "Vorname,Nachnahme,Mail,Geburtsdatum,Kundenart\n"
            + "Mapped,Paging,mapped@example.org,05/06/1991,privat\nBroken,Paging,nothing@,,privat\n";

    /** S3-25, S3-32, X-12. */
    @Test
    void anUnknownFileIsAssignedImportedShownExportedAndUndone(KontorServer kontor, Page page) {
        kontor.signIn(page);
        page.navigate("/import.xhtml");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("shop.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        page.waitForURL("**/import.xhtml?id=*");
        button(page, "Continue").click();
        page.waitForURL("**map=true*");
        shot(page, "mapping");
        assertThat(page.locator("main")).containsText("The name is nearly one of this field");
        page.getByLabel("Day first: 1991-06-05").check();
        page.getByLabel("Field for Kundenart").selectOption("");
        button(page, "Start dry run").click();
        assertThat(page.locator("main")).containsText("Nothing has been saved");
        button(page, "Import 1 customer").click();
        assertThat(page.locator(".k-banner-ok")).containsText("1 customer imported");
        shot(page, "result");
        String result = page.url();

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Show imported customers"))
                .click();
        page.waitForURL("**importId=*");
        assertThat(page.locator("main")).containsText("Mapped Paging");
        assertEquals(
                "customers.csv",
                page.waitForDownload(() -> button(page, "Export").click()).suggestedFilename());

        page.navigate(result);
        button(page, "Undo import").click();
        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("stays as it is");
        shot(page, "undo");
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON)
                .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Undo import"))
                .click();
        assertThat(page.locator("main")).containsText("1 removed + 0 restored + 0 kept");
        shot(page, "undone");
        assertTrue(page.url().contains("/import.xhtml?id="), page.url());
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/shots/import-" + name + ".png")));
    }
}
