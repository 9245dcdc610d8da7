package org.kontor.lifecycle;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.Browser;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** Payment methods of customers over REST and on the record page. */
@ExtendWith(OnKontor.class)
class PaymentMethodsIT {

    /** S4-34 to S4-36, S4-104: given to another customer, refused with the reason, and never told what the vault calls it. */
    @Test
    void aMethodIsGivenToAnotherCustomer(Api api, KontorServer kontor) {
        String word = "ref" + Long.toString(System.nanoTime(), 36);
        String from = customer(api, "From " + word, "USD");
        String to = customer(api, "To " + word, "USD");
        String euro = customer(api, "Euro " + word, "EUR");
        Reply added = add(api, from, vault(api), word, "CARD");
        String card = added.header("Location").orElseThrow().replaceAll(".*/api/", "/api/");
        assertEquals("\"1\"", added.header("ETag").orElseThrow());
        assertEquals(card, "/api/v1/payment-methods/" + added.text("/id"));
        assertFalse(added.body().contains(word), added.body());

        Reply other = api.post(card + "/transfers", body(euro)).expect(422);
        assertEquals("customerId", other.text("/errors/0/field"));
        assertEquals("OTHER_CURRENCY", other.text("/errors/0/code"));
        api.with("If-Match", "\"9\"").post(card + "/transfers", body(to)).expect(412);
        api.post(card + "/authorisations", "{\"reference\":\"PAY-1\",\"amount\":\"12.50 USD\"}")
                .expect(200);
        assertEquals(
                "PAYMENT_UNDER_WAY",
                api.post(card + "/transfers", body(to)).expect(409).text("/code"));
        Reply erase = api.delete("/api/v1/customers/" + from + "?confirm=From%20" + word);
        assertEquals("PAYMENT_AUTHORISED", erase.expect(409).text("/code"));
        assertTrue(erase.body().contains("PAY-1 (12.50 USD)"), erase.body());
        assertTrue(api.post("/api/v1/erasures?dryRun=true", "{\"customerId\":" + from + "}")
                .expect(200)
                .text("/obstacles/0/message")
                .contains("PAY-1"));
        api.delete(card + "/authorisations/PAY-1").expect(204);
        api.delete(card + "/authorisations/PAY-1").expect(404);

        assertEquals(to, api.post(card + "/transfers", body(to)).expect(200).text("/customerId"));
        assertEquals(
                0,
                api.get("/api/v1/customers/" + from + "/payment-methods")
                        .expect(200)
                        .at("/items")
                        .size());
        assertTrue(api.get("/api/v1/customers/" + from + "/timeline").body().contains("payment-method.transferred"));
        assertTrue(api.get("/api/v1/customers/" + to + "/timeline").body().contains("payment-method.received"));
        assertTrue(api.get("/api/v1/audit?kind=payment-method").body().contains("to customer " + to));
        api.delete(card).expect(204);
        assertFalse(api.get(card).expect(200).at("/active").asBoolean());
        assertFalse(kontor.log().contains(word), "log");
    }

    /** a bank account goes with a mandate of the other customer alone. */
    @Test
    void aBankAccountNeedsAMandate(Api api) {
        String word = "sepa" + Long.toString(System.nanoTime(), 36);
        String from = customer(api, "From " + word, "EUR");
        String to = customer(api, "To " + word, "EUR");
        String account = "/api/v1/payment-methods/"
                + add(api, from, vault(api), word, "BANK_DEBIT").text("/id");
        assertEquals(
                "consentedOn",
                api.post(account + "/transfers", body(to)).expect(422).text("/errors/0/field"));
        api.post(account + "/transfers", "{\"customerId\":" + to + ",\"consentedOn\":\"2026-01-05\"}")
                .expect(200);
    }

    /** S4-34 to S4-36 on the record: refusals stay in the dialog, what was given away is gone, what is out of use stays as history. */
    @Test
    @BrowserTest
    void onTheRecord(KontorServer kontor, Api api, Page page) {
        String word = "page" + Long.toString(System.nanoTime(), 36);
        String from = customer(api, "From " + word, "USD");
        String to = customer(api, "To " + word, "USD");
        String vault = vault(api);
        add(api, from, vault, word, "CARD");
        add(api, from, vault, word, "BANK_DEBIT");
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + from);
        Locator methods = page.locator("#wallet");
        assertThat(methods).containsText("VISA •• 1111");
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());

        methods.getByText("Transfer…").first().click();
        page.locator("#k-transfer")
                .getByRole(AriaRole.BUTTON, named("Transfer"))
                .click();
        assertThat(page.locator("#k-transfer .k-err")).containsText("digits alone");
        page.locator("[id='transfer:customerId']").fill(from);
        page.locator("#k-transfer")
                .getByRole(AriaRole.BUTTON, named("Transfer"))
                .click();
        assertThat(page.locator("#k-transfer .k-err")).containsText("it is theirs already");
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
        page.locator("[id='transfer:customerId']").fill(to);
        page.locator("#k-transfer")
                .getByRole(AriaRole.BUTTON, named("Transfer"))
                .click();
        assertThat(methods.locator("li")).hasCount(1);
        assertThat(page.locator("#k-transfer")).isHidden();

        methods.getByText("Transfer…").click();
        page.locator("[id='transfer:customerId']").fill(to);
        page.locator("#k-transfer")
                .getByRole(AriaRole.BUTTON, named("Transfer"))
                .click();
        assertThat(page.locator("#k-transfer .k-err")).containsText("mandate");
        page.locator("#k-transfer [data-k-close]").click();
        methods.getByText("Take out of use").click();
        page.locator("#k-ask [data-k-ask-yes]").click();
        assertThat(methods).containsText("Out of use");
        page.navigate("/customer.xhtml?id=" + to + "&tab=timeline");
        assertThat(page.locator("main")).containsText("Payment method taken over from another customer");
        page.navigate("/customer.xhtml?id=" + from + "&tab=timeline");
        assertThat(page.locator("main")).containsText("Payment method given to another customer");
    }

    /** a method is added on the record, and its vault is asked to forget it; while the connection is off, that is said. */
    @Test
    @BrowserTest
    void addedAndDeletedAtTheVaultOnTheRecord(KontorServer kontor, Api api, Page page) {
        String word = "gone" + Long.toString(System.nanoTime(), 36);
        String customer = customer(api, "Owner " + word, "USD");
        String vault = vault(api);
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + customer);
        Locator methods = page.locator("#wallet");
        assertThat(methods).containsText("None yet");
        methods.getByText("Add…").click();
        Locator dialog = page.locator("#k-method");
        dialog.getByRole(AriaRole.BUTTON, named("Add")).click();
        assertThat(dialog).containsText("Name the connection");
        assertThat(dialog).containsText("Say what it is called there");
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
        dialog.locator("[id='newMethod:connectionId']").selectOption(vault);
        dialog.locator("[id='newMethod:shopperId']").fill("payer-" + word);
        dialog.locator("[id='newMethod:methodId']").fill("4111 1111 1111 1111");
        dialog.locator("[id='newMethod:brand']").fill("MASTERCARD");
        dialog.locator("[id='newMethod:lastDigits']").fill("2222");
        dialog.locator("[id='newMethod:expires']").fill("2029-03");
        dialog.getByRole(AriaRole.BUTTON, named("Add")).click();
        assertThat(dialog).containsText("a card number must never come here");
        dialog.locator("[id='newMethod:methodId']").fill("card-" + word);
        dialog.getByRole(AriaRole.BUTTON, named("Add")).click();
        assertThat(dialog).isHidden();
        assertThat(methods).containsText("MASTERCARD •• 2222");

        methods.getByText("Delete at the vault").click();
        page.locator("#k-ask [data-k-ask-yes]").click();
        assertThat(methods).containsText("Out of use");
        assertThat(methods).containsText("is asked to forget it since");
        assertThat(methods.getByText("Delete at the vault")).hasCount(0);
        String one = "/api/v1/payment-methods/"
                + api.get("/api/v1/customers/" + customer + "/payment-methods").text("/items/0/id");
        Reply waiting = api.await(one, reply -> reply.text("/removal/message").startsWith("Enable the connection"));
        assertEquals("REQUESTED", waiting.text("/removal/state"));
        assertEquals(
                "REMOVAL_UNDER_WAY",
                api.send("POST", one + "/removals", "application/json", "")
                        .expect(409)
                        .text("/code"));
        page.reload();
        assertThat(methods).containsText("Enable the connection");
        page.navigate("/customer.xhtml?id=" + customer + "&tab=timeline");
        assertThat(page.locator("main")).containsText("Vault asked to forget payment method");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Reply add(Api api, String customer, String vault, String word, String type) {
        return api.post(
                        "/api/v1/customers/" + customer + "/payment-methods",
                        "{\"connectionId\":" + vault + ",\"shopperId\":\"payer-" + word + "\",\"methodId\":\"" + type
                                + "-"
                                + word + "\",\"type\":\"" + type
                                + "\",\"brand\":\"VISA\",\"lastDigits\":\"1111\",\"expires\":\"2028-07\"}")
                .expect(201);
    }

    private static String body(String customer) {
        return "{\"customerId\":" + customer + "}";
    }

    private static String vault(Api api) {
        return api.post(
                        "/api/v1/connections",
                        "{\"connector\":\"vault-bluesnap\",\"name\":\"Vault " + System.nanoTime()
                                + "\",\"enabled\":false,\"settings\":{\"environment\":\"sandbox\",\"username\":\"api\",\"merchantId\":\"1\"},"
                                + "\"secrets\":{\"password\":\"hush\"}}")
                .expect(201)
                .text("/id");
    }

    private static String customer(Api api, String name, String currency) {
        return api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"" + name
                                + "\",\"currency\":\"" + currency + "\"}")
                .expect(201)
                .text("/id");
    }
}
