package org.kontor.communication;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kontor.harness.Api;
import org.kontor.harness.Api.Reply;
import org.kontor.harness.Browser;
import org.kontor.harness.BrowserTest;
import org.kontor.harness.KontorServer;
import org.kontor.harness.MailBox;
import org.kontor.harness.OnKontor;

/** Messages to customers, over REST and on the record, sent by the connector for SMTP. */
@ExtendWith(OnKontor.class)
class MessagesIT {

    private static final Pattern DEAR = Pattern.compile("Dear Talk \\S+\\.");

    /** S4-05, S4-09, S4-55, S4-129: without a connection it is refused with the cure; with one it arrives and is recorded. */
    @Test
    void anEMailIsSentOverRest(Api api) {
        String customer = customer(api);
        Reply refused = api.post(messages(customer), email("anna@shop.example")).expect(409);
        assertEquals("NO_CHANNEL", refused.text("/code"));
        assertTrue(refused.body().contains("under Connections"), refused.body());
        assertFalse(channel(api, customer, 0));
        try (MailBox box = new MailBox();
                Line line = new Line(api, box.port())) {
            assertEquals("UP", line.health());
            assertTrue(channel(api, customer, 0));
            Reply wrong = api.post(
                            messages(customer),
                            "{\"channel\":\"EMAIL\",\"address\":\"nobody\",\"subject\":\"\",\"text\":\"\"}")
                    .expect(422);
            assertEquals(
                    List.of("subject", "text", "address"),
                    List.of(
                            wrong.text("/errors/0/field"),
                            wrong.text("/errors/1/field"),
                            wrong.text("/errors/2/field")));

            Reply written =
                    api.post(messages(customer), email("anna@shop.example")).expect(201);
            String path = written.header("Location").orElseThrow().replaceAll(".*/api/", "/api/");
            assertEquals("/api/v1/communications/" + written.text("/id"), path);
            Reply sent = api.await(path, reply -> reply.text("/state").equals("SENT"));
            assertTrue(box.messages().get(0).contains("Subject: About your visit"));
            assertTrue(box.messages().get(0).contains(sent.text("/remoteId")), sent.body());
            assertEquals(
                    sent.text("/happenedAt"),
                    api.get("/api/v1/customers/" + customer + "/last-contact").text("/lastContacted"));
            api.post(messages(customer), "{\"channel\":\"CALL\",\"direction\":\"IN\",\"text\":\"Asked for a date.\"}")
                    .expect(201);
            assertEquals(
                    sent.text("/happenedAt"),
                    api.get("/api/v1/customers/" + customer + "/last-contact").text("/lastContacted"));
            assertEquals(
                    customer,
                    api.get("/api/v1/customers?sort=-lastContacted&limit=1").text("/items/0/id"));
            assertEquals(2, api.get(messages(customer)).at("/items").size());
            assertEquals(
                    1,
                    api.get(messages(customer) + "?channel=CALL").at("/items").size());
            assertTrue(api.get("/api/v1/customers/" + customer + "/timeline")
                    .body()
                    .contains("email.sent"));
            assertEquals(
                    "NOT_SENDABLE",
                    api.post(path + "/sendings", "{\"evenIfTwice\":true}")
                            .expect(409)
                            .text("/code"));
            api.with("If-Match", "\"99\"")
                    .post(path + "/sendings", "{\"evenIfTwice\":true}")
                    .expect(412);
        }
    }

    /** S2-22, S4-07: that a text message was held back is in the history although it was refused. */
    @Test
    void whoDidNotAgreeGetsNoTextMessage(Api api) {
        String customer = customer(api);
        String contact = api.post(
                        "/api/v1/customers/" + customer + "/contacts",
                        "{\"firstName\":\"Cara\",\"mobile\":\"+13032027333\",\"smsOptIn\":false}")
                .expect(201)
                .text("/id");
        Reply refused = api.post(
                        messages(customer), "{\"channel\":\"SMS\",\"contactId\":" + contact + ",\"text\":\"Hello\"}")
                .expect(422);
        assertEquals("SMS_NOT_AGREED", refused.text("/errors/0/code"));
        assertEquals(0, api.get(messages(customer)).at("/items").size());
        assertTrue(api.get("/api/v1/customers/" + customer + "/timeline").body().contains("sms.blocked"));
    }

    /** S4-16, S4-129: invoices are chosen, looked at and sent; the history of the invoice says so. */
    @Test
    @BrowserTest
    void invoicesAreSentFromTheRecord(KontorServer kontor, Api api, Page page) {
        String customer = customer(api);
        String invoice = api.post(
                        "/api/v1/invoices",
                        "{\"customerId\":" + customer + ",\"status\":\"OPEN\",\"currency\":\"USD\","
                                + "\"lines\":[{\"description\":\"Work\",\"quantity\":\"1\",\"unitPrice\":\"99.95\"}]}")
                .expect(201)
                .text("/id");
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + customer + "&tab=communication");
        assertThat(page.locator("#communication")).containsText("No messages yet");
        assertThat(button(page, "Send e-mail")).isDisabled();
        assertThat(page.locator("#communication")).containsText("set up and enable a connection for e-mail");
        assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
        page.navigate("/send-invoices.xhtml?customer=" + customer);
        assertThat(button(page, "Send by e-mail")).isDisabled();
        try (MailBox box = new MailBox();
                Line line = new Line(api, box.port())) {
            assertEquals("UP", line.health());
            page.navigate("/send-invoices.xhtml?customer=" + customer);
            button(page, "Send by e-mail").click();
            assertThat(page.locator("h1")).hasText("Send e-mail");
            assertThat(page.getByLabel("Subject")).hasValue(java.util.regex.Pattern.compile("Invoice .+"));
            assertEquals(
                    List.of(), Browser.axe(page).exclude("iframe").analyze().getViolations());
            page.getByLabel("Subject").fill("");
            button(page, "Send").click();
            assertThat(page.locator(".k-err").first()).containsText("Write what it is about");
            page.getByLabel("Subject").fill("Your invoice");
            page.getByLabel("Another address").fill("books@shop.example");
            button(page, "Send").click();
            assertThat(page.locator("#communication")).containsText("Your invoice");
            Reply sent = api.await(
                    messages(customer), reply -> reply.text("/items/0/state").equals("SENT"));
            String mail = box.messages().get(0);
            assertTrue(mail.contains("To: books@shop.example") && mail.contains("application/pdf"), mail);
            page.navigate("/invoice.xhtml?id=" + invoice);
            assertThat(page.locator("body")).containsText("Invoice sent");
            page.navigate("/message.xhtml?id=" + sent.text("/items/0/id"));
            assertThat(page.locator("h1")).hasText("Your invoice");
            assertThat(page.locator("body")).containsText("Sent");
            assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
        }
    }

    /** S4-08, S4-129: a call is logged without a connector and found again; S4-05: a mail server that is away is told, and loses nothing. */
    @Test
    @BrowserTest
    void callsAreLoggedAndTroubleIsTold(KontorServer kontor, Api api, Page page) {
        String customer = customer(api);
        kontor.signIn(page);
        page.navigate("/customer.xhtml?id=" + customer + "&tab=communication");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Log a call"))
                .last()
                .click();
        button(page, "Log the call").click();
        assertThat(page.locator(".k-err").first()).containsText("Write what was said");
        page.getByLabel("What was said").fill("Asked for a date.");
        button(page, "Log the call").click();
        assertThat(page.locator("#communication ol")).containsText("Call to the customer");
        page.locator("#communication select").first().selectOption("EMAIL");
        assertThat(page.locator("#communication")).containsText("There are no such messages.");
        page.locator("#communication select").first().selectOption("CALL");
        assertThat(page.locator("#communication ol")).containsText("Call to the customer");
        int closed;
        try (MailBox box = new MailBox()) {
            closed = box.port();
        }
        try (Line line = new Line(api, closed)) {
            assertEquals("DOWN", line.health());
            Reply written =
                    api.post(messages(customer), email("anna@shop.example")).expect(201);
            String path = "/api/v1/communications/" + written.text("/id");
            Reply waiting = api.await(path, reply -> !reply.text("/trouble").isEmpty());
            assertEquals("QUEUED", waiting.text("/state"));
            page.navigate("/message.xhtml?id=" + written.text("/id"));
            assertThat(page.locator(".k-banner[role=note]")).containsText("cannot be reached");
            assertEquals(List.of(), Browser.axe(page).analyze().getViolations());
        }
    }

    /**
     * S4-20, S4-21, S4-22, S4-59, S4-130: a cadence is built and put on, its step is looked at, approved and sent once, and what was not sent
     * goes with the cadence.
     */
    @Test
    @BrowserTest
    void aCadenceIsBuiltPutOnAndApproved(KontorServer kontor, Api api, Page page) {
        String customer = customer(api);
        String name = "Welcome " + Long.toString(System.nanoTime(), 36);
        kontor.signIn(page);
        page.navigate("/cadence.xhtml");
        button(page, "Save cadence").click();
        assertThat(page.locator(".k-err").first()).containsText("Give the cadence a name");
        page.getByLabel("Name").fill(name);
        page.getByLabel("When").selectOption("AFTER_ASSIGNED");
        assertThat(page.locator(".k-step")).not().containsText("{invoiceNumber}");
        page.getByLabel("Subject").fill("Welcome, {customer}");
        page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)).fill("Dear {customer}.");
        button(page, "Save cadence").click();
        page.waitForURL("**/cadence.xhtml?id=*");
        assertThat(page.locator("h1")).hasText(name);
        page.getByLabel("Preview step 1").click();
        page.locator("#g-customer").fill(customer);
        button(page, "Show").click();
        assertThat(page.locator(".k-pre")).hasText(DEAR);

        page.navigate("/customer.xhtml?id=" + customer + "&tab=todo");
        assertThat(page.locator("#todos")).containsText("Nothing here");
        page.locator("#header .k-iconbar summary").click();
        page.locator("[data-k-dialog=k-cadence]").click();
        page.locator("#k-cadence select").selectOption(name);
        page.locator("#k-cadence").getByText("Save").click();
        assertThat(page.locator("#header")).containsText("Cadence: " + name);
        String toDos = "/api/v1/customers/" + customer + "/todos";
        api.await(toDos, reply -> reply.text("/items/0/state").equals("PENDING"));
        try (MailBox box = new MailBox();
                Line line = new Line(api, box.port())) {
            assertEquals("UP", line.health());
            page.navigate("/to-dos.xhtml?whose=all&show=TODAY");
            page.locator("#todos a.k-strong").getByText("Welcome, Talk").last().click();
            assertThat(page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)))
                    .hasValue(DEAR);
            button(page, "Approve and send").click();
            page.waitForURL("**/customer.xhtml?id=" + customer + "*");
            api.await(messages(customer), reply -> reply.text("/items/0/state").equals("SENT"));
            assertEquals(1, api.get(messages(customer)).at("/items").size());
            assertTrue(box.messages().get(0).contains("Subject: Welcome, Talk"));
        }
        api.post(toDos, "{\"subject\":\"Ask for the address\"}").expect(201);
        assertEquals("Ask for the address", api.get(toDos).text("/items/0/subject"));
        assertEquals("DONE", api.get(toDos + "?state=DONE").text("/items/0/state"));
        page.locator("#header .k-iconbar summary").click();
        page.getByText("Remove cadence").first().click();
        page.locator("[data-k-ask-yes]").click();
        assertThat(page.locator("#header")).not().containsText("Cadence: ");
        assertEquals("", api.get("/api/v1/customers/" + customer + "/cadence").text("/name"));
        assertTrue(api.get("/api/v1/customers/" + customer + "/timeline").body().contains("cadence.removed"));
    }

    private static Locator button(Page page, String name) {
        return page.locator("main")
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static boolean channel(Api api, String customer, int index) {
        return api.get("/api/v1/customers/" + customer + "/communication-channels")
                .expect(200)
                .at("/items/" + index + "/ready")
                .asBoolean();
    }

    private static String messages(String customer) {
        return "/api/v1/customers/" + customer + "/communications";
    }

    private static String email(String to) {
        return "{\"channel\":\"EMAIL\",\"address\":\"" + to
                + "\",\"subject\":\"About your visit\",\"text\":\"See you soon.\"}";
    }

    private static String customer(Api api) {
        return api.post(
                        "/api/v1/customers",
                        "{\"accountType\":\"STANDARD\",\"class\":\"BUSINESS\",\"companyName\":\"Talk "
                                + Long.toString(System.nanoTime(), 36)
                                + "\",\"currency\":\"USD\",\"emails\":[\"billing@shop.example\"]}")
                .expect(201)
                .text("/id");
    }

    /** A connection to a mail server on this machine, for as long as a test needs it. */
    private static final class Line implements AutoCloseable {

        private final Api api;
        private final String path;

        Line(Api api, int port) {
            this.api = api;
            String id = api.post(
                            "/api/v1/connections",
                            "{\"connector\":\"mail-smtp\",\"name\":\"Talk " + System.nanoTime()
                                    + "\",\"enabled\":true,\"settings\":{\"host\":\"127.0.0.1\",\"port\":\"" + port
                                    + "\",\"security\":\"none\",\"from\":\"office@shop.example\"},\"secrets\":{}}")
                    .expect(201)
                    .text("/id");
            path = "/api/v1/connections/" + id;
        }

        /** Greets the mail server. */
        String health() {
            return api.post(path + "/test", "").expect(200).text("/health");
        }

        @Override
        public void close() {
            api.with("If-Match", api.get(path).expect(200).header("ETag").orElseThrow())
                    .delete(path)
                    .expect(204);
        }
    }
}
