package org.kontor.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.Permission;
import org.kontor.access.RoleDraft;
import org.kontor.access.Roles;
import org.kontor.access.SignIn;
import org.kontor.access.UserDraft;
import org.kontor.access.UserView;
import org.kontor.access.Users;
import org.kontor.communication.MessageDirection;
import org.kontor.communication.MessageDraft;
import org.kontor.communication.MessageKind;
import org.kontor.communication.MessageView;
import org.kontor.communication.Messages;
import org.kontor.contact.Contacts;
import org.kontor.contact.JobChanges;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.jobs.JobHandler.Outcome;
import org.kontor.jobs.JobRun;
import org.kontor.lifecycle.MergeDraft;
import org.kontor.lifecycle.Merges;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;
import org.kontor.ticket.TicketDraft;
import org.kontor.ticket.TicketView;
import org.kontor.ticket.Tickets;

/** Subscribing, noting, sending, trying again, and who may see what, with a real endpoint. */
@OnPostgres
class WebhooksTest {

    private static final List<String> CUSTOMER_EVENTS = List.of("customer.created", "customer.updated");

    private final TestKontor kontor = new TestKontor().with(WebhookTarget.class, WebhookRulesTest.target(true));
    private final Receiver receiver = new Receiver();
    private Caller anna = Caller.SYSTEM;
    private NewWebhook webhook = new NewWebhook(0, 0, "");

    @BeforeEach
    void subscribe() {
        anna = user("anna", "read:customer", "write:customer", "import:customer", "subscribe:webhook");
        webhook = kontor.as(anna, () -> webhooks().create(draft(CUSTOMER_EVENTS)));
    }

    @AfterEach
    void close() {
        receiver.close();
        kontor.close();
    }

    /** S3-66. */
    @Test
    void aNewCustomerIsToldOnceSignedWithWhatRestShows() throws Exception {
        CustomerView made = create("Alster Supply");
        deliver();
        Receiver.Message message = receiver.messages().get(0);
        assertEquals(1, receiver.messages().size());
        assertTrue(message.body().contains("\"type\":\"customer.created\""), message.body());
        assertTrue(message.body().contains("\"displayName\":\"Alster Supply\""), message.body());
        assertTrue(message.body().contains("\"id\":" + made.id()), message.body());
        assertTrue(message.id().startsWith("msg_"), message.id());
        DeliveryView line = log().get(0);
        assertEquals(DeliveryState.DELIVERED, line.state());
        assertEquals(Optional.of(200), line.status());
        assertEquals("ok", line.answer());
        assertEquals(message.id(), line.messageId());
        assertEquals(
                WebhookSignature.of(
                        webhook.secret(), message.id(), kontor.clock().instant().getEpochSecond(), message.body()),
                message.headers().firstValue("webhook-signature").orElse(""));
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        assertThrows(
                IllegalStateException.class,
                () -> kontor.as(anna, () -> {
                    kontor.get(Customers.class)
                            .register(Drafts.business("Never").draft());
                    throw new IllegalStateException("on purpose");
                }));
        deliver();
        assertEquals(List.of(), receiver.bodies());
        assertEquals("0", kontor.sql("select count(*) from webhook_delivery"));
    }

    /** S3-68. */
    @Test
    void aThousandCustomersAtOnceAreToldOnceEach() {
        kontor.as(
                anna,
                () -> kontor.get(CustomerBulk.class)
                        .create(
                                IntStream.range(0, 1_000)
                                        .mapToObj(i -> CustomerRules.check(
                                                Drafts.business("Firm " + i).draft(),
                                                java.time.LocalDate.of(2026, 11, 21)))
                                        .toList(),
                                7));
        assertEquals("1", kontor.sql("select count(*) from job where task_name = 'webhook-delivery'"));
        deliver();
        Set<String> ids = new HashSet<>();
        receiver.messages().forEach(m -> ids.add(m.id()));
        assertEquals(1_000, receiver.messages().size());
        assertEquals(1_000, ids.size());
        assertEquals("1000", kontor.sql("select count(*) from webhook_delivery where state = 'DELIVERED'"));
    }

    /** S3-71, X-17: the catalogue, each event with what its subscriber needs. */
    @Test
    void theCatalogueTellsOfTheWholeLifeOfACustomerAndOfItsMoney() {
        Map<String, Permission> catalogue = Arrays.stream(WebhookEvent.values())
                .collect(Collectors.toMap(WebhookEvent::wireName, WebhookEvent::permission));
        for (String change : List.of("created", "updated", "archived", "restored", "merged", "unmerged", "erased")) {
            assertEquals(Permission.READ_CUSTOMER, catalogue.get("customer." + change), change);
        }
        for (String change : List.of("ticket.created", "ticket.updated")) {
            assertEquals(Permission.READ_CUSTOMER, catalogue.get(change), change);
        }
        for (String money : List.of("invoice.issued", "invoice.paid", "payment.created", "credit.created")) {
            assertEquals(Permission.READ_RECEIVABLE, catalogue.get(money), money);
        }
        for (String message : List.of("message.sent", "message.received", "message.failed", "call.logged")) {
            assertEquals(Permission.READ_MESSAGE, catalogue.get(message), message);
        }
        catalogue.forEach((name, permission) -> assertTrue(name.matches("[a-z-]+\\.[a-z-]+"), name));
    }

    /** S3-67. */
    @Test
    void whoLacksThePermissionOfAnEventCannotSubscribeToIt() {
        Caller bert = user("bert", "subscribe:webhook");
        AppException e = assertThrows(
                AppException.class, () -> kontor.as(bert, () -> webhooks().create(draft(CUSTOMER_EVENTS))));
        assertEquals(ErrorKind.FORBIDDEN, e.kind());
        assertTrue(String.valueOf(e.getMessage()).contains("read:customer"), e.getMessage());
    }

    /** S3-69. */
    @Test
    void whoLosesThePermissionGetsNothingMore() {
        create("Before");
        deliver();
        change("anna", List.of("subscribe:webhook"), true);
        kontor.asSystem(() ->
                kontor.get(Customers.class).register(Drafts.business("After").draft()));
        deliver();
        assertEquals(1, receiver.messages().size());
        assertEquals(DeliveryState.DROPPED, log(Caller.SYSTEM).get(0).state());
    }

    @Test
    void whoIsMadeInactiveGetsNothingMore() {
        create("Before");
        change("anna", List.of("read:customer", "subscribe:webhook"), false);
        deliver();
        assertEquals(List.of(), receiver.bodies());
        assertEquals(DeliveryState.DROPPED, log(Caller.SYSTEM).get(0).state());
    }

    /** S3-70. */
    @Test
    void whatIsSentIsReadAtDeliveryAndHoldsNothingMedical() {
        CustomerView made = create("Old name");
        kontor.as(
                anna,
                () -> kontor.get(Customers.class)
                        .revise(
                                made.id(),
                                made.version(),
                                Drafts.business("New name").draft()));
        deliver();
        String first = receiver.bodies().get(0);
        assertTrue(first.contains("customer.created") && first.contains("New name"), first);
        assertFalse(first.contains("Old name"), first);
        receiver.bodies()
                .forEach(body ->
                        assertFalse(body.toLowerCase(java.util.Locale.ROOT).contains("medical"), body));
    }

    @Test
    void contactsAreToldWithTheContact() {
        kontor.as(anna, () -> webhooks().create(draft(List.of("contact.created"))));
        CustomerView made = kontor.as(
                anna,
                () -> kontor.get(Customers.class)
                        .register(Drafts.person("Mia", "Sand").draft()));
        kontor.as(anna, () -> {
            Contacts contacts = kontor.get(Contacts.class);
            return contacts.add(made.id(), contacts.ofCustomer(made.id()).get(0).toDraft());
        });
        deliver();
        String body = receiver.bodies().stream()
                .filter(b -> b.contains("contact.created"))
                .findFirst()
                .orElseThrow();
        assertTrue(body.contains("\"lastName\":\"Sand\""), body);
    }

    /** S2-32: with the contact; a change that is told twice is one. */
    @Test
    void aChangedJobIsToldOnce() {
        kontor.sql("update company_setting set choices = '{\"linkedInUpdates\":\"true\"}'");
        kontor.as(anna, () -> webhooks().create(draft(List.of("contact.job-changed"))));
        long contact = kontor.as(anna, () -> {
            CustomerView made = kontor.get(Customers.class)
                    .register(Drafts.person("Jo", "Weber").draft());
            return kontor.get(Contacts.class).ofCustomer(made.id()).get(0).id();
        });
        kontor.sql("update contact set linked_in_url = 'https://www.linkedin.com/in/jo' where id = " + contact);
        for (int i = 0; i < 2; i++) {
            kontor.as(anna, () -> kontor.get(JobChanges.class).report(contact, "watch", "Clerk", "CFO"));
        }
        deliver();
        List<String> told = receiver.bodies().stream()
                .filter(b -> b.contains("contact.job-changed"))
                .toList();
        assertEquals(1, told.size());
        assertTrue(told.get(0).contains("\"lastName\":\"Weber\""), told.get(0));
    }

    /** With the ticket, also when a contact opened it. */
    @Test
    void ticketsAreToldWithTheTicket() {
        kontor.as(anna, () -> webhooks().create(draft(List.of("ticket.created", "ticket.updated"))));
        CustomerView made = kontor.as(
                anna,
                () -> kontor.get(Customers.class)
                        .register(Drafts.person("Mia", "Sand").draft()));
        TicketView opened = kontor.as(anna, () -> {
            long contact =
                    kontor.get(Contacts.class).ofCustomer(made.id()).get(0).id();
            return kontor.get(Tickets.class).open(made.id(), ticket("Line is down", contact));
        });
        kontor.as(
                anna,
                () -> kontor.get(Tickets.class)
                        .revise(
                                opened.id(),
                                opened.version(),
                                ticket("Line is up again", opened.contactId().orElseThrow())));
        deliver();
        List<String> told = receiver.bodies().stream()
                .filter(body -> body.contains("\"type\":\"ticket."))
                .toList();
        assertEquals(2, told.size(), told.toString());
        for (String body : told) {
            assertTrue(body.contains("\"data\":{\"id\":" + opened.id()), body);
            assertTrue(body.contains("\"subject\":\"Line is up again\""), body);
        }
    }

    /** S3-67, S3-71: what was written down of a message, to whoever may read messages, as it is at delivery; a rolled back one never. */
    @Test
    void messagesAreToldWithTheMessageToWhoMayReadThem() {
        assertEquals(Optional.of(WebhookEvent.MESSAGE_SENT), WebhookEvent.told("email.sent"));
        assertEquals(Optional.of(WebhookEvent.MESSAGE_SENT), WebhookEvent.told("letter.sent"));
        assertEquals(Optional.of(WebhookEvent.MESSAGE_FAILED), WebhookEvent.told("sms.unknown"));
        assertEquals(Optional.empty(), WebhookEvent.told("email.queued"));
        List<String> events = List.of("message.received", "call.logged");
        AppException refused = assertThrows(
                AppException.class, () -> kontor.as(anna, () -> webhooks().create(draft(events))));
        assertTrue(String.valueOf(refused.getMessage()).contains("read:message"), refused.getMessage());
        Caller cara = user("cara", "read:customer", "read:message", "send:message", "subscribe:webhook");
        kontor.as(cara, () -> webhooks().create(draft(events)));
        CustomerView made = create("Harbor Pine");
        Messages messages = kontor.get(Messages.class);
        MessageView mail = kontor.as(cara, () -> messages.add(made.id(), received(MessageKind.EMAIL)));
        MessageView call = kontor.as(cara, () -> messages.add(made.id(), received(MessageKind.CALL)));
        deliver();
        List<String> told = receiver.bodies().stream()
                .filter(body -> !body.contains("\"type\":\"customer."))
                .toList();
        assertEquals(2, told.size(), told.toString());
        assertTrue(told.get(0).contains("\"type\":\"message.received\""), told.get(0));
        assertTrue(told.get(0).contains("\"data\":{\"id\":" + mail.id()), told.get(0));
        assertTrue(told.get(0).contains("When do you open?"), told.get(0));
        assertTrue(told.get(1).contains("\"type\":\"call.logged\""), told.get(1));
        assertTrue(told.get(1).contains("\"data\":{\"id\":" + call.id()), told.get(1));
    }

    private static MessageDraft received(MessageKind kind) {
        return new MessageDraft(
                Optional.of(kind),
                Optional.of(MessageDirection.IN),
                kind == MessageKind.CALL ? "" : "anna@shop.example",
                Optional.empty(),
                kind == MessageKind.CALL ? "" : "Question",
                "When do you open?",
                List.of(),
                Optional.empty());
    }

    private static TicketDraft ticket(String subject, long contact) {
        return new TicketDraft(
                subject, "", Optional.empty(), "", "", "", Optional.of(contact), "", "", "", Optional.empty(), "", "");
    }

    /** S4-126: subscribers learn which numbers lead to whom from a merge on, and which do no more once it is taken back. */
    @Test
    void aMergeAndItsUndoAreToldWithTheNumbersConcerned() {
        kontor.as(anna, () -> webhooks().create(draft(List.of("customer.merged", "customer.unmerged"))));
        long stays = create("Alster Supply").id();
        long first = create("Alster Supplies").id();
        long second = create("Alster Suppl.").id();
        Merges merges = kontor.get(Merges.class);
        long merge = kontor.asSystem(() -> merges.merge(new MergeDraft(stays, List.of(first, second))))
                .id();
        deliver();
        String tail =
                "\"mergeId\":" + merge + ",\"mergedIds\":[" + first + "," + second + "],\"mergedInto\":" + stays + "}";
        List<String> merged = receiver.bodies().stream()
                .filter(body -> body.contains("\"type\":\"customer.merged\""))
                .toList();
        assertEquals(1, merged.size());
        assertTrue(merged.get(0).contains("\"data\":{\"id\":" + stays), merged.get(0));
        assertTrue(merged.get(0).contains(tail), merged.get(0));

        kontor.asSystem(() -> merges.undo(merge, false));
        deliver();
        List<String> undone = receiver.bodies().stream()
                .filter(body -> body.contains("\"type\":\"customer.unmerged\""))
                .toList();
        assertEquals(3, undone.size());
        for (int i = 0; i < 3; i++) {
            assertTrue(
                    undone.get(i)
                            .contains("\"data\":{\"id\":"
                                    + List.of(stays, first, second).get(i)),
                    undone.get(i));
            String own = i == 0
                    ? first + "," + second
                    : List.of(first, second).get(i - 1).toString();
            assertTrue(
                    undone.get(i).contains("\"mergedIds\":[" + own + "],\"mergedInto\":" + stays + "}"), undone.get(i));
        }
    }

    @Test
    void aFailedDeliveryIsTriedAgainLaterAndWhatFollowsOfTheSameCustomerWaits() {
        receiver.answers(500, "no");
        CustomerView made = create("Patience");
        deliver();
        assertEquals(1, receiver.messages().size());
        DeliveryView failed = log().get(0);
        assertEquals(DeliveryState.PENDING, failed.state());
        assertEquals(Optional.of(500), failed.status());
        assertEquals("no", failed.answer());
        kontor.as(
                anna,
                () -> kontor.get(Customers.class)
                        .revise(
                                made.id(),
                                made.version(),
                                Drafts.business("Patience 2").draft()));
        deliver();
        assertEquals(1, receiver.messages().size(), "the change waits for the creation");
        receiver.answers(204, "");
        kontor.clock().advance(Duration.ofSeconds(13));
        deliver();
        List<String> bodies = receiver.bodies();
        assertEquals(3, bodies.size());
        assertTrue(bodies.get(1).contains("customer.created") && bodies.get(2).contains("customer.updated"));
        assertEquals(
                receiver.messages().get(0).id(), receiver.messages().get(1).id(), "the same message has the same id");
        assertTrue(Integer.parseInt(
                        kontor.sql(
                                "select count(*) from job where task_name = 'webhook-delivery' and execution_time > now() - interval '1 hour'"))
                >= 1);
    }

    @Test
    void afterThreeDaysItIsGivenUpAndCanBeReplayed() {
        receiver.answers(503, "");
        create("Never up");
        for (int i = 0; i < 200 && log().get(0).state() == DeliveryState.PENDING; i++) {
            deliver();
            kontor.clock().advance(Duration.ofHours(1));
        }
        DeliveryView given = log().get(0);
        assertEquals(DeliveryState.FAILED, given.state());
        assertTrue(given.attempts() >= 8, "attempts " + given.attempts());
        assertTrue(Duration.between(given.occurredAt(), given.attemptedAt().orElseThrow())
                        .compareTo(Duration.ofDays(3))
                >= 0);
        receiver.answers(200, "at last");
        assertEquals(
                1,
                kontor.as(anna, () -> webhooks().replay(webhook.id(), replay(List.of(), Optional.of(true))))
                        .count());
        kontor.clock().advance(Duration.ofHours(2));
        deliver();
        assertEquals(DeliveryState.DELIVERED, log().get(0).state());
    }

    @Test
    void anEndpointThatIsDownIsLeftAloneAndTriedWithOneMessage() {
        receiver.answers(500, "");
        for (int i = 0; i < 12; i++) {
            create("Firm " + i);
        }
        deliver();
        int sent = receiver.messages().size();
        WebhookView down = kontor.as(anna, () -> webhooks().find(webhook.id())).orElseThrow();
        assertTrue(down.pausedUntil().isPresent());
        assertEquals(12, sent);
        kontor.clock().advance(Duration.ofSeconds(20));
        deliver();
        assertEquals(sent, receiver.messages().size(), "nothing is sent while it is left alone");
        kontor.clock().advance(Duration.ofSeconds(11));
        deliver();
        assertEquals(sent + 1, receiver.messages().size(), "one goes first");
        receiver.answers(200, "");
        kontor.clock().advance(Duration.ofMinutes(2));
        deliver();
        assertEquals("12", kontor.sql("select count(*) from webhook_delivery where state = 'DELIVERED'"));
        assertEquals(
                0,
                kontor.as(anna, () -> webhooks().find(webhook.id()))
                        .orElseThrow()
                        .failures());
    }

    @Test
    void aRedirectIsNotFollowedAndGoneEndsTheSubscription() {
        try (Receiver other = new Receiver()) {
            receiver.redirects(other.url());
            create("Elsewhere");
            deliver();
            assertEquals(0, other.messages().size());
            assertEquals(Optional.of(302), log().get(0).status());
        }
        receiver.answers(410, "");
        kontor.clock().advance(Duration.ofSeconds(13));
        deliver();
        assertFalse(kontor.as(anna, () -> webhooks().find(webhook.id()))
                .orElseThrow()
                .active());
        assertEquals("1", kontor.sql("select count(*) from access_event where kind = 'webhook.deactivated'"));
    }

    @Test
    void aPrivateAddressIsRefusedAtTheTryTooAndTheLogSaysWhy() {
        create("Inside");
        kontor.get(WebhookDelivery.class).target = WebhookRulesTest.target(false);
        deliver();
        assertEquals(List.of(), receiver.bodies());
        assertEquals(1, log().get(0).attempts());
        assertTrue(log().get(0).answer().contains("https://"), log().get(0).answer());
    }

    @Test
    void replayByIdAndByTimeSendsTheSameMessageOnceMore() {
        create("One");
        kontor.clock().advance(Duration.ofHours(1));
        create("Two");
        deliver();
        long first = log().get(1).id();
        assertEquals(
                1,
                kontor.as(anna, () -> webhooks().replay(webhook.id(), replay(List.of(first), Optional.empty())))
                        .count());
        deliver();
        assertEquals(3, receiver.messages().size());
        assertEquals(receiver.messages().get(0).id(), receiver.messages().get(2).id());
        ReplayDraft lastHour = new ReplayDraft(
                List.of(),
                Optional.of(kontor.clock().instant().minus(Duration.ofMinutes(30))),
                Optional.empty(),
                Optional.empty());
        assertEquals(
                1,
                kontor.as(anna, () -> webhooks().replay(webhook.id(), lastHour)).count());
        assertThrows(
                AppException.class,
                () -> kontor.as(anna, () -> webhooks().replay(webhook.id(), replay(List.of(), Optional.empty()))));
    }

    @Test
    void theSecretIsShownOnceAndStoredEncrypted() {
        assertTrue(webhook.secret().startsWith("whsec_"));
        assertFalse(webhook.toString().contains(webhook.secret()));
        assertEquals(
                "0",
                kontor.sql("select count(*) from webhook where position('"
                        + webhook.secret().substring(6) + "'::bytea in secret) > 0"));
        NewWebhook renewed = kontor.as(anna, () -> webhooks().newSecret(webhook.id()));
        assertFalse(renewed.secret().equals(webhook.secret()));
    }

    @Test
    void somebodyElsesIsNotThereAndAnAdministratorCanOnlySwitchItOff() {
        Caller other = user("other", "read:customer", "subscribe:webhook");
        assertTrue(kontor.as(other, () -> webhooks().find(webhook.id())).isEmpty());
        assertThrows(
                AppException.class,
                () -> kontor.as(
                        other, () -> webhooks().deliveries(webhook.id(), Optional.empty(), PageRequest.first())));
        Caller head = user("head", "read:customer", "subscribe:webhook", "read:user", "write:user");
        WebhookView seen = kontor.as(head, () -> webhooks().find(webhook.id())).orElseThrow();
        WebhookDraft elsewhere = new WebhookDraft("https://93.184.216.34/", "", CUSTOMER_EVENTS, Optional.of(true));
        assertEquals(
                ErrorKind.FORBIDDEN,
                assertThrows(
                                AppException.class,
                                () -> kontor.as(head, () -> webhooks().revise(seen.id(), seen.version(), elsewhere)))
                        .kind());
        assertThrows(AppException.class, () -> kontor.as(head, () -> webhooks().newSecret(seen.id())));
        WebhookDraft off = new WebhookDraft(seen.url(), seen.description(), seen.events(), Optional.of(false));
        assertFalse(kontor.as(head, () -> webhooks().revise(seen.id(), seen.version(), off))
                .active());
    }

    @Test
    void everyWrongFieldIsNamedAndAStaleVersionRefused() {
        AppException e = assertThrows(
                AppException.class,
                () -> kontor.as(
                        anna,
                        () -> webhooks()
                                .create(new WebhookDraft(
                                        "nowhere", "x".repeat(201), List.of("customer.eaten"), Optional.empty()))));
        assertEquals(
                Set.of("url", "description", "events"),
                Set.copyOf(e.errors().stream().map(f -> f.field()).toList()));
        assertEquals(
                ErrorKind.STALE,
                assertThrows(
                                AppException.class,
                                () -> kontor.as(anna, () -> webhooks().revise(webhook.id(), 9, draft(CUSTOMER_EVENTS))))
                        .kind());
    }

    private Webhooks webhooks() {
        return kontor.get(Webhooks.class);
    }

    private WebhookDraft draft(List<String> events) {
        return new WebhookDraft(receiver.url(), "Test", events, Optional.empty());
    }

    private static ReplayDraft replay(List<Long> ids, Optional<Boolean> failed) {
        return new ReplayDraft(ids, Optional.empty(), Optional.empty(), failed);
    }

    private CustomerView create(String name) {
        return kontor.as(
                anna,
                () -> kontor.get(Customers.class).register(Drafts.business(name).draft()));
    }

    private List<DeliveryView> log() {
        return log(anna);
    }

    private List<DeliveryView> log(Caller caller) {
        return kontor.as(caller, () -> webhooks().deliveries(webhook.id(), Optional.empty(), PageRequest.first()))
                .items();
    }

    private Caller user(String login, String... permissions) {
        kontor.asSystem(() -> kontor.get(Roles.class).create(new RoleDraft(login, "", List.of(permissions))));
        UserView made = kontor.asSystem(() -> kontor.get(Users.class)
                .create(new UserDraft(login, "", "", Optional.empty(), List.of(login), Optional.empty())));
        return kontor.asSystem(() -> kontor.get(SignIn.class).callerOf(made.id()));
    }

    private void change(String login, List<String> permissions, boolean active) {
        kontor.asSystem(() -> {
            var role = kontor.get(Roles.class).list(PageRequest.first()).items().stream()
                    .filter(r -> r.name().equals(login))
                    .findFirst()
                    .orElseThrow();
            kontor.get(Roles.class).revise(role.id(), role.version(), new RoleDraft(login, "", permissions));
            UserView now = kontor.get(Users.class).find(anna.userId()).orElseThrow();
            return kontor.get(Users.class)
                    .revise(
                            now.id(),
                            now.version(),
                            new UserDraft(login, "", "", Optional.of(active), List.of(login), Optional.empty()));
        });
    }

    /** Runs the job of every subscription, as the engine would. */
    private void deliver() {
        try {
            for (String id : kontor.sql("select coalesce(string_agg(id::text, ','), '') from webhook")
                    .split(",")) {
                while (kontor.get(WebhookDelivery.class).run(Long.parseLong(id), new Now()) == Outcome.AGAIN) {
                    assertTrue(Integer.parseInt(id) > 0);
                }
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private final class Now implements JobRun {
        @Override
        public boolean stopping() {
            return false;
        }

        @Override
        public <T> T inTransaction(Caller caller, Callable<T> work) {
            return kontor.as(caller, work);
        }

        @Override
        public Executor background() {
            return Runnable::run;
        }
    }
}
