package org.kontor.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** Tags, flags, health, owners, switches and custom fields on the record, and the pages where they are set up. */
@BrowserTest
@ExtendWith(OnKontor.class)
class RecordPagesIT {

    /** S1-22, S1-24, S1-25, S1-26. */
    @Test
    void aNewTagStandsBelowTheNameAndCanBeRemoved(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Tagged Works");
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + id);
        button(page, "New tag").click();
        Locator dialog = page.locator("#k-new-tag");
        dialog.getByRole(AriaRole.COMBOBOX).fill("<b>Very important</b>");
        dialog.getByLabel("Violet").check();
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add tag"))
                .click();
        Locator tag = page.locator(".k-marks .k-tag-violet");
        assertThat(tag).hasText("<b>Very important</b>");
        shot(page, "record-tag");
        tag.getByRole(AriaRole.LINK).click();
        assertThat(page.locator(".k-marks .k-tag-violet")).hasCount(0);
        assertEquals(
                0,
                api.get("/api/v1/customers/" + id)
                        .expect(200)
                        .json()
                        .path("tags")
                        .size());
    }

    /** S4-134: the tab, a draft with its PDF, and why nothing is sent without a connection to a service for signatures. */
    @Test
    void aDocumentIsPreparedAndSaysWhyItIsNotSent(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Signing Works");
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + id + "&tab=documents");
        assertThat(page.locator("#documents")).containsText("No documents");
        assertThat(page.locator("#documents")
                        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("New document")))
                .isDisabled();
        assertThat(page.locator("#why-documents")).containsText("Ask an administrator");
        page.navigate("/document-edit.xhtml?customer=" + id);
        page.locator("[id='form:name']").fill("Supply agreement 2027");
        page.locator("[id='form:signers:0:name']").fill("Marta Lindqvist");
        page.locator("[id='form:signers:0:email']").fill("nobody");
        button(page, "Save draft").click();
        assertThat(page.locator("[id='form:signers:0:email-error']")).containsText("anna@example.com");
        page.locator("[id='form:signers:0:email']").fill("marta@shop.example");
        button(page, "Save draft").click();
        assertThat(page.locator("h1")).hasText("Supply agreement 2027");
        assertThat(page.locator("#dn + span")).hasText("Draft");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("a.pdf", "application/pdf", "no".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator("#messages")).containsText("Choose a PDF");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "agreement.pdf", "application/pdf", "%PDF-1.7\n%%EOF".getBytes(StandardCharsets.UTF_8)));
        assertThat(page.locator("[id='files']")).containsText("agreement.pdf");
        assertThat(page.locator("#missing")).containsText("Ask an administrator");
        page.navigate("/customer.xhtml?id=" + id + "&tab=documents");
        assertThat(page.locator("#documents")).containsText("To Marta Lindqvist");
    }

    /** S3-43, S3-44, S3-45, S3-46. */
    @Test
    void aFlagIsSeenInTheHeaderWithNoteAndAuthorBelow(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Flagged Works");
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + id);
        assertThat(page.locator(".k-flag")).hasCount(0);
        action(page, "Add flag");
        Locator dialog = page.locator("#k-new-flag");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add flag"))
                .click();
        assertThat(dialog.locator(".k-err")).isVisible();
        dialog.getByLabel("Flag", new Locator.GetByLabelOptions().setExact(true))
                .selectOption("Behavior: Late");
        dialog.getByLabel("Note").fill("Twice in May");
        page.keyboard().press("Control+Enter");
        assertThat(page.locator(".k-marks .k-flag")).containsText("Behavior: Late");
        assertThat(page.locator(".k-flagged")).containsText("Twice in May");
        assertThat(page.locator(".k-flagged")).containsText("admin");
        shot(page, "record-flag");
        page.navigate("/customer.xhtml?id=" + id);
        page.keyboard().press(".");
        assertThat(page.locator("[id='actions']")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("[id='actions']")).isHidden();
        page.keyboard().press("g");
        page.keyboard().press("d");
        page.waitForURL("**/dashboard.xhtml");
        assertThat(page.locator("#k-keys")).isHidden();
        page.keyboard().press("?");
        assertThat(page.locator("#k-keys")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#k-keys")).isHidden();
        page.keyboard().press("g");
        page.keyboard().press("c");
        page.waitForURL("**/customers.xhtml");
    }

    /** S0-30, S0-31, S0-32: the billing number is that of an own service, and goes with it only where that was asked. */
    @Test
    void telephoneServicesAndTheBillingNumberStandOnTheRecord(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Telephone Works");
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + id);
        Locator box = page.locator("[id='telephone']");
        assertThat(box.locator("li")).hasCount(0);
        action(page, "Add telephone service");
        Locator dialog = page.locator("#k-telephone");
        page.keyboard().press("Control+Enter");
        assertThat(dialog.locator(".k-err")).containsText("Enter the telephone number");
        dialog.getByLabel("Telephone number").fill("+1 303 202 7333");
        dialog.getByLabel("What it is").fill("Main line");
        page.keyboard().press("Control+Enter");
        assertThat(dialog).isHidden();
        assertThat(box.locator("li")).containsText("+13032027333");
        box.getByText("Make it the billing number").click();
        assertThat(box.locator(".k-status")).hasText("Billing number");
        assertEquals(
                "+13032027333",
                api.get("/api/v1/customers/" + id + "/btn").expect(200).text("/number"));
        box.getByText("Remove").click();
        assertThat(page.locator("#k-ask")).containsText("is the billing telephone number");
        page.locator("[data-k-ask-yes]").click();
        assertThat(box.locator("li")).hasCount(0);
        assertEquals("", api.get("/api/v1/customers/" + id + "/btn").expect(200).text("/number"));
    }

    /** S4-02, S4-15, S4-26, S4-33, S4-37, S4-38, S4-50. */
    @Test
    void theActionsMenuOffersTheOppositeOfWhatIsSet(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Action Works");
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + id);
        action(page, "Change customer health");
        page.locator("#k-health").getByLabel("Customer health").selectOption("At risk");
        save(page.locator("#k-health"));
        assertThat(page.locator(".k-health")).hasText("At risk");
        action(page, "Change owner");
        page.locator("#k-owners").getByLabel("Billing owner").selectOption("admin");
        save(page.locator("#k-owners"));
        assertThat(page.getByRole(AriaRole.COMPLEMENTARY).filter(new Locator.FilterOptions().setHasText("Owners")))
                .containsText("Billing owner");
        action(page, "Disable auto payments");
        assertThat(page.locator(".k-growl, .ui-growl").first()).containsText("disabled");
        page.locator("summary", new Page.LocatorOptions().setHasText("Actions")).click();
        assertThat(page.locator(".k-menu").getByText("Enable auto payments")).isVisible();
        assertThat(page.locator(".k-menu").getByText("Disable late fees")).isVisible();
        assertThat(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Whole record"))
                        .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Merge…")))
                .isVisible();
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("[id='actions'] a").first()).isFocused();
        page.keyboard().press("End");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator("[id='actions'] a").first()).isFocused();
        shot(page, "record-actions");
        page.keyboard().press("Escape");
        action(page, "Archive");
        assertThat(page.locator(".k-rec-line")).containsText("Archived");
        page.locator("summary", new Page.LocatorOptions().setHasText("Actions")).click();
        assertThat(page.locator("[id='actions:archive']")).containsText("Unarchive");
        assertEquals("admin", api.get("/api/v1/customers/" + id).expect(200).text("/owners/billingOwner"));
    }

    /** S4-41. */
    @Test
    void aCustomFieldIsDefinedFilledAndShown(KontorServer kontor, Api api, Page page) {
        String label = "Region " + System.nanoTime();
        long id = PagesIT.customer(api, "Custom Works");
        kontor.signIn(page);
        page.navigate("/custom-fields.xhtml?field=new");
        page.getByLabel("Label").fill(label);
        page.getByLabel("Kind").selectOption("Choice");
        button(page, "Save").click();
        assertThat(page.locator(".k-summary")).containsText("choices");
        page.getByLabel("Choices").fill("North\nSouth");
        shot(page, "custom-field");
        button(page, "Save").click();
        assertThat(page.locator("table")).containsText(label);
        page.navigate("/customer-edit.xhtml?id=" + id);
        page.getByLabel(label).selectOption("South");
        shot(page, "edit-custom");
        button(page, "Save customer").click();
        page.waitForURL("**/customer.xhtml?id=" + id);
        assertThat(page.getByRole(AriaRole.COMPLEMENTARY).filter(new Locator.FilterOptions().setHasText(label)))
                .containsText("South");
    }

    /** S2-28, S2-29. */
    @Test
    void aSystemTableGetsAnEntryThatIsRetiredLater(KontorServer kontor, Page page) {
        String name = "Auditor " + System.nanoTime();
        kontor.signIn(page);
        page.navigate("/system-tables.xhtml?table=contact-types&entry=new");
        page.getByLabel("Name").fill(name);
        button(page, "Save").click();
        assertThat(page.locator("table")).containsText(name);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).click();
        page.getByLabel("Can be chosen").uncheck();
        button(page, "Save").click();
        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(name)))
                .containsText("Retired");
        shot(page, "system-tables");
    }

    /** S2-34: one switch for all. */
    @Test
    void companySettingsAreSaved(KontorServer kontor, Api api, Page page) {
        kontor.signIn(page);
        page.navigate("/settings.xhtml");
        page.getByLabel("LinkedIn job changes").check();
        shot(page, "settings");
        button(page, "Save settings").click();
        assertThat(page.locator(".ui-growl").first()).containsText("Settings saved");
        assertEquals(
                true,
                api.get("/api/v1/settings")
                        .expect(200)
                        .json()
                        .at("/values/linkedInUpdates")
                        .asBoolean());
        page.getByLabel("LinkedIn job changes").uncheck();
        button(page, "Save settings").click();
        assertThat(page.locator("[data-k-dirty]").first()).isHidden();
    }

    @Test
    void thePagesFitANarrowScreen(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Narrow Works");
        api.post("/api/v1/customers/" + id + "/tags", "{\"name\":\"Narrow\",\"colour\":\"TEAL\"}")
                .expect(201);
        api.post("/api/v1/customers/" + id + "/flags", "{\"type\":\"Behavior: Late\",\"note\":\"n\"}")
                .expect(201);
        kontor.signIn(page);
        page.setViewportSize(360, 760);
        for (String path : List.of(
                "/customer.xhtml?id=" + id,
                "/customer-edit.xhtml?id=" + id,
                "/settings.xhtml",
                "/system-tables.xhtml?table=tags&entry=new",
                "/custom-fields.xhtml?field=new",
                "/company-entities.xhtml?entity=1")) {
            page.navigate(path);
            Object over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
            assertEquals(0, Math.max(0, ((Number) over).intValue()), path);
            shot(page, "narrow" + path.replaceAll("\\W+.*", "").replaceAll("\\W", "") + path.length());
        }
    }

    private static void action(Page page, String name) {
        page.locator("summary", new Page.LocatorOptions().setHasText("Actions")).click();
        page.locator(".k-pop[open] .k-menu")
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static void save(Locator dialog) {
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void shot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target/shots/" + name + ".png")));
    }
}
