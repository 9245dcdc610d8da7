package org.kontor.note;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;
import org.kontor.ticket.TicketDraft;
import org.kontor.ticket.TicketStatus;
import org.kontor.ticket.TicketView;
import org.kontor.ticket.Tickets;

@OnPostgres
class JournalTest {

    private TestKontor kontor;
    private Journal journal;
    private long customer;

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        journal = kontor.get(Journal.class);
        customer = kontor.asSystem(() -> kontor.get(Customers.class)
                .register(Drafts.business("Acme").draft())
                .id());
    }

    @AfterEach
    void stop() {
        kontor.close();
    }

    @Test
    void anEntryIsWrittenCorrectedAndStandsInTheTimeline() {
        JournalView entry = add("call", "Rang about the invoice", Optional.empty());
        assertEquals("CALL", entry.action());
        assertEquals(JournalTopic.CUSTOMER_RELATIONS, entry.topic());
        assertEquals(kontor.clock().instant(), entry.happenedAt());

        JournalView corrected = kontor.asSystem(
                () -> journal.revise(entry.id(), entry.version(), draft("MEETING", "Met", Optional.empty())));

        assertEquals("Meeting", corrected.actionName());
        assertEquals(
                "Call>Meeting",
                kontor.sql("select (changes->'action'->>0) || '>' || (changes->'action'->>1) from timeline_entry"
                        + " where kind = 'journal.updated'"));
        assertEquals(
                ErrorKind.STALE,
                assertThrows(
                                AppException.class,
                                () -> kontor.asSystem(() -> journal.revise(
                                        entry.id(), entry.version(), draft("CALL", "x", Optional.empty()))))
                        .kind());
    }

    @Test
    void badInputIsNamedByField() {
        AppException refusal = assertThrows(
                AppException.class,
                () -> add("", " ", Optional.of(kontor.clock().instant().plusSeconds(3600))));

        assertEquals(
                List.of("text", "action", "happenedAt"),
                refusal.errors().stream().map(FieldError::field).toList());
        assertEquals(
                "UNKNOWN_VALUE",
                assertThrows(AppException.class, () -> add("Dance", "x", Optional.empty()))
                        .errors()
                        .get(0)
                        .code());
        assertEquals(
                "NOT_ALLOWED",
                assertThrows(AppException.class, () -> add("AUTOMATIC", "x", Optional.empty()))
                        .errors()
                        .get(0)
                        .code());
    }

    @Test
    void whatHappenedLastComesFirstPieceByPiece() {
        Instant now = kontor.clock().instant();
        add("CALL", "middle", Optional.of(now.minus(Duration.ofDays(1))));
        add("CALL", "oldest", Optional.of(now.minus(Duration.ofDays(2))));
        add("CALL", "newest", Optional.of(now));

        Page<JournalView> first =
                kontor.asSystem(() -> journal.ofCustomer(customer, new PageRequest(2, Optional.empty())));
        Page<JournalView> rest =
                kontor.asSystem(() -> journal.ofCustomer(customer, new PageRequest(2, first.nextCursor())));

        assertEquals(
                List.of("newest", "middle"),
                first.items().stream().map(JournalView::text).toList());
        assertEquals(
                List.of("oldest"), rest.items().stream().map(JournalView::text).toList());
    }

    @Test
    void aTicketWritesIntoTheJournalByItself() {
        Tickets tickets = kontor.get(Tickets.class);
        TicketView ticket = kontor.asSystem(() -> tickets.open(customer, ticket(Optional.empty())));
        kontor.asSystem(() -> tickets.revise(ticket.id(), ticket.version(), ticket(Optional.of(TicketStatus.CLOSED))));

        assertEquals(
                List.of("Ticket NEW → CLOSED: Router", "Ticket opened: Router"),
                kontor.asSystem(() -> journal.ofCustomer(customer, PageRequest.first())).items().stream()
                        .map(JournalView::text)
                        .toList());
    }

    private static TicketDraft ticket(Optional<TicketStatus> status) {
        return new TicketDraft(
                "Router", "", status, "", "", "", Optional.empty(), "", "", "", Optional.empty(), "", "");
    }

    private JournalView add(String action, String text, Optional<Instant> at) {
        return kontor.asSystem(() -> journal.add(customer, draft(action, text, at)));
    }

    private static JournalDraft draft(String action, String text, Optional<Instant> at) {
        return new JournalDraft(at, action, Optional.empty(), Optional.empty(), text);
    }
}
