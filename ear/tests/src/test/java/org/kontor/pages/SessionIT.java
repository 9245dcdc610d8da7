package org.kontor.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Browser;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.OnKontor;

/** Nothing typed is lost when the session ends. */
@BrowserTest
@ExtendWith(OnKontor.class)
class SessionIT {

    @Test
    void whoeverWasSignedOutSignsInOverTheFormAndSavesWhatStandsThere(KontorServer kontor, Api api, Page page) {
        String name = "Session " + Long.toString(System.nanoTime(), 36);
        kontor.signIn(page);
        page.navigate("/customer-edit.xhtml");
        page.getByLabel("Company name").fill(name);
        page.locator("[id='form:emails_input']").fill("kept@session.example");
        page.locator("[id='form:emails_input']").press("Enter");
        page.context().clearCookies();
        press(page, "Create customer");
        Locator card = page.locator("#k-ended");
        assertThat(card).isVisible();
        assertThat(card).containsText("Sign in again as admin");
        assertEquals(List.of(), Browser.axe(page).include("#k-ended").analyze().getViolations());
        card.getByLabel("Password").fill("another one");
        press(page, "Sign in and go on");
        assertThat(card.locator("#k-again-error")).containsText("do not belong together");
        card.getByLabel("Password").fill(KontorServer.ADMIN_PASSWORD);
        press(page, "Sign in and go on");
        assertThat(card).isHidden();
        assertThat(page.getByLabel("Company name")).hasValue(name);
        press(page, "Create customer");
        page.waitForURL("**/customer.xhtml?id=*");
        assertThat(page.locator("#header h1")).hasText(name);
        assertThat(page.locator("#main")).containsText("kept@session.example");
    }

    @Test
    void fieldsThatAChoiceBroughtComeBackWithWhatWasTypedIntoThem(KontorServer kontor, Page page) {
        String name = "Person" + Long.toString(System.nanoTime(), 36);
        kontor.signIn(page);
        page.navigate("/customer-edit.xhtml");
        page.getByLabel("Residential").check();
        page.getByLabel("Last name").fill(name);
        page.context().clearCookies();
        press(page, "Create customer");
        page.locator("#k-ended").getByLabel("Password").fill(KontorServer.ADMIN_PASSWORD);
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        page.evaluate("() => { PrimeFaces.ab({s: 'form:save', f: 'form', p: '@none'}); }");
        assertEquals(List.of(), asked, "an answer would bring another session over the one that is signed in to");
        press(page, "Sign in and go on");
        assertThat(page.locator("#k-ended")).isHidden();
        assertThat(page.locator("body")).not().hasClass("k-busy");
        assertThat(page.getByLabel("Last name")).hasValue(name);
        press(page, "Create customer");
        page.waitForURL("**/customer.xhtml?id=*");
        assertThat(page.locator("#header h1")).hasText(name);
    }

    @Test
    void twoMinutesBeforeTheEndThePageOffersToStay(KontorServer kontor, Page page) {
        kontor.signIn(page);
        page.clock().install();
        page.navigate("/customer-edit.xhtml");
        page.clock().runFor("57:30");
        assertThat(page.locator("#k-idle")).isHidden();
        page.clock().runFor("01:00");
        assertThat(page.locator("#k-idle")).isVisible();
        press(page, "Stay signed in");
        assertThat(page.locator("#k-idle")).isHidden();
        page.clock().runFor("01:01:00");
        assertThat(page.locator("#k-ended")).isVisible();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }
}
