package org.kontor.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Browser;
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
        assertThat(page.locator("main")).not().containsText("PENDING");
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Merge").setExact(true))
                .click();
        page.locator("#k-ask [data-k-ask-yes]").click();
        assertThat(page.locator("h1")).hasText("Stays " + word);
        assertThat(page.locator("body")).containsText("became one with");

        page.navigate("/customer.xhtml?id=" + source);
        assertThat(page.locator("h1")).hasText("Stays " + word);
        page.navigate("/customer-edit.xhtml?id=" + source);
        page.waitForURL("**/customer-edit.xhtml?id=" + target);
        page.navigate("/statement.xhtml?customer=" + source);
        page.waitForURL("**/statement.xhtml?customer=" + target);

        page.navigate("/merge.xhtml?id=" + target);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Take back"))
                .first()
                .click();
        assertThat(page.locator("main")).containsText("there again as they were");
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
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
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
    }

    /**
     * S3-47, S3-51 to S3-54: who looks like a customer is told on entry, found by the search, and decided side by side. S3-56: the
     * one created first is what the other is merged into.
     */
    @Test
    void duplicatesAreToldOnEntryFoundAndDecided(KontorServer kontor, Api api, Page page) {
        String word = "Ibis" + Long.toString(System.nanoTime(), 36);
        String apart = person(api, "Una", "A" + word);
        String namesake = person(api, "Una", "A" + word);
        person(api, "Vera", "B" + word);
        person(api, "Wera", "B" + word);
        String kept = person(api, "Wanda", "C" + word);
        kontor.signIn(page);
        page.navigate("/customer-edit.xhtml");
        page.getByLabel("Residential").check();
        page.getByLabel("First name").fill("Wanda");
        page.getByLabel("Last name").fill("C" + word);
        page.getByLabel("Birthdate").fill("1971-06-24");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create customer"))
                .click();
        assertThat(page.locator("#k-alike")).containsText("Wanda C" + word);
        assertThat(page.locator("#k-alike")).containsText("Birthdate: the same");
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
        page.getByText("Create anyway").click();
        assertThat(page.locator("h1")).hasText("Wanda C" + word);
        String made = page.url().replaceAll(".*id=", "");

        page.navigate("/customers.xhtml");
        page.locator("main")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Find duplicates"))
                .click();
        String former = api.get("/api/v1/duplicate-searches").text("/items/0/id");
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Find duplicates"))
                .first()
                .click();
        api.await(
                "/api/v1/duplicate-searches",
                reply -> !reply.text("/items/0/id").equals(former)
                        && reply.text("/items/0/state").equals("SUCCEEDED"));
        // A page of its own: the one that watches the search goes on by itself.
        decide(page.context().newPage(), word, kept, made);
        String left = api.get("/api/v1/customers/" + apart + "/duplicates")
                .expect(200)
                .body();
        assertFalse(left.contains("\"customerId\":" + namesake + ","), left);
    }

    private static void decide(Page page, String word, String kept, String made) {
        page.navigate("/duplicates.xhtml");
        assertThat(page.getByText("pairs look alike.")).isVisible();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Certain").setExact(true))
                .click();
        page.waitForURL("**/duplicates.xhtml?band=certain");
        Locator group = group(page, "Una A" + word);
        assertThat(group).containsText("Last name: the same");
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
        group.getByText("Not a duplicate").click();
        assertThat(page.locator("body")).containsText("will not be shown together again");
        assertThat(group).hasCount(0);
        group(page, "Vera B" + word).getByText("Later").click();
        assertThat(page.locator("body")).containsText("will be shown again in a month");
        group(page, "Wanda C" + word)
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Merge…"))
                .click();
        page.waitForURL("**/merge.xhtml?id=" + kept + "&with=" + made);
    }

    /** The group of this customer, on whichever page of the queue it is. */
    private static Locator group(Page page, String name) {
        Locator group =
                page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Customers who look like " + name));
        assertThat(page.locator("#queue")).isVisible();
        while (group.count() == 0) {
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Next groups"))
                    .click();
            page.waitForLoadState();
        }
        return group;
    }

    private static String person(Api api, String first, String last) {
        return api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"RESIDENTIAL\",\"firstName\":\"" + first
                                + "\",\"lastName\":\"" + last + "\",\"birthdate\":\"1971-06-24\"}")
                .expect(201)
                .text("/id");
    }
}
