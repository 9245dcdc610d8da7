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

/** A view of the list is named, opened again, and deleted; tags and flags are seen in the list. */
@BrowserTest
@ExtendWith(OnKontor.class)
class SavedViewsIT {

    /** S1-22, S3-45: in the list. */
    @Test
    void aViewKeepsFilterAndColumnsAndMarksAreSeenInItsRows(KontorServer kontor, Api api, Page page) {
        String word = "view" + Long.toString(System.nanoTime(), 36);
        long one = PagesIT.customer(api, "Marked " + word);
        PagesIT.customer(api, "Plain " + word);
        api.post("/api/v1/customers/" + one + "/tags", "{\"name\":\"T " + word + "\",\"colour\":\"LIME\"}")
                .expect(201);
        api.post("/api/v1/customers/" + one + "/flags", "{\"type\":\"Behavior: Late\",\"note\":\"\"}")
                .expect(201);
        kontor.signIn(page);
        page.navigate("/customers.xhtml?q=" + word);
        Locator row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Marked " + word));
        assertThat(row.locator(".k-tag-lime")).hasText("T " + word);
        assertThat(row.locator(".k-row-flag")).hasAttribute("title", "Behavior: Late");
        assertThat(page.locator(".k-row-flag")).hasCount(1);

        assertThat(row.locator(".col-balance")).hasText("–");
        assertThat(row.locator(".col-agingOver")).hasText("–");
        assertThat(row.locator(".col-lastPayment")).hasText("–");
        assertThat(row.locator(".col-health")).hasText("–");
        assertThat(row.locator(".col-owner")).hasText("–");
        page.navigate("/customers.xhtml?sort=-contacted&q=" + word);
        assertThat(page.locator("th.col-contacted")).hasAttribute("aria-sort", "descending");
        assertThat(page.locator(".k-list .k-name")).hasCount(2);
        page.navigate("/customers.xhtml?notContactedFor=30&q=" + word);
        assertThat(page.locator(".k-list .k-name")).hasCount(2);
        assertThat(page.locator(".k-chip").filter(new Locator.FilterOptions().setHasText("30 days")))
                .hasCount(1);

        narrowed(api, page, one, word);

        page.navigate("/customers.xhtml?tag=T+" + word);
        assertThat(page.locator(".k-list .k-name")).hasCount(1);
        page.getByText("Columns", new Page.GetByTextOptions().setExact(true)).click();
        page.getByRole(AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName("Phone"))
                .uncheck();
        page.keyboard().press("Escape");
        page.locator(".k-views").getByText("Save view").click();
        Locator dialog = page.locator("#k-save-view");
        press(dialog, "Save view");
        assertThat(dialog.locator(".k-err")).containsText("Give the view a name");
        dialog.getByLabel("Name").fill("V " + word);
        dialog.getByLabel("Everybody who sees customers may use it").check();
        press(dialog, "Save view");
        Locator tab = page.locator(".k-views").getByText("V " + word);
        assertThat(tab).hasAttribute("aria-current", "page");
        assertThat(page.locator(".k-list .k-name")).hasCount(1);
        assertThat(page.locator("th.col-phone")).isHidden();
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());

        page.navigate("/customers.xhtml");
        assertThat(tab).not().hasAttribute("aria-current", "page");
        tab.click();
        assertThat(page.locator(".k-chip")
                        .filter(new Locator.FilterOptions().setHasText("Tag"))
                        .first())
                .containsText("T " + word);
        page.locator("#view").getByText("Rename view V " + word).click();
        Locator rename = page.locator("#k-rename-view");
        rename.getByLabel("Name").fill(" ");
        press(rename, "Rename view");
        assertThat(rename.locator(".k-err")).containsText("Give the view a name");
        rename.getByLabel("Name").fill("W " + word);
        press(rename, "Rename view");
        Locator renamed = page.locator(".k-views").getByText("W " + word);
        assertThat(renamed).hasAttribute("aria-current", "page");
        assertThat(tab).hasCount(0);
        page.getByText("Delete view W " + word).click();
        assertThat(page.locator("#k-ask")).containsText("for everybody who uses it");
        page.locator("[data-k-ask-yes]").click();
        assertThat(page.locator("#toast_container")).containsText("was deleted");
        assertThat(renamed).hasCount(0);
    }

    /** By what is owed and what is lacking, on the page and by REST; by a tag with a comma in its name. */
    private static void narrowed(Api api, Page page, long one, String word) {
        api.post("/api/v1/customers/" + one + "/tags", "{\"name\":\"A, " + word + "\",\"colour\":\"PINK\"}")
                .expect(201);
        page.navigate("/customers.xhtml?q=" + word);
        page.getByText("Add filter").click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("More filters…"))
                .click();
        Locator dialog = page.locator("#k-narrow");
        dialog.getByLabel("Balance until").fill("0.5");
        dialog.getByLabel("Tags, several").fill("A\\, " + word);
        press(dialog, "Show");
        assertThat(page.locator(".k-list .k-name")).hasText("Marked " + word);
        assertThat(chip(page, "Balance until")).containsText("0.5");
        assertThat(chip(page, "Tag")).containsText("A, " + word);
        page.navigate("/customers.xhtml?q=" + word);
        page.getByText("Add filter").click();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Flag").setExact(true))
                .click();
        assertThat(page.locator(".k-list .k-name")).hasText("Plain " + word);
        assertThat(chip(page, "Without")).containsText("Flag");
        String list = "/api/v1/customers?q=" + word;
        assertEquals(
                1, api.get(list + "&without=FLAG&balanceTo=0.5").at("/items").size());
        assertEquals(1, api.get(list + "&tag=A%5C%2C+" + word).at("/items").size());
        assertEquals(2, api.get(list + "&portal=DISABLED").at("/items").size());
        assertEquals(0, api.get(list + "&pastDueFrom=0.01").at("/items").size());
        assertEquals(
                0, api.get(list + "&cadence=None+of+this+name").at("/items").size());
        assertEquals(
                3,
                api.get(list + "&balanceFrom=much&without=NOSE&portal=OPEN")
                        .expect(422)
                        .at("/errors")
                        .size());
    }

    private static Locator chip(Page page, String name) {
        return page.locator(".k-chip")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    private static void press(Locator dialog, String name) {
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
