package org.kontor.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** Custom fields of contacts, documents, payments and employees, on pages and over REST (S4-41). */
@BrowserTest
@ExtendWith(OnKontor.class)
class CustomFieldPagesIT {

    private final String unique = Long.toString(System.nanoTime());

    /** S4-41. */
    @Test
    void aContactHasAFieldOfItsOwn(KontorServer kontor, Api api, Page page) {
        kontor.signIn(page);
        page.navigate("/custom-fields.xhtml?field=new");
        page.getByLabel("Field of").selectOption("Contacts");
        page.getByLabel("Label").fill("Floor " + unique);
        page.getByLabel("Kind").selectOption("Number");
        button(page, "Save");
        assertThat(page.locator("main table")).containsText("Floor " + unique);
        long id = PagesIT.customer(api, "People Works");
        page.navigate("/contact-edit.xhtml?customer=" + id);
        page.locator("[id='form:firstName']").fill("Anna");
        page.getByLabel("Floor " + unique).fill("first");
        button(page, "Save contact");
        assertThat(page.locator(".k-err")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions()
                                .setHasText("Write a number such as")))
                .isVisible();
        page.getByLabel("Floor " + unique).fill("2.50");
        button(page, "Save contact");
        assertThat(page.locator("#facts")).containsText("Floor " + unique);
        assertThat(page.locator("#facts")).containsText("2.5");

        Api.Reply contact = api.get("/api/v1/customers/" + id + "/contacts").expect(200);
        String key = "floor" + unique.substring(0, Math.min(15, unique.length()));
        assertTrue(contact.body().contains("2.5"), contact.body());
        api.patch(
                        "/api/v1/contacts/" + contact.json().at("/items/0/id").asText(),
                        "{\"customFields\":{\"" + key + "x\":1}}")
                .expect(422);
    }

    /** S4-41: what is noted of an issued invoice may change; the list is narrowed by it. */
    @Test
    void anIssuedInvoiceAndAPaymentAreNotedAndFound(KontorServer kontor, Api api, Page page) {
        String project = define(api, "INVOICE", "Project " + unique);
        String bank = define(api, "PAYMENT", "Bank " + unique);
        long id = PagesIT.customer(api, "Noted Works");
        Api.Reply invoice = api.post(
                        "/api/v1/invoices",
                        "{\"customerId\":" + id
                                + ",\"status\":\"OPEN\",\"lines\":[{\"description\":\"Work\",\"unitPrice\":\"10\"}],"
                                + "\"customFields\":{\"" + project + "\":\"Bridge\"}}")
                .expect(201);
        String one = "/api/v1/invoices/" + invoice.text("/id");
        kontor.signIn(page);
        page.navigate("/invoice.xhtml?id=" + invoice.text("/id"));
        assertThat(page.locator("dl")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Project " + unique)))
                .containsText("Bridge");
        page.navigate("/custom-values.xhtml?invoice=" + invoice.text("/id"));
        page.getByLabel("Project " + unique).fill("Tunnel " + unique);
        button(page, "Save");
        assertThat(page.locator("dl")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Project " + unique)))
                .containsText("Tunnel");
        page.navigate("/invoices.xhtml");
        page.locator("#g-customField").selectOption("Project " + unique);
        page.locator("#g-customValue").fill("tunnel " + unique);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Show").setExact(true))
                .click();
        assertThat(page.locator("#list tbody tr")).hasCount(1);
        assertEquals(
                1,
                api.get("/api/v1/invoices?customField=" + project + ":tunnel%20" + unique)
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
        api.with("If-Match", "\"1\"")
                .send("PUT", one + "/custom-fields", "application/json", "{\"customFields\":{}}")
                .expect(412);
        api.send("PUT", one + "/custom-fields", "application/json", "{\"customFields\":{\"nothing\":\"x\"}}")
                .expect(422);
        assertEquals(
                0,
                api.send("PUT", one + "/custom-fields", "application/json", "{\"customFields\":{}}")
                        .expect(200)
                        .json()
                        .path("customFields")
                        .size());
        api.get("/api/v1/invoices?customField=" + project).expect(422);

        page.navigate("/payment-edit.xhtml?customer=" + id);
        page.locator("[id='form:amount']").fill("4");
        page.getByLabel("Bank " + unique).fill("North");
        button(page, "Record payment");
        assertThat(page.locator("main")).containsText("North");
        Api.Reply found =
                api.get("/api/v1/payments?customField=" + bank + ":north").expect(200);
        assertEquals(1, found.json().path("items").size());
        assertEquals(
                "South",
                api.send(
                                "PUT",
                                "/api/v1/payments/"
                                        + found.json().at("/items/0/id").asText() + "/custom-fields",
                                "application/json",
                                "{\"customFields\":{\"" + bank + "\":\"South\"}}")
                        .expect(200)
                        .text("/customFields/" + bank));
    }

    /** S4-41. */
    @Test
    void anEmployeeHasAFieldOfTheirOwn(KontorServer kontor, Api api, Page page) {
        String shirt = define(api, "EMPLOYEE", "Shirt " + unique);
        Api.Reply user = api.post(
                        "/api/v1/users",
                        "{\"login\":\"u" + unique + "\",\"roles\":[],\"customFields\":{\"" + shirt + "\":\"M\"}}")
                .expect(201);
        kontor.signIn(page);
        page.navigate("/user.xhtml?id=" + user.text("/id"));
        assertThat(page.getByLabel("Shirt " + unique)).hasValue("M");
        page.getByLabel("Shirt " + unique).fill("XL");
        button(page, "Save user");
        assertThat(page.locator(".k-growl, .ui-growl").first()).isVisible();
        assertEquals(
                "XL", api.get("/api/v1/users/" + user.text("/id")).expect(200).text("/customFields/" + shirt));
    }

    private static String define(Api api, String owner, String label) {
        return api.post(
                        "/api/v1/custom-fields",
                        "{\"owner\":\"" + owner + "\",\"label\":\"" + label + "\",\"kind\":\"TEXT\"}")
                .expect(201)
                .text("/key");
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
