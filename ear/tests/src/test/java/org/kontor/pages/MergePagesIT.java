package org.kontor.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** Merging from the record, and taking it back. */
@BrowserTest
@ExtendWith(OnKontor.class)
class MergePagesIT {

    /** S3-53, S3-54, S4-108, S4-126: chosen, looked at, done, followed by its former address, taken back. */
    @Test
    void fromTheRecordThroughThePreviewAndBack(KontorServer kontor, Api api, Page page) {
        String word = "heron" + Long.toString(System.nanoTime(), 36);
        long target = PagesIT.customer(api, "Stays " + word);
        long source = PagesIT.customer(api, "Goes " + word);
        api.patch("/api/v1/customers/" + source, "{\"website\":\"https://heron.example\"}")
                .expect(200);
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + target);
        page.locator("summary", new Page.LocatorOptions().setHasText("Actions")).click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Merge…"))
                .click();
        page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Find a customer by name or number"))
                .fill("Goes " + word);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Find").setExact(true))
                .click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Add Goes " + word))
                .click();
        assertThat(page.locator("main")).containsText("https://heron.example");
        assertThat(page.locator("main")).containsText("Timeline entries");
        assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations());
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Merge").setExact(true))
                .click();
        page.locator("#k-ask [data-k-ask-yes]").click();
        assertThat(page.locator("h1")).hasText("Stays " + word);
        assertThat(page.locator("body")).containsText("became one with");

        page.navigate("/customer.xhtml?id=" + source);
        assertThat(page.locator("h1")).hasText("Stays " + word);

        page.navigate("/merge.xhtml?id=" + target);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Take back"))
                .first()
                .click();
        assertThat(page.locator("main")).containsText("there again as they were");
        assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations());
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Take back").setExact(true))
                .click();
        assertThat(page.locator("h1")).hasText("Stays " + word);
        page.navigate("/customer.xhtml?id=" + source);
        assertThat(page.locator("h1")).hasText("Goes " + word);
    }

    /** What keeps customers from becoming one is told with its cure (S4-127). */
    @Test
    void blockersAreTold(KontorServer kontor, Api api, Page page) {
        String word = "crane" + Long.toString(System.nanoTime(), 36);
        long target = PagesIT.customer(api, "One " + word);
        String other = api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"Two " + word
                                + "\",\"currency\":\"EUR\"}")
                .expect(201)
                .text("/id");
        kontor.signIn(page);
        page.navigate("/merge.xhtml?id=" + target + "&with=" + other);
        assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("its currency is EUR");
        assertEquals(List.of(), new AxeBuilder(page).analyze().getViolations());
    }
}
