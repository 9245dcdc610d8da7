package org.kontor.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Browser;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** Deleting a customer for good, by page. */
@BrowserTest
@ExtendWith(OnKontor.class)
class ErasurePagesIT {

    /** S4-89, S4-90, S4-101, S4-103. */
    @Test
    void theNameIsTypedAndThenTheCustomerIsGone(KontorServer kontor, Api api, Page page) {
        String name = "Farewell " + Long.toString(System.nanoTime(), 36);
        long id = PagesIT.customer(api, name);
        kontor.signIn(page);
        page.navigate("/customers.xhtml?q=" + name.replace(" ", "%20"));
        page.getByLabel("Choose " + name).check();
        page.locator(".k-batch").getByText("Delete for good").click();
        page.waitForURL("**/customer-erase.xhtml?id=" + id);
        page.navigate("/customer.xhtml?id=" + id);
        page.locator("summary", new Page.LocatorOptions().setHasText("Actions")).click();
        page.locator(".k-menu").getByText("Delete for good").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(name);
        assertThat(page.locator("main")).containsText("Archive instead?");
        assertThat(page.locator("main")).containsText("Nothing is deleted in an accounting system");
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
        looks(page, "erase");
        page.getByLabel("Type “").fill("Somebody else");
        press(page);
        assertThat(page.locator(".k-err").first()).containsText("exactly as it is shown");
        looks(page, "erase-wrong");
        page.getByLabel("Type “").fill(name);
        press(page);
        page.waitForURL("**/erasures.xhtml?id=*");
        assertThat(page.locator("main")).containsText("Complete");
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Download certificate")))
                .isVisible();
        looks(page, "erasure");
        Response gone = page.navigate("/customer.xhtml?id=" + id);
        assertEquals(410, gone.status());
        assertThat(page.locator("main")).containsText("was erased for good");
        looks(page, "erased");
        page.navigate("/erasures.xhtml");
        assertThat(page.locator("main")).containsText(Long.toString(id));
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
    }

    /** S4-103. */
    @Test
    void archivingIsTheAlternative(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Rather Kept");
        kontor.signIn(page);
        page.navigate("/customer-erase.xhtml?id=" + id);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Archive"))
                .click();
        assertThat(page.locator(".k-rec-line")).containsText("Archived");
    }

    /** Light and dark, wide and narrow; nothing sticks out. */
    private static void looks(Page page, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : List.of(360, 1280)) {
                page.setViewportSize(width, 900);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/shots/" + name + "-" + width + "-" + scheme + ".png")));
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(360, 900);
        assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= 360"), name);
        page.setViewportSize(1280, 900);
    }

    private static void press(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete for good"))
                .click();
    }
}
