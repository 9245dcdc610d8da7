package org.kontor.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** What the profile of a customer and of a contact show, what they leave out, and to whom. */
@BrowserTest
@ExtendWith(OnKontor.class)
class ProfilePagesIT {

    /** S1-01, S1-02, S1-03, S1-06, S1-12, S1-16, S1-19, S1-20, S2-38. */
    @Test
    void theHeaderShowsWhatIsThereAndNothingBlank(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Header Works");
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + id);
        Locator header = page.locator("#header");
        assertThat(header.locator("h1")).hasText("Header Works");
        assertThat(header.locator(".k-rec-meta")).containsText("ID " + id);
        assertThat(header.locator("a[href^='mailto:'], a[href^='tel:']")).hasCount(0);
        assertThat(page.locator("#main")).not().containsText("Website");

        api.patch(
                        "/api/v1/customers/" + id,
                        "{\"website\":\"https://header.example\",\"emails\":[\"bills@header.example\"]}")
                .expect(200);
        api.post(
                        "/api/v1/customers/" + id + "/contacts",
                        "{\"firstName\":\"Hedda\",\"lastName\":\"Head\",\"email\":\"hedda@header.example\","
                                + "\"phone\":\"+13032027331\",\"primary\":true}")
                .expect(201);
        api.post("/api/v1/customers/" + id + "/tags", "{\"name\":\"Headed\",\"colour\":\"TEAL\"}")
                .expect(201);
        api.post(
                        "/api/v1/customers/" + id + "/tickets",
                        "{\"subject\":\"Great\",\"text\":\"Wonderful, friendly help.\"}")
                .expect(201);
        page.reload();
        assertThat(header).containsText("Hedda Head");
        assertThat(header.locator("a[href^='mailto:']")).hasText("hedda@header.example");
        assertThat(header.locator("a[href^='tel:']")).hasText("+13032027331");
        assertThat(header.locator(".k-marks")).containsText("Headed");
        assertThat(header.locator(".k-rec-meta")).containsText("Positive");
        assertThat(page.locator("#main")).containsText("https://header.example");

        link(header, "Edit customer").click();
        page.waitForURL("**/customer-edit.xhtml?id=" + id);
        assertThat(page.getByLabel("Website")).hasValue("https://header.example");
        page.navigate("/customer.xhtml?id=" + id + "&tab=contacts");
        page.locator("#people summary").click();
        link(page.locator("#people .k-menu"), "Edit contact").click();
        page.waitForURL("**/contact-edit.xhtml?id=*");
    }

    /** S4-42: a parent leads to its children and their invoices, a child to its parent. */
    @Test
    void parentAndChildLeadToEachOtherAndToTheChildsInvoices(KontorServer kontor, Api api, Page page) {
        String name = "Branch " + Long.toString(System.nanoTime(), 36);
        String parent = customer(api, "PARENT\",\"companyName\":\"Head of " + name);
        String child = customer(api, "CHILD\",\"parentId\":" + parent + ",\"companyName\":\"" + name);
        String number = api.post(
                        "/api/v1/invoices",
                        "{\"customerId\":" + child
                                + ",\"status\":\"OPEN\",\"currency\":\"USD\",\"lines\":[{\"description\":"
                                + "\"Work\",\"quantity\":\"1\",\"unitPrice\":\"41.37\"}]}")
                .expect(201)
                .text("/number");
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + parent);
        Locator children = page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Children, and what"));
        link(children, "41.37 USD").click();
        page.waitForURL("**/customer.xhtml?id=" + child + "&tab=transactions");
        assertThat(page.locator("#main")).containsText(number);
        page.navigate("/customer.xhtml?id=" + parent);
        link(children, name).click();
        page.waitForURL("**/customer.xhtml?id=" + child);
        assertThat(page.locator("h1")).hasText(name);
        link(page.locator("#main"), "Head of " + name).first().click();
        page.waitForURL("**/customer.xhtml?id=" + parent);
    }

    private static String customer(Api api, String accountType) {
        return api.post("/api/v1/customers", "{\"class\":\"BUSINESS\",\"accountType\":\"" + accountType + "\"}")
                .expect(201)
                .text("/id");
    }

    /** S0-02, S0-03, S0-11, S0-12: the mapped fields and no other; the rest stays; who is not for PSA stands there with the reason. */
    @Test
    void whatPsaSeesIsChangedAndNothingElse(KontorServer kontor, Api api, Page page) {
        String address = "\"address\":{\"line1\":\"1 Pier\",\"city\":\"Boston\",\"country\":\"US\"}";
        String one = "/api/v1/customers/"
                + api.post(
                                "/api/v1/customers",
                                "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"Psa Works\","
                                        + "\"nickname\":\"Pete\",\"emails\":[\"a@psa.example\",\"b@psa.example\"],"
                                        + address + "}")
                        .expect(201)
                        .text("/id");
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + one.substring(one.lastIndexOf('/') + 1));
        page.locator("summary[data-k-key='.']").click();
        link(page.locator("#main"), "As PSA sees it").click();
        page.waitForURL("**/customer-psa.xhtml?id=*");
        assertThat(page.getByLabel("E-mail")).hasValue("a@psa.example");
        assertThat(page.locator("#main")).not().containsText("Nickname");
        assertThat(page.locator("#main")).not().containsText("Account number");
        page.getByLabel("E-mail").fill("no address");
        page.getByLabel("Website").focus();
        assertThat(page.locator("#main .k-err").first()).isVisible();
        page.getByLabel("E-mail").fill("c@psa.example");
        page.getByLabel("Website").fill("https://mine.example");
        api.patch(one, "{\"website\":\"https://theirs.example\"}").expect(200);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save customer"))
                .click();
        Locator dialog = page.locator("dialog.k-conflict");
        assertThat(dialog).containsText("https://theirs.example");
        dialog.locator("select").selectOption("false");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save with these choices"))
                .click();
        page.waitForURL("**/customer.xhtml?id=*");
        assertEquals("https://theirs.example", api.get(one).expect(200).text("/website"));
        assertEquals("c@psa.example", api.get(one).expect(200).text("/emails/0"));
        assertEquals("b@psa.example", api.get(one).expect(200).text("/emails/1"));
        assertEquals("Pete", api.get(one).expect(200).text("/nickname"));

        api.patch(one, "{\"accountType\":\"PARENT\"}").expect(200);
        page.navigate("/customer-psa.xhtml?id=" + one.substring(one.lastIndexOf('/') + 1));
        assertThat(page.locator("#skipped")).containsText("Standard accounts only");
        assertThat(page.locator("#main form")).hasCount(0);
    }

    /** S1-07, S1-08, S1-09, S1-10, S1-11. */
    @Test
    void eachStatusHasItsWordInItsColour(KontorServer kontor, Api api, Page page) {
        kontor.signIn(page);
        Map<String, String> seen = new TreeMap<>();
        for (String status : List.of("OPEN", "PENDING", "PROSPECT", "CLOSED")) {
            long id = PagesIT.customer(api, status + " Works");
            api.patch("/api/v1/customers/" + id, "{\"status\":\"" + status + "\"}")
                    .expect(200);
            page.navigate("/customer.xhtml?id=" + id);
            Locator shown = page.locator("#header .k-status");
            seen.put(shown.textContent(), hue(shown));
        }
        assertEquals(Map.of("Open", "green", "Pending", "blue", "Prospect", "blue", "Closed", "red"), seen);
    }

    /** S1-21. */
    @Test
    void withoutAnActiveContactTheHeaderNamesNobody(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Nobody Works");
        String contact = api.post(
                        "/api/v1/customers/" + id + "/contacts",
                        "{\"firstName\":\"Gone\",\"lastName\":\"Away\",\"email\":\"gone@away.example\",\"primary\":true}")
                .expect(201)
                .text("/id");
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + id);
        assertThat(page.locator("#header")).containsText("gone@away.example");
        api.patch("/api/v1/contacts/" + contact, "{\"primary\":false,\"status\":\"INACTIVE\"}")
                .expect(200);
        api.patch("/api/v1/customers/" + id, "{\"emails\":[\"own@works.example\"]}")
                .expect(200);
        page.reload();
        assertThat(page.locator("h1")).hasText("Nobody Works");
        assertThat(page.locator("#header")).not().containsText("example");
        api.patch("/api/v1/settings", "{\"values\":{\"headerContactFallback\":true}}")
                .expect(200);
        page.reload();
        assertThat(page.locator("#header")).containsText("own@works.example");
        api.patch("/api/v1/settings", "{\"values\":{\"headerContactFallback\":false}}")
                .expect(200);
    }

    /** S2-01, S2-02, S2-08, S2-09, S2-12, S2-13. */
    @Test
    void aContactShowsWhatIsThereAndWhoseItIs(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Contact Works");
        String contact = api.post(
                        "/api/v1/customers/" + id + "/contacts",
                        "{\"firstName\":\"Conny\",\"lastName\":\"Tact\",\"email\":\"conny@tact.example\"}")
                .expect(201)
                .text("/id");
        kontor.signIn(page);
        page.navigate("/contact.xhtml?id=" + contact);
        assertThat(page.locator("h1")).hasText("Conny Tact");
        assertEquals("green", hue(page.locator("#header .k-status")));
        assertThat(page.locator("#header .k-status")).hasText("Active");
        assertThat(page.locator("#facts dt").filter(new Locator.FilterOptions().setHasText("Mobile")))
                .hasCount(0);
        Locator company = page.locator("section[aria-labelledby='s-company']");
        assertThat(company).containsText("Contact Works");
        assertThat(company).containsText("Boston");

        page.navigate("/contact-edit.xhtml?id=" + contact);
        page.getByLabel("Mobile", new Page.GetByLabelOptions().setExact(true)).fill("+13032027334");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Save")))
                .click();
        page.waitForURL("**/contact.xhtml?id=" + contact);
        assertThat(page.locator("#facts")).containsText("+13032027334");
        api.patch("/api/v1/contacts/" + contact, "{\"title\":\"Treasurer\",\"status\":\"INACTIVE\"}")
                .expect(200);
        page.reload();
        assertThat(page.locator("#header")).containsText("Treasurer");
        assertThat(page.locator("#header .k-status")).hasText("Inactive");
        assertEquals("red", hue(page.locator("#header .k-status")));
    }

    /** S4-01, S4-03, S4-04, S4-44, S4-60, S4-128. */
    @Test
    void theListLeadsToTheRecordWhereANoteIsAdded(KontorServer kontor, Api api, Page page) {
        String name = "Listed " + Long.toString(System.nanoTime(), 36);
        long id = PagesIT.customer(api, name);
        api.post(
                        "/api/v1/customers/" + id + "/contacts",
                        "{\"firstName\":\"Lisa\",\"lastName\":\"Ted\",\"phone\":\"+13032027335\"}")
                .expect(201);
        kontor.signIn(page);
        page.navigate("/customers.xhtml?q=" + name.replace(" ", "%20"));
        link(page.locator("main"), name).click();
        page.waitForURL("**/customer.xhtml?id=" + id);
        assertThat(page.locator(".k-iconbar").first()).containsText("Add note");
        assertThat(page.getByRole(AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("Customer details")))
                .containsText("Boston");
        Locator tabs = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Tabs of the record"));
        tabs.getByText("Contacts").click();
        assertThat(page.locator("#people")).containsText("Lisa Ted");
        assertThat(page.locator("#people")).containsText("+13032027335");
        tabs.getByText("Notes").click();
        page.locator("[id='note:text']").fill("Pays <b>on Friday</b>");
        page.locator("#note")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Add note"))
                .click();
        assertThat(page.locator(".k-feed").first()).containsText("Pays <b>on Friday</b>");
        tabs.getByText("Timeline").click();
        assertThat(page.locator("#tab")).containsText("Note added");
    }

    /** Which of red, green and blue is strongest in the colour of a text. */
    private static String hue(Locator text) {
        String colour = (String) text.evaluate("e => getComputedStyle(e).color");
        int[] parts = Stream.of(colour.replaceAll("[^\\d,]", "").split(","))
                .mapToInt(Integer::parseInt)
                .toArray();
        assertTrue(parts.length >= 3, colour);
        List<String> names = List.of("red", "green", "blue");
        int strongest = 0;
        for (int i = 1; i < names.size(); i++) {
            strongest = parts[i] > parts[strongest] ? i : strongest;
        }
        return names.get(strongest);
    }

    private static Locator link(Locator where, String name) {
        return where.getByRole(
                AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }
}
