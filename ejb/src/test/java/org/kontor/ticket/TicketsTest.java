package org.kontor.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.contact.ContactDraft;
import org.kontor.contact.ContactView;
import org.kontor.contact.Contacts;
import org.kontor.customer.Address;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.customer.Sentiment;
import org.kontor.customer.Sentiment.Label;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTables;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestJobRun;
import org.kontor.testing.TestKontor;

@OnPostgres
class TicketsTest {

    private TestKontor kontor;
    private Tickets tickets;
    private long customer;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        tickets = kontor.get(Tickets.class);
        customer = register("Acme");
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    @Test
    void aTicketIsStoredReadAndStandsInTheTimeline() {
        TicketView opened = open(draft(" Router ", "It crashed again.\r\nVery annoying."));

        assertEquals("Router", opened.subject());
        assertEquals("It crashed again.\nVery annoying.", opened.text());
        assertEquals(TicketStatus.NEW, opened.status());
        assertEquals("", opened.priority());
        assertEquals(now(), opened.openedAt());
        assertTrue(opened.sentiment() < -0.4, () -> "sentiment " + opened.sentiment());
        assertEquals(
                List.of("crashed", "annoying"),
                opened.words().stream().map(SentimentModel.Word::text).toList());
        assertEquals(Optional.of(opened), kontor.asSystem(() -> tickets.find(opened.id())));
        assertEquals(
                "Router", kontor.sql("select details->>'ticket' from timeline_entry where kind = 'ticket.created'"));
    }

    /** S1-13: the ticket of day 90 counts, to the microsecond; the one before does not. S1-15: nothing counts, nothing shows. */
    @Test
    void theSentimentIsTheMeanOfTheTicketsOfNinetyDays_S1_13_S1_15() {
        assertEquals(Optional.empty(), sentiment());
        open(opened("Terrible", now().minus(Duration.ofDays(90).plusNanos(1000))));
        assertEquals(Optional.empty(), sentiment());
        open(opened("Terrible", now().minus(Duration.ofDays(90))));
        assertEquals(Optional.of(new Sentiment(-0.429, Label.NEGATIVE, 1)), sentiment());
        open(opened("Excellent", now()));
        assertEquals(Optional.of(new Sentiment(0, Label.NEUTRAL, 2)), sentiment());
        open(opened("Excellent", now()));
        assertEquals(Optional.of(new Sentiment(0.143, Label.POSITIVE, 3)), sentiment());
    }

    /** S1-14: the window moves by itself. */
    @Test
    void theSentimentChangesAsTimePasses_S1_14() throws Exception {
        open(opened("Terrible", now().minus(Duration.ofDays(80))));
        open(opened("Excellent", now()));
        SentimentJob job = kontor.get(SentimentJob.class);

        kontor.clock().advance(Duration.ofDays(10));
        job.run(new TestJobRun(kontor));
        assertEquals(Optional.of(new Sentiment(0, Label.NEUTRAL, 2)), sentiment());

        kontor.clock().advance(Duration.ofSeconds(1));
        job.run(new TestJobRun(kontor));
        assertEquals(Optional.of(new Sentiment(0.429, Label.POSITIVE, 1)), sentiment());

        kontor.clock().advance(Duration.ofDays(81));
        job.run(new TestJobRun(kontor));
        assertEquals(Optional.empty(), sentiment());
        assertEquals(
                ">NEGATIVE NEGATIVE>NEUTRAL NEUTRAL>POSITIVE POSITIVE>",
                kontor.sql("select string_agg((changes->'sentiment'->>0) || '>' || (changes->'sentiment'->>1), ' '"
                        + " order by id) from timeline_entry where kind = 'sentiment.changed'"));
    }

    /** recent tickets may weigh more, thresholds are the company's; what is stored follows, and the explanation says how. */
    @Test
    void theRuleOfTheSentimentIsASetting_X_07() throws Exception {
        open(opened("Terrible", now().minus(Duration.ofDays(30))));
        open(opened("Excellent", now()));
        long other = register("Other");
        kontor.asSystem(() -> tickets.open(other, opened("Excellent", now())));
        assertEquals(Optional.of(new Sentiment(0, Label.NEUTRAL, 2)), sentiment());

        kontor.sql("update company_setting set choices = '{\"sentimentRecency\":\"true\"}'");
        kontor.get(SentimentJob.class).run(new TestJobRun(kontor));
        // (0.429 - 0.429 / 2) / 1.5
        assertEquals(Optional.of(new Sentiment(0.143, Label.POSITIVE, 2)), sentiment());
        SentimentExplanation why = kontor.asSystem(() -> tickets.sentiment(customer));
        assertEquals(Optional.of(30), why.halfLifeDays());
        assertEquals(
                List.of(1.0, 0.5),
                why.tickets().stream()
                        .map(SentimentExplanation.TicketShare::weight)
                        .toList());

        kontor.clock().advance(Duration.ofDays(20));
        kontor.sql(
                "update company_setting set choices ="
                        + " '{\"sentimentRecency\":\"true\",\"sentimentPositiveFrom\":\"0.2\",\"sentimentNegativeTo\":\"-0.5\"}'");
        kontor.get(SentimentJob.class).run(new TestJobRun(kontor));
        assertEquals(Optional.of(new Sentiment(0.143, Label.NEUTRAL, 2)), sentiment());
        assertEquals(0.2, kontor.asSystem(() -> tickets.sentiment(customer)).positiveFrom());
        assertEquals(
                "NEUTRAL,POSITIVE", kontor.sql("select string_agg(label, ',' order by score) from customer_sentiment"));
        assertEquals("", kontor.sql("select coalesce(walked_to::text, '') from sentiment_rule"));

        kontor.sql("update company_setting set choices = '{}'");
        kontor.get(SentimentJob.class).run(new TestJobRun(kontor));
        assertEquals(Optional.of(new Sentiment(0, Label.NEUTRAL, 2)), sentiment());
    }

    /** S4-39: what happens by itself leaves archived customers alone, and is made up for when they come back. */
    @Test
    void anArchivedCustomerIsLeftAlone() throws Exception {
        open(opened("Terrible", now().minus(Duration.ofDays(80))));
        Customers customers = kontor.get(Customers.class);
        kontor.asSystem(() -> customers.archive(customer, true));
        String before = kontor.sql("select max(id) from timeline_entry");

        kontor.clock().advance(Duration.ofDays(20));
        kontor.sql("update ticket set sentiment_model = 0");
        kontor.get(SentimentJob.class).run(new TestJobRun(kontor));
        assertTrue(sentiment().isPresent());
        assertEquals(before, kontor.sql("select max(id) from timeline_entry"));

        kontor.asSystem(() -> customers.archive(customer, false));
        kontor.get(SentimentJob.class).run(new TestJobRun(kontor));
        assertEquals(Optional.empty(), sentiment());
    }

    /** X-07, S4-39: a new rule leaves archived customers as they are until they come back. */
    @Test
    void aNewRuleReachesAnArchivedCustomerWhenItComesBack_X_07() throws Exception {
        open(opened("Terrible", now().minus(Duration.ofDays(30))));
        open(opened("Excellent", now()));
        Customers customers = kontor.get(Customers.class);
        kontor.asSystem(() -> customers.archive(customer, true));
        String before = kontor.sql("select max(id) from timeline_entry");

        kontor.sql("update company_setting set choices = '{\"sentimentRecency\":\"true\"}'");
        kontor.get(SentimentJob.class).run(new TestJobRun(kontor));
        assertEquals(Optional.of(new Sentiment(0, Label.NEUTRAL, 2)), sentiment());
        assertEquals(before, kontor.sql("select max(id) from timeline_entry"));
        assertEquals("", kontor.sql("select coalesce(walked_to::text, '') from sentiment_rule"));

        kontor.asSystem(() -> customers.archive(customer, false));
        kontor.get(SentimentJob.class).run(new TestJobRun(kontor));
        assertEquals(Optional.of(new Sentiment(0.143, Label.POSITIVE, 2)), sentiment());
    }

    @Test
    void aVoidTicketCountsForNothingAndStaysVoid_S1_13() {
        TicketView ticket = open(draft("Terrible", ""));
        TicketView closed = revise(ticket, with(ticket, TicketStatus.CLOSED));
        assertEquals(Optional.of(now()), closed.closedAt());
        TicketView reopened = revise(closed, with(closed, TicketStatus.OPEN));
        assertEquals(Optional.empty(), reopened.closedAt());
        TicketView voided = revise(reopened, with(reopened, TicketStatus.VOID));

        assertEquals(Optional.empty(), sentiment());
        assertEquals(
                "TICKET_VOID",
                assertThrows(AppException.class, () -> revise(voided, with(voided, TicketStatus.OPEN)))
                        .code());
    }

    @Test
    void aChangedTextIsReadAgain_S1_13() {
        TicketView ticket = open(draft("Terrible", ""));
        TicketDraft better = draft("Excellent", "");

        revise(ticket, better);

        assertEquals(Optional.of(new Sentiment(0.429, Label.POSITIVE, 1)), sentiment());
    }

    @Test
    void theExplanationNamesTicketsAndWords_S1_13() {
        open(draft("Terrible", "Nobody answers"));
        open(draft("Terrible delay", ""));
        open(draft("Invoice", "Please send it"));

        SentimentExplanation why = kontor.asSystem(() -> tickets.sentiment(customer));

        assertEquals(3, why.tickets().size());
        assertEquals("Terrible", why.tickets().get(0).subject());
        assertEquals("Invoice", why.tickets().get(2).subject());
        assertEquals(
                new SentimentExplanation.WordShare("terrible", -6, 2),
                why.words().get(0));
        assertEquals(now().plus(Duration.ofDays(90)), why.tickets().get(0).countsUntil());
        assertEquals(Label.NEGATIVE, why.sentiment().orElseThrow().label());
    }

    @Test
    void ticketsOpenedAtOnceAreAllCounted_S1_13() throws Exception {
        List<Callable<TicketView>> work = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String subject = "Excellent " + i;
            work.add(() -> open(draft(subject, "")));
        }
        var threads = Executors.newFixedThreadPool(6);
        try {
            for (Future<TicketView> each : threads.invokeAll(work)) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }

        assertEquals(12, sentiment().orElseThrow().tickets());
    }

    @Test
    void ticketsReadByAnOlderModelAreReadAgain_S1_13() throws Exception {
        open(draft("Terrible", ""));
        kontor.sql("update ticket set sentiment = 0.9, sentiment_model = 0");
        kontor.sql("update customer_sentiment set score = 0.9, label = 'POSITIVE'");

        kontor.get(SentimentJob.class).run(new TestJobRun(kontor));

        assertEquals(Optional.of(new Sentiment(-0.429, Label.NEGATIVE, 1)), sentiment());
    }

    @Test
    void everyFieldAgainstARuleIsNamed() {
        TicketDraft bad = new TicketDraft(
                " ",
                "x".repeat(20_001),
                Optional.empty(),
                "t".repeat(101),
                "",
                "",
                Optional.empty(),
                "",
                "nope",
                "",
                Optional.of(now().plusSeconds(3600)),
                "helpdesk",
                "");

        AppException refusal = assertThrows(AppException.class, () -> open(bad));

        assertEquals(
                List.of("text", "type", "email", "subject", "openedAt", "sourceId"),
                refusal.errors().stream().map(FieldError::field).toList());
        assertEquals("0", kontor.sql("select count(*) from ticket"));
    }

    @Test
    void aContactMustBelongToTheCustomer() {
        long other = register("Other");
        ContactView stranger = kontor.asSystem(() -> kontor.get(Contacts.class)
                .add(other, new ContactDraft("Zoe", "", "", "", "", "", Address.NONE, Optional.empty(), false)));

        AppException refusal = assertThrows(AppException.class, () -> open(withContact(stranger.id())));

        assertEquals("contactId", refusal.errors().get(0).field());
    }

    @Test
    void whatAnotherSystemSentComesInOnce() {
        TicketDraft sent = new TicketDraft(
                "A",
                "",
                Optional.empty(),
                "",
                "",
                "",
                Optional.empty(),
                "",
                "",
                "",
                Optional.empty(),
                "helpdesk",
                "77");
        TicketView first = open(sent);

        assertEquals(
                "TICKET_EXISTS",
                assertThrows(AppException.class, () -> open(sent)).code());
        assertEquals(
                "source",
                assertThrows(AppException.class, () -> revise(first, draft("A", "")))
                        .errors()
                        .get(0)
                        .field());
    }

    @Test
    void typeAndPriorityComeFromTheSystemTables() {
        TicketDraft chosen = chosen("phone support", "HIGH");
        TicketView ticket = open(chosen);

        assertEquals("PHONE_SUPPORT", ticket.type());
        assertEquals("Phone support", ticket.typeName());
        assertEquals("High", ticket.priorityName());
        assertEquals(
                "priority",
                assertThrows(AppException.class, () -> open(chosen("", "Whenever")))
                        .errors()
                        .get(0)
                        .field());
        SystemTables tables = kontor.get(SystemTables.class);
        var entry = kontor.asSystem(() -> tables.choices(SystemTable.TICKET_TYPES)).stream()
                .filter(e -> e.code().equals("PHONE_SUPPORT"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "IN_USE",
                assertThrows(
                                AppException.class,
                                () -> kontor.asSystem(() -> {
                                    tables.delete("ticket-types", entry.id(), entry.version());
                                    return 0;
                                }))
                        .code());
    }

    /** A retired choice stays where it was chosen, and cannot be chosen anew. */
    @Test
    void aRetiredTypeStaysWhereItWasChosen() {
        TicketView ticket = open(chosen("SERVICE_CALL", ""));
        kontor.sql("update system_table_entry set active = false where code = 'SERVICE_CALL'");

        TicketView changed = revise(ticket, chosen("SERVICE_CALL", "LOW"));

        assertEquals("SERVICE_CALL", changed.type());
        assertEquals(
                "RETIRED",
                assertThrows(AppException.class, () -> open(chosen("SERVICE_CALL", "")))
                        .errors()
                        .get(0)
                        .code());
    }

    @Test
    void oldVersionsAndUnknownIdsAreRefused() {
        TicketView ticket = open(draft("A", ""));
        revise(ticket, draft("B", ""));

        assertEquals(ErrorKind.STALE, refused(() -> tickets.revise(ticket.id(), ticket.version(), draft("C", ""))));
        assertEquals(ErrorKind.ABSENT, refused(() -> tickets.revise(4711, 1, draft("C", ""))));
        assertEquals(ErrorKind.ABSENT, refused(() -> tickets.open(4711, draft("C", ""))));
        assertEquals(ErrorKind.ABSENT, refused(() -> tickets.ofCustomer(4711, Set.of(), PageRequest.first())));
        assertEquals(ErrorKind.ABSENT, refused(() -> tickets.sentiment(4711)));
        assertEquals(Optional.empty(), kontor.asSystem(() -> tickets.find(4711)));
    }

    @Test
    void theLatestOpenedComeFirstPieceByPiece() {
        for (int i = 0; i < 5; i++) {
            open(opened("Ticket " + i, now().minus(Duration.ofDays(i / 2))));
        }

        Page<TicketView> first = page(3, Optional.empty());
        Page<TicketView> rest = page(3, first.nextCursor());

        assertEquals(List.of("Ticket 1", "Ticket 0", "Ticket 3"), subjects(first));
        assertEquals(List.of("Ticket 2", "Ticket 4"), subjects(rest));
        assertEquals(Optional.empty(), rest.nextCursor());
        assertEquals(
                List.of(),
                kontor.asSystem(() -> tickets.ofCustomer(customer, Set.of(TicketStatus.CLOSED), PageRequest.first()))
                        .items());
    }

    private List<String> subjects(Page<TicketView> page) {
        return page.items().stream().map(TicketView::subject).toList();
    }

    private Page<TicketView> page(int limit, Optional<String> cursor) {
        return kontor.asSystem(() -> tickets.ofCustomer(customer, Set.of(), new PageRequest(limit, cursor)));
    }

    private long register(String name) {
        return kontor.asSystem(() -> kontor.get(Customers.class)
                .register(Drafts.business(name).draft())
                .id());
    }

    private Optional<Sentiment> sentiment() {
        return kontor.asSystem(() -> kontor.get(Customers.class).find(customer)).flatMap(CustomerView::sentiment);
    }

    private Instant now() {
        return kontor.clock().instant();
    }

    private ErrorKind refused(Callable<?> work) {
        return assertThrows(AppException.class, () -> kontor.asSystem(work)).kind();
    }

    private TicketView open(TicketDraft draft) {
        return kontor.asSystem(() -> tickets.open(customer, draft));
    }

    private TicketView revise(TicketView view, TicketDraft draft) {
        return kontor.asSystem(() -> tickets.revise(view.id(), view.version(), draft));
    }

    private static TicketDraft draft(String subject, String text) {
        return of(subject, text, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static TicketDraft opened(String subject, Instant at) {
        return of(subject, "", Optional.empty(), Optional.empty(), Optional.of(at));
    }

    private static TicketDraft withContact(long contactId) {
        return of("A", "", Optional.empty(), Optional.of(contactId), Optional.empty());
    }

    private static TicketDraft with(TicketView view, TicketStatus status) {
        return of(view.subject(), view.text(), Optional.of(status), view.contactId(), Optional.of(view.openedAt()));
    }

    private static TicketDraft chosen(String type, String priority) {
        return new TicketDraft(
                "A", "", Optional.empty(), type, priority, "", Optional.empty(), "", "", "", Optional.empty(), "", "");
    }

    private static TicketDraft of(
            String subject,
            String text,
            Optional<TicketStatus> status,
            Optional<Long> contactId,
            Optional<Instant> openedAt) {
        return new TicketDraft(subject, text, status, "", "", "", contactId, "", "", "", openedAt, "", "");
    }
}
