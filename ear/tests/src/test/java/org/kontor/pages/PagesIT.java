package org.kontor.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** Sign in, import a file, find a customer, correct a field, and what happens when two people correct the same one. */
@BrowserTest
@ExtendWith(OnKontor.class)
class PagesIT {

    private static final Pattern RECORD = Pattern.compile(".*/customer\\.xhtml\\?id=\\d+");

    @Test
    void aWrongPasswordIsRefusedWithoutSayingWhy(KontorServer kontor, Page page) {
        kontor.signIn(page, "nobody-of-that-name", "something else entirely");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("do not belong together");
    }

    @Test
    void signingInLeadsToWhatWasAskedFor(KontorServer kontor, Page page) {
        page.navigate("/imports.xhtml");
        assertTrue(page.url().contains("/signin.xhtml?next="), page.url());
        page.getByLabel("User name").fill("admin");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(KontorServer.ADMIN_PASSWORD);
        button(page, "Sign in").click();
        assertThat(page).hasURL(kontor.base() + "/imports.xhtml");
    }

    /** S3-29. */
    @Test
    void theCharsetIsAskedWhereItIsNotCertainAndWhatMakesACustomerTheSameIsChosen(KontorServer kontor, Page page) {
        kontor.signIn(page);
        page.navigate("/import.xhtml");
        String file =
                "FirstName,LastName,Email,PhoneNumber,Birthdate,Notes,Visits\nEleni,\u03a0\u03b1\u03c0\u03c0\u03ac\u03c2,,,,,\n";
        page.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("greek.csv", "text/csv", file.getBytes(Charset.forName("windows-1253"))));
        page.waitForURL("**/import.xhtml?id=*");
        assertThat(page.locator("main")).containsText("could not be found with certainty");
        page.getByLabel("Character set").selectOption("windows-1252");
        button(page, "Read the file this way").click();
        page.waitForURL("**charsets=true*");
        assertThat(page.locator("main")).containsText("windows-1252 \u00b7 comma");
        for (Locator choice : page.getByRole(AriaRole.CHECKBOX).all()) {
            choice.uncheck();
        }
        button(page, "Start dry run").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Choose at least one thing");
        page.getByLabel("Phone and name").check();
        button(page, "Start dry run").click();
        assertThat(page.locator("main")).containsText("Nothing has been saved");
    }

    @Test
    void aFileComesInByPageAndACustomerOfItIsFoundByTyping(KontorServer kontor, Page page) {
        kontor.signIn(page);
        page.navigate("/import.xhtml");
        page.locator("input[type=file]").setInputFiles(Path.of("src/test/resources/pages/contacts.csv"));
        page.waitForURL("**/import.xhtml?id=*");
        assertThat(page.locator("main")).containsText("Google Contacts");
        assertThat(page.locator("main")).containsText("Ottilie Paging");
        button(page, "Start dry run").click();
        assertThat(page.locator("main")).containsText("Nothing has been saved");
        assertThat(page.locator("main")).containsText("broken@");
        button(page, "Import 2 customers").click();
        assertThat(page.locator(".k-banner-ok")).containsText("2 customers imported");
        assertThat(page.locator(".k-banner-ok"))
                .containsText("2 new + 0 updated + 0 skipped + 1 rejected = 3 rows read");
        assertEquals(
                "rejected-rows-" + page.url().replaceAll(".*id=", "") + ".csv",
                page.waitForDownload(
                                () -> button(page, "Download 1 rejected row").click())
                        .suggestedFilename());

        page.keyboard().press("/");
        page.keyboard().type("ottilie");
        assertThat(page.getByRole(AriaRole.OPTION)).hasCount(1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL(RECORD);
        assertThat(heading(page)).hasText("Ottilie Paging");
    }

    @Test
    void aFieldIsCorrectedWithTheKeyboardAlone(KontorServer kontor, Api api, Page page) {
        long id = customer(api, "Keyboard Works");
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + id);
        page.keyboard().press("e");
        page.waitForURL("**/customer-edit.xhtml?id=" + id);
        page.getByLabel("City").fill("Hamburg");
        page.keyboard().press("Control+s");
        page.waitForURL(RECORD);
        assertThat(page.getByRole(AriaRole.COMPLEMENTARY).filter(new Locator.FilterOptions().setHasText("Profile")))
                .containsText("Hamburg");
        assertEquals("Hamburg", api.get("/api/v1/customers/" + id).expect(200).text("/address/city"));
    }

    @Test
    void whatIsAgainstARuleIsSaidBesideItsFieldAndNothingTypedIsLost(KontorServer kontor, Page page) {
        kontor.signIn(page);
        page.navigate("/customer-edit.xhtml");
        page.getByLabel("City").fill("Bremen");
        page.getByLabel("Bill method").selectOption("EMAIL");
        page.getByLabel("Website").fill("javascript:alert(1)");
        button(page, "Create customer").click();
        assertThat(page.locator(".k-summary")).isFocused();
        assertThat(page.locator(".k-summary")).containsText("Company name");
        assertThat(page.locator("#emails-error")).containsText("Bill method");
        assertThat(page.locator("#website-error")).isVisible();
        assertThat(page.getByLabel("Website")).hasAttribute("aria-invalid", "true");
        assertThat(page.getByLabel("City")).hasValue("Bremen");
        page.locator(".k-summary").getByText("Website").click();
        assertThat(page.getByLabel("Website")).isFocused();
    }

    /** S3-02: staff creates customers too, not the kiosk alone. */
    @Test
    void switchingTheClassKeepsWhatWasTyped(KontorServer kontor, Page page) {
        kontor.signIn(page);
        page.navigate("/customer-edit.xhtml");
        page.getByLabel("Company name").fill("Kept Ltd.");
        page.getByLabel("Residential").check();
        page.getByLabel("Last name").fill("Kept");
        page.getByLabel("Business").check();
        assertThat(page.getByLabel("Company name")).hasValue("Kept Ltd.");
        button(page, "Create customer").click();
        page.waitForURL(RECORD);
        assertThat(heading(page)).hasText("Kept Ltd.");
    }

    @Test
    void leavingAFormWithUnsavedChangesAsksFirst(KontorServer kontor, Api api, Page page) {
        long id = customer(api, "Guarded");
        kontor.signIn(page);
        page.navigate("/customer-edit.xhtml?id=" + id);
        page.getByLabel("City").fill("Kiel");
        page.locator(".k-side a[href$='/imports.xhtml']").click();
        assertThat(page.locator("#k-guard")).isVisible();
        button(page, "Stay on the page").click();
        assertThat(page.getByLabel("City")).hasValue("Kiel");
        page.locator(".k-side a[href$='/imports.xhtml']").click();
        button(page, "Discard changes").click();
        page.waitForURL("**/imports.xhtml");
    }

    @Test
    void changesOfTwoPeopleThatDoNotTouchAreBothKept(KontorServer kontor, Api api, Page page) {
        long id = customer(api, "Two Hands");
        kontor.signIn(page);
        page.navigate("/customer-edit.xhtml?id=" + id);
        page.getByLabel("Nickname")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        page.getByLabel("Account number").fill("TWO-" + id);
        api.patch("/api/v1/customers/" + id, "{\"website\":\"https://theirs.example\"}")
                .expect(200);
        button(page, "Save customer").click();
        page.waitForURL(RECORD);
        assertThat(page.locator("#toast_container")).containsText("Website");
        assertEquals(
                "https://theirs.example",
                api.get("/api/v1/customers/" + id).expect(200).text("/website"));
        assertEquals("TWO-" + id, api.get("/api/v1/customers/" + id).expect(200).text("/accountNumber"));
    }

    /** S1-05. */
    @Test
    void whenTwoPeopleChangeTheSameFieldTheSecondChooses(KontorServer kontor, Api api, Page page) {
        long id = customer(api, "One Field");
        kontor.signIn(page);
        page.navigate("/customer-edit.xhtml?id=" + id);
        page.getByLabel("Website").fill("https://mine.example");
        api.patch("/api/v1/customers/" + id, "{\"website\":\"https://theirs.example\"}")
                .expect(200);
        button(page, "Save customer").click();
        Locator dialog = page.locator("dialog.k-conflict");
        assertThat(dialog).isVisible();
        assertThat(dialog).containsText("https://theirs.example");
        assertThat(dialog).containsText("https://mine.example");
        button(page, "Save with these choices").click();
        page.waitForURL(RECORD);
        assertEquals(
                "https://mine.example",
                api.get("/api/v1/customers/" + id).expect(200).text("/website"));
    }

    /** S2-39, S2-40, S2-41. */
    @Test
    void onlyTheOppositeStateOfAContactIsOfferedAndItsConsequenceTold(KontorServer kontor, Api api, Page page) {
        long id = customer(api, "With Contact");
        api.post(
                        "/api/v1/customers/" + id + "/contacts",
                        "{\"firstName\":\"Dana\",\"lastName\":\"Whitlock\",\"primary\":true}")
                .expect(201);
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + id + "&tab=contacts");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Actions for Dana Whitlock"))
                .click();
        assertThat(page.getByText("Set active", new Page.GetByTextOptions().setExact(true)))
                .hasCount(0);
        page.locator(".k-people").getByText("Set inactive").click();
        assertThat(page.locator("#k-ask")).containsText("is the primary contact");
        page.locator("[data-k-ask-yes]").click();
        assertThat(page.locator(".k-people .k-status")).hasText("Inactive");
        assertThat(page.locator("#header")).not().containsText("Dana Whitlock");
    }

    @Test
    void markupInDataIsShownAsText(KontorServer kontor, Api api, Page page) {
        List<String> alerts = new ArrayList<>();
        page.onDialog(dialog -> {
            alerts.add(dialog.message());
            dialog.dismiss();
        });
        String name = "<img src=x onerror=alert(1)> \\\"Quote\\\" & Co";
        long id = customer(api, name);
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + id + "&tab=notes");
        assertThat(heading(page)).hasText("<img src=x onerror=alert(1)> \"Quote\" & Co");
        page.getByLabel("New note").fill("<script>alert(2)</script>");
        button(page, "Add note").click();
        assertThat(page.locator(".k-feed")).containsText("<script>alert(2)</script>");
        page.navigate("/customers.xhtml?q=onerror");
        assertThat(page.locator(".k-list")).containsText("<img src=x onerror=alert(1)>");
        page.navigate("/customer.xhtml?id=" + id + "&tab=timeline");
        assertEquals(List.of(), alerts);
    }

    @Test
    void closedCustomersAreHiddenUntilAskedFor(KontorServer kontor, Api api, Page page) {
        long id = customer(api, "Hidden Closed");
        api.patch("/api/v1/customers/" + id, "{\"status\":\"CLOSED\"}").expect(200);
        kontor.signIn(page);
        page.navigate("/customers.xhtml?q=Hidden+Closed");
        assertThat(page.locator("main")).containsText("No customer matches");
        page.getByText("Include closed customers").click();
        assertThat(page.locator(".k-list .k-status-closed")).hasText("Closed");
    }

    @Test
    void pagesThatAreNotThereSaySo(KontorServer kontor, Page page) {
        kontor.signIn(page);
        var missing = page.navigate("/customer.xhtml?id=999999999");
        assertEquals(404, missing == null ? 0 : missing.status());
        assertThat(heading(page)).hasText("There is nothing here");
        var nowhere = page.navigate("/no-such-page.xhtml");
        assertEquals(404, nowhere == null ? 0 : nowhere.status());
        assertThat(heading(page)).hasText("There is nothing here");
    }

    /** S1-17, S3-33: no button either; REST refuses the same (RefusalIT). */
    @Test
    void aPageWithoutThePermissionIsRefusedAndNamesIt(KontorServer kontor, Api api, Page page) {
        String password = "First words of a stranger 77";
        api.post("/api/v1/roles", "{\"name\":\"pages-reader\",\"permissions\":[\"read:customer\"]}")
                .expect(201);
        api.post(
                        "/api/v1/users",
                        "{\"login\":\"pages.reader\",\"displayName\":\"Reader\",\"password\":\"" + password
                                + "\",\"roles\":[\"pages-reader\"]}")
                .expect(201);
        kontor.signIn(page, "pages.reader", password);
        String own = "Words that only one knows 88";
        assertThat(heading(page)).hasText("Choose a new password");
        page.getByLabel("Current password").fill(password);
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill("Something else 99");
        page.getByLabel("New password, once more").fill(own);
        button(page, "Save new password").click();
        assertThat(page.locator(".k-summary")).containsText("Type the same one twice");
        page.getByLabel("Current password").fill(password);
        page.getByLabel("New password", new Page.GetByLabelOptions().setExact(true))
                .fill(own);
        page.getByLabel("New password, once more").fill(own);
        button(page, "Save new password").click();
        assertThat(heading(page)).hasText("Customer records");
        assertThat(page.locator(".k-side")).not().containsText("Imports");
        assertThat(page.locator("main")).not().containsText("New customer");
        for (String path : List.of("/imports.xhtml", "/import.xhtml", "/connectors.xhtml", "/customer-edit.xhtml")) {
            var refused = page.navigate(path);
            assertEquals(403, refused == null ? 0 : refused.status(), path);
            assertThat(page.locator("main")).containsText("permission");
        }
        page.navigate("/customers.xhtml");
        assertThat(page.locator("main table").first()).isVisible();
        assertThat(button(page, "Export")).hasCount(0);
        page.navigate("/customer.xhtml?id=" + customer(api, "Only to Read"));
        assertThat(heading(page)).hasText("Only to Read");
        assertThat(page.locator("main")).not().containsText("Edit customer");
    }

    static long customer(Api api, String name) {
        return Long.parseLong(api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"" + name
                                + "\",\"address\":{\"line1\":\"1 Pier\",\"city\":\"Boston\",\"country\":\"US\"}}")
                .expect(201)
                .text("/id"));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }
}
