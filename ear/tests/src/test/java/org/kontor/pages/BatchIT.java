package org.kontor.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** The same change to every customer of a list: counted first, then done. */
@BrowserTest
@ExtendWith(OnKontor.class)
class BatchIT {

    /** S1-22, S3-43: for a whole result. */
    @Test
    void everyCustomerOfTheListIsChangedAndNobodyElse(KontorServer kontor, Api api, Page page) {
        String word = "batch" + Long.toString(System.nanoTime(), 36);
        long one = PagesIT.customer(api, "First " + word);
        long two = PagesIT.customer(api, "Second " + word);
        long other = PagesIT.customer(api, "Other");
        kontor.signIn(page);
        page.navigate("/customers.xhtml?q=" + word);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change all"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Change 2 customers");
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
        press(page, "Start dry run");
        assertThat(page.locator(".k-summary")).containsText("Give the tag a text");
        page.getByLabel("Tag", new Page.GetByLabelOptions().setExact(true)).fill("Tag " + word);
        press(page, "Start dry run");
        assertThat(page.locator("main")).containsText("2 of 2 customers would change");
        assertEquals(0, tags(api, one));
        press(page, "Change 2 customers");
        assertThat(page.locator("main")).containsText("2 of 2 customers changed");
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
        assertEquals(List.of(1, 1, 0), List.of(tags(api, one), tags(api, two), tags(api, other)));

        page.navigate("/customer-batch.xhtml?q=" + word);
        page.getByLabel("Action").selectOption("ADD_FLAG");
        page.getByLabel("Flag", new Page.GetByLabelOptions().setExact(true)).selectOption("Behavior: Late");
        press(page, "Start dry run");
        press(page, "Change 2 customers");
        assertThat(page.locator("main")).containsText("2 of 2 customers changed");
        assertEquals(
                1,
                api.get("/api/v1/customers/" + one)
                        .expect(200)
                        .json()
                        .path("flags")
                        .size());
    }

    /** S1-22: for rows that are chosen one by one, by mouse and by keys, wherever in the list they stand. */
    @Test
    void chosenRowsAreChangedAndNobodyElse(KontorServer kontor, Api api, Page page) {
        String word = "chosen" + Long.toString(System.nanoTime(), 36);
        long one = PagesIT.customer(api, "A " + word);
        long two = PagesIT.customer(api, "B " + word);
        long three = PagesIT.customer(api, "C " + word);
        kontor.signIn(page);
        page.navigate("/customers.xhtml?q=" + word);
        Locator bar = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Chosen customers"));
        assertThat(bar).isHidden();
        page.getByLabel("Choose C " + word).check();
        assertThat(bar).containsText("1 customer chosen");
        page.locator("[id='list:find']").fill(word + " A");
        assertThat(page.getByLabel("Choose C " + word)).hasCount(0);
        assertThat(bar).containsText("1 customer chosen");
        page.locator("[id='list:find']").fill(word);
        assertThat(page.getByLabel("Choose C " + word)).isChecked();
        page.getByLabel("Choose C " + word).focus();
        page.keyboard().press("k");
        page.keyboard().press("k");
        page.keyboard().press("x");
        assertThat(page.getByLabel("Choose A " + word)).isChecked();
        assertThat(bar).containsText("2 customers chosen");
        page.getByLabel("Choose all on this page").check();
        assertThat(bar).containsText("3 customers chosen");
        page.getByLabel("Choose B " + word).uncheck();
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
        bar.getByText("Show only them").click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator(".k-chip").first()).containsText("Chosen");
        page.goBack();
        page.navigate("/customer-batch.xhtml?ids=" + three + "," + one);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Change 2 customers");
        page.getByLabel("Tag", new Page.GetByLabelOptions().setExact(true)).fill("Tag " + word);
        press(page, "Start dry run");
        press(page, "Change 2 customers");
        assertThat(page.locator("main")).containsText("2 of 2 customers changed");
        assertEquals(List.of(1, 0, 1), List.of(tags(api, one), tags(api, two), tags(api, three)));
        assertEquals(
                2,
                api.get("/api/v1/customers?ids=" + one + "," + two)
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
        api.get("/api/v1/customers?ids=one").expect(422);
    }

    /** S4-37, S4-38: for a whole result, and where they are found again. */
    @Test
    void aListIsArchivedFoundAgainAndBroughtBack(KontorServer kontor, Api api, Page page) {
        String word = "shelf" + Long.toString(System.nanoTime(), 36);
        PagesIT.customer(api, "First " + word);
        PagesIT.customer(api, "Second " + word);
        kontor.signIn(page);
        page.navigate("/customer-batch.xhtml?q=" + word);
        page.getByLabel("Action").selectOption("ARCHIVE");
        assertThat(page.getByLabel("Tag", new Page.GetByLabelOptions().setExact(true)))
                .hasCount(0);
        assertThat(page.getByLabel("User")).hasCount(0);
        press(page, "Start dry run");
        press(page, "Change 2 customers");
        assertThat(page.locator("main")).containsText("2 of 2 customers changed");

        page.navigate("/customers.xhtml?q=" + word);
        assertThat(page.locator("main")).containsText("No customer matches");
        page.locator("summary", new Page.LocatorOptions().setHasText("Add filter"))
                .click();
        page.locator(".k-menu").getByText("Archived customers").click();
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator(".k-chip", new Page.LocatorOptions().setHasText("only these")))
                .containsText("Archived customers");
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change all"))
                .click();
        page.getByLabel("Action").selectOption("RESTORE");
        press(page, "Start dry run");
        press(page, "Change 2 customers");
        assertThat(page.locator("main")).containsText("2 of 2 customers changed");
        page.navigate("/customers.xhtml?q=" + word);
        assertThat(page.locator("tbody tr")).hasCount(2);
    }

    private static int tags(Api api, long id) {
        return api.get("/api/v1/customers/" + id)
                .expect(200)
                .json()
                .path("tags")
                .size();
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }
}
