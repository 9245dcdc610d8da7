package org.kontor.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.connector.ConnectionDraft;
import org.kontor.connector.ConnectionView;
import org.kontor.connector.Connections;
import org.kontor.connector.ConnectorDirectory;
import org.kontor.connector.PullJob;
import org.kontor.connector.PullView;
import org.kontor.connector.Pulls;
import org.kontor.connector.PullsFrom.Problem;
import org.kontor.connector.SyncRunJob;
import org.kontor.connector.SyncRunView;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.PageRequest;
import org.kontor.spi.Batch;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.TicketSource;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.ScriptedConnector;
import org.kontor.testing.TestJobRun;
import org.kontor.testing.TestKontor;

/** Tickets that a help desk tells by itself (S1-13): matched, taken once, gone on with after a crash, retried when it is away. */
@OnPostgres
class TicketPullTest {

    private static final ErrorCode AWAY = new ErrorCode("AWAY", ErrorCode.Kind.REMOTE_DOWN, "It is away.");

    private TestKontor kontor;
    private final Desk desk = new Desk();
    private long connection;
    private long customer;

    /** A help desk in memory whose pages have two tickets. */
    private static final class Desk implements TicketSource {

        final List<Ticket> tickets = new ArrayList<>();
        final List<String> cursors = new ArrayList<>();
        int failures;
        int lies;

        @Override
        public String id() {
            return "desk-test";
        }

        @Override
        public String name() {
            return "Desk";
        }

        @Override
        public Batch<Ticket> pull(Connection connection, Optional<String> cursor) throws ConnectorException {
            cursors.add(cursor.orElse("-"));
            if (failures > 0) {
                failures--;
                throw new ConnectorException(AWAY.because("Try later: it is away."));
            }
            if (lies > 0) {
                lies--;
                throw new IllegalStateException("anna@shop.example");
            }
            int from = cursor.map(Integer::parseInt).orElse(0);
            int to = Math.min(tickets.size(), from + 2);
            return new Batch<>(tickets.subList(from, to), Integer.toString(to), to < tickets.size());
        }
    }

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        kontor.with(ConnectorDirectory.class, new ScriptedConnector("desk-test", desk).directory());
        connection = kontor.asSystem(() -> kontor.get(Connections.class)
                        .create(new ConnectionDraft("desk-test", "Desk", Optional.empty(), true, Map.of(), Map.of())))
                .id();
        customer = kontor.asSystem(() -> kontor.get(Customers.class)
                        .register(Drafts.business("Lind")
                                .externalId("desk-test", "user", "u-1")
                                .emails("anna@shop.example")
                                .draft()))
                .id();
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    /** S1-13: by the external id, else by the one who has the address; a page that comes again makes nothing twice. */
    @Test
    void ticketsAreMatchedAndTakenOnce() throws Exception {
        desk.tickets.add(ticket("1", "u-1", "", "Broken and terrible", "open"));
        desk.tickets.add(ticket("2", "", "ANNA@shop.example", "Thank you", "solved"));
        desk.tickets.add(ticket("3", "u-1", "", "Waits", "pending"));

        pull();

        assertEquals(List.of("-", "2"), desk.cursors);
        List<TicketView> taken = tickets();
        assertEquals(
                Set.of("1 OPEN", "2 CLOSED", "3 PENDING"),
                Set.copyOf(
                        taken.stream().map(t -> t.sourceId() + " " + t.status()).toList()));
        assertEquals("desk-test/" + connection, taken.get(0).source());
        assertEquals(3, state().taken());
        assertEquals(0, again(true).taken());
        assertEquals(taken, tickets());
        assertEquals(3, state().taken());
        pull();
        List<SyncRunView> runs = kontor.asSystem(
                        () -> kontor.get(Pulls.class).runs(Optional.of(connection), PageRequest.first()))
                .items();
        assertEquals(
                List.of(0L, 3L),
                runs.stream().map(SyncRunView::taken).toList(),
                "a round that brings nothing is not noted");
    }

    /** S1-13: what changed there changes here, what only Kontor knows stays, and a void ticket stays void. */
    @Test
    void aTicketThatChangedThereChangesHere() throws Exception {
        desk.tickets.add(ticket("1", "u-1", "", "Broken", "new"));
        desk.tickets.add(ticket("2", "u-1", "", "Mistake", "new"));
        pull();
        Tickets service = kontor.get(Tickets.class);
        TicketView mistake = by("2");
        kontor.asSystem(() -> service.revise(mistake.id(), mistake.version(), with(mistake, TicketStatus.VOID, "")));
        TicketView broken = by("1");
        kontor.asSystem(() -> service.revise(broken.id(), broken.version(), with(broken, TicketStatus.OPEN, "bo")));
        desk.tickets.set(0, ticket("1", "u-1", "", "Broken again", "solved"));
        desk.tickets.set(1, ticket("2", "u-1", "", "Mistake?", "open"));

        again(true);

        assertEquals("Broken again", by("1").subject());
        assertEquals(TicketStatus.CLOSED, by("1").status());
        assertEquals("bo", by("1").assignee());
        assertEquals(TicketStatus.VOID, by("2").status());
    }

    /** S1-13: type, priority and severity are ours where we have the word; the text moves the sentiment; what is not told stays. */
    @Test
    void textTypePriorityAndSeverityComeAlong() throws Exception {
        desk.tickets.add(told("1", "It crashed again.\r\nTerrible!\u0007", "phone support", "high", "Catastrophic"));
        desk.tickets.add(ticket("2", "u-1", "", "Router", "open"));
        pull();

        assertEquals("It crashed again.\nTerrible!", by("1").text());
        assertEquals("PHONE_SUPPORT", by("1").type());
        assertEquals("HIGH", by("1").priority());
        assertEquals("", by("1").severity(), "no severity of ours");
        assertTrue(by("1").sentiment() < -0.3, () -> "sentiment " + by("1").sentiment());
        assertEquals(0, by("2").sentiment());

        desk.tickets.set(0, told("1", "", "", "low", ""));
        desk.tickets.set(1, told("2", "x".repeat(30_000), "", "", ""));
        again(true);
        assertEquals("It crashed again.\nTerrible!", by("1").text());
        assertEquals("PHONE_SUPPORT", by("1").type());
        assertEquals("LOW", by("1").priority());
        assertEquals(20_000, by("2").text().length());
        assertEquals(List.of(), state().problems());
    }

    private static TicketSource.Ticket told(String id, String text, String type, String priority, String severity) {
        return new TicketSource.Ticket(
                id,
                "",
                "u-1",
                "Router",
                "open",
                Instant.parse("2026-11-01T09:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text,
                type,
                priority,
                severity);
    }

    /** S1-13: a ticket of nobody, or of one of two, is told by its id and taken once somebody is known. */
    @Test
    void aTicketOfNobodyIsToldAndTakenLater() throws Exception {
        desk.tickets.add(ticket("7", "u-9", "who@else.example", "Whose", "open"));
        desk.tickets.add(ticket("8", "u-1", "", "Mine", "open"));

        pull();

        assertEquals(List.of("8"), tickets().stream().map(TicketView::sourceId).toList());
        Problem problem = state().problems().get(0);
        assertEquals("7", problem.remoteId());
        assertEquals("CUSTOMER_UNKNOWN", problem.code());
        kontor.asSystem(() -> kontor.get(Customers.class)
                .register(Drafts.business("Else")
                        .externalId("desk-test", "user", "u-9")
                        .draft()));
        again(true);
        assertEquals(List.of(), state().problems());
        assertEquals(2, state().taken());
    }

    /** S1-13: a desk that is away is asked again later and later, and the connection says so until it answers. */
    @Test
    void aDeskThatIsAwayIsAskedAgainLater() throws Exception {
        desk.tickets.add(ticket("1", "u-1", "", "Broken", "open"));
        desk.failures = 2;
        pull();
        assertEquals("DOWN", connection().health());
        assertEquals("Try later: it is away.", connection().healthDetail());
        assertEquals(1, state().attempts());
        pull();
        assertEquals(1, desk.cursors.size());

        kontor.clock().advance(Duration.ofSeconds(61));
        pull();
        assertEquals(2, state().attempts());
        kontor.clock().advance(Duration.ofSeconds(61));
        pull();
        assertEquals(2, desk.cursors.size());
        kontor.clock().advance(Duration.ofSeconds(60));
        pull();

        assertEquals("UP", connection().health());
        assertEquals(0, state().attempts());
        assertEquals(1, tickets().size());
    }

    /** S1-13: what a broken connector throws is told to nobody. */
    @Test
    void aBrokenConnectorIsNotQuoted() throws Exception {
        desk.lies = 1;
        pull();
        assertEquals("DOWN", connection().health());
        assertFalse(connection().healthDetail().contains("anna"));
        assertTrue(
                state().nextAt().orElseThrow().isAfter(kontor.clock().instant().plus(Duration.ofMinutes(30))));
    }

    /** S1-13: after a crash between two pieces the next node begins behind the first, when the lease has passed. */
    @Test
    void afterACrashTheNextRoundGoesOn() throws Exception {
        for (int i = 1; i <= 5; i++) {
            desk.tickets.add(ticket(Integer.toString(i), "u-1", "", "Ticket " + i, "open"));
        }
        assertThrows(
                IllegalStateException.class, () -> kontor.get(PullJob.class).run(new Dies(kontor, 4)));
        assertEquals(2, tickets().size());

        pull();
        assertEquals(2, tickets().size());
        kontor.clock().advance(Duration.ofMinutes(11));
        pull();

        assertEquals(List.of("-", "2", "2", "4"), desk.cursors);
        assertEquals(5, tickets().size());
    }

    /** S1-13: nothing is pulled from a connection that is disabled; whoever asks for it is told. */
    @Test
    void aDisabledConnectionIsLeftAlone() throws Exception {
        ConnectionView seen = connection();
        kontor.asSystem(() -> kontor.get(Connections.class)
                .revise(
                        seen.id(),
                        seen.version(),
                        new ConnectionDraft("desk-test", "Desk", Optional.empty(), false, Map.of(), Map.of())));
        pull();
        assertEquals(List.of(), desk.cursors);
        AppException refused = assertThrows(
                AppException.class,
                () -> kontor.asSystem(() -> kontor.get(Pulls.class).begin(connection, false)));
        assertEquals(ErrorKind.CONFLICT, refused.kind());
    }

    /** A node that dies at the n-th transaction. */
    private static final class Dies implements org.kontor.jobs.JobRun {

        private final TestJobRun run;
        private int left;

        Dies(TestKontor kontor, int left) {
            this.run = new TestJobRun(kontor);
            this.left = left;
        }

        @Override
        public boolean stopping() {
            return false;
        }

        @Override
        public <T> T inTransaction(Caller caller, Callable<T> work) {
            if (--left == 0) {
                throw new IllegalStateException("The node died.");
            }
            return run.inTransaction(caller, work);
        }

        @Override
        public java.util.concurrent.Executor background() {
            return run.background();
        }
    }

    private static TicketSource.Ticket ticket(
            String id, String externalId, String email, String subject, String status) {
        Instant opened = Instant.parse("2026-11-20T10:00:00Z");
        return new TicketSource.Ticket(
                id, email, externalId, subject, status, opened, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static TicketDraft with(TicketView ticket, TicketStatus status, String assignee) {
        TicketDraft draft = ticket.toDraft();
        return new TicketDraft(
                draft.subject(),
                draft.text(),
                Optional.of(status),
                "",
                "",
                "",
                Optional.empty(),
                "",
                "",
                assignee,
                draft.openedAt(),
                draft.source(),
                draft.sourceId());
    }

    private void pull() throws Exception {
        kontor.get(PullJob.class).run(new TestJobRun(kontor));
    }

    /** As somebody asks for it; gives how it ended. */
    private SyncRunView again(boolean fromStart) throws Exception {
        SyncRunView asked = kontor.asSystem(() -> kontor.get(Pulls.class).begin(connection, fromStart));
        assertEquals(SyncRunView.State.PENDING, asked.state());
        kontor.get(SyncRunJob.class).run(asked.id(), new TestJobRun(kontor));
        SyncRunView over =
                kontor.asSystem(() -> kontor.get(Pulls.class).run(asked.id())).orElseThrow();
        assertEquals(SyncRunView.State.SUCCEEDED, over.state(), over::toString);
        return over;
    }

    private PullView state() {
        return kontor.asSystem(() -> kontor.get(Pulls.class).of(connection)).get(0);
    }

    private ConnectionView connection() {
        return kontor.asSystem(() -> kontor.get(Connections.class).find(connection))
                .orElseThrow();
    }

    private TicketView by(String sourceId) {
        return tickets().stream()
                .filter(t -> t.sourceId().equals(sourceId))
                .findFirst()
                .orElseThrow();
    }

    private List<TicketView> tickets() {
        return kontor.asSystem(() -> kontor.get(Tickets.class).ofCustomer(customer, Set.of(), PageRequest.first()))
                .items();
    }
}
