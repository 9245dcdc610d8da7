package org.kontor.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** Amounts are typed as the language writes them, and times shown as the company entity has them. */
@BrowserTest
@ExtendWith(OnKontor.class)
class TypingIT {

    /** S4-71: a German types 1.234,50; what could be two amounts is asked back. */
    @Test
    void anAmountIsTypedAsTheLanguageWritesIt(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Komma Werke");
        kontor.signIn(page);
        german(api, true);
        try {
            page.navigate("/payment-edit.xhtml?customer=" + id);
            input(page, "amount").fill("0");
            page.locator("[id='form:save']").click();
            assertThat(page.locator("#amount-error")).containsText("Geben Sie einen Betrag größer als null ein.");
            input(page, "amount").fill("1.234");
            input(page, "reference").fill("R");
            page.locator("[id='form:save']").click();
            assertThat(page.locator(".k-summary")).containsText("Schreiben Sie 1234 oder 1,234");
            assertThat(page.locator("#amount-error")).containsText("Schreiben Sie 1234 oder 1,234");
            input(page, "amount").fill("1.234,50");
            page.locator("[id='form:save']").click();
            assertThat(page.locator(".k-rec-meta")).containsText("1.234,50");
            assertEquals(
                    "1234.50",
                    api.get("/api/v1/payments?customerId=" + id).expect(200).text("/items/0/amount"));

            page.navigate("/invoice-edit.xhtml?customer=" + id);
            page.locator("[id='form:lines:0:description']").fill("Arbeit");
            page.locator("[id='form:lines:0:quantity']").fill("1,5");
            page.locator("[id='form:lines:0:unitPrice']").fill("1.000,10");
            page.locator("[id='form:save']").click();
            assertThat(page.locator("h1")).containsText("Entwurf");
            assertThat(page.locator(".k-rec-meta")).containsText("1.500,15");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Bearbeiten"))
                    .first()
                    .click();
            assertThat(page.locator("[id='form:lines:0:quantity']")).hasValue("1,5");
            assertThat(page.locator("[id='form:lines:0:unitPrice']")).hasValue("1000,1");
        } finally {
            german(api, false);
        }
    }

    /** What is wrong with an input is said when it is left, beside it; nothing else of the page changes, and nobody else is blamed. */
    @Test
    void anInputIsCheckedWhenItIsLeft(KontorServer kontor, Api api, Page page) {
        kontor.signIn(page);
        page.navigate("/customer-edit.xhtml");
        input(page, "companyName").focus();
        page.keyboard().press("Tab");
        input(page, "website").fill("no site at all");
        page.keyboard().press("Tab");
        page.keyboard().type("Main Street 1");
        Locator error = page.locator(".k-err");
        assertThat(error).hasCount(1);
        assertThat(input(page, "website")).hasAttribute("aria-invalid", "true");
        assertThat(input(page, "website")).hasAttribute("aria-describedby", error.getAttribute("id"));
        assertThat(input(page, "line1")).hasValue("Main Street 1");
        assertThat(input(page, "line1")).isFocused();
        page.locator("[id='form:emails_input']").fill("no address");
        page.keyboard().press("Tab");
        assertThat(error).hasCount(2);
        input(page, "website").fill("site.example");
        input(page, "city").focus();
        assertThat(error).hasCount(1);
        assertThat(input(page, "website")).hasAttribute("aria-invalid", "false");
        assertThat(page.locator("#form\\:emails")).containsText("no address");
        german(api, true);
        try {
            page.navigate("/contact-edit.xhtml?customer=" + PagesIT.customer(api, "Felder Werke"));
            input(page, "email").fill("keine Adresse");
            page.keyboard().press("Tab");
            assertThat(error).containsText("Schreiben Sie die Adresse wie");
        } finally {
            german(api, false);
        }
    }

    /** What happened is shown in the time of the company entity, whatever zone the server has. */
    @Test
    void timesAreThoseOfTheCompanyEntity(KontorServer kontor, Api api, Page page) {
        long id = PagesIT.customer(api, "Zone Works");
        Instant created =
                Instant.parse(api.get("/api/v1/customers/" + id).expect(200).text("/createdAt"));
        kontor.signIn(page);
        String before = api.get("/api/v1/company-entities/1").expect(200).text("/timeZone");
        try {
            for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago")) {
                api.patch("/api/v1/company-entities/1", "{\"timeZone\":\"" + zone + "\"}")
                        .expect(200);
                page.navigate("/customer.xhtml?id=" + id);
                assertThat(page.locator("time[datetime='" + created + "']").first())
                        .hasAttribute(
                                "title",
                                Pattern.compile(".*"
                                        + DateTimeFormatter.ofPattern("HH:mm")
                                                .withZone(ZoneId.of(zone))
                                                .format(created)
                                        + ".*"));
            }
            api.patch("/api/v1/company-entities/1", "{\"timeZone\":\"Mars/Base\"}")
                    .expect(422);
        } finally {
            api.patch("/api/v1/company-entities/1", "{\"timeZone\":\"" + before + "\"}")
                    .expect(200);
        }
    }

    private static void german(Api api, boolean on) {
        api.patch("/api/v1/users/me/preferences", "{\"language\":\"" + (on ? "GERMAN" : "BROWSER") + "\"}")
                .expect(200);
    }

    private static Locator input(Page page, String name) {
        return page.locator("[id='form:" + name + "']");
    }
}
