package org.kontor.shipping;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kontor.harness.Browser;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;

/** The first minutes of whoever just installed Kontor. */
@BrowserTest
class FirstDayIT {

    private static final Pattern ONCE = Pattern.compile("Sign in as: +admin, password (\\S+)");

    @Test
    void thePrintedPasswordOpensItOnceAndDemoDataAreOneClickAway() {
        try (KontorServer kontor = KontorServer.start(Map.of("kontor.admin.password", ""))) {
            Matcher printed = ONCE.matcher(kontor.printed());
            assertTrue(printed.find(), kontor.printed());
            Page page = Browser.page(kontor.base());
            kontor.signIn(page, "admin", printed.group(1));
            page.getByLabel("Current password").fill(printed.group(1));
            page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                    .fill("Quiet-Harbour-2741");
            page.getByLabel("New password, once more").fill("Quiet-Harbour-2741");
            page.keyboard().press("Enter");
            assertThat(page.locator("main")).containsText("Nothing is owed");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Load demo data"))
                    .click();
            page.waitForURL("**/import.xhtml?id=*");
            assertEquals(
                    48,
                    kontor.api()
                            .get("/api/v1/customers?limit=100")
                            .expect(200)
                            .at("/items")
                            .size());
            page.navigate("/dashboard.xhtml");
            assertThat(page.locator("main")).not().containsText("Nothing is owed");
            assertThat(page.locator("main")).containsText("Days sales outstanding");
            assertEquals(
                    0,
                    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Load demo data"))
                            .count());
            page.context().close();
        }
    }
}
