package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kontor.spi.Batch;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.TicketSource;
import org.kontor.spi.TicketSource.Ticket;

/**
 * What every ticket source must hold: no ticket is left out, nothing is changed where the customers wrote.
 *
 * <p>The stub must begin with at least three tickets, over more than one batch.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public interface TicketSourceContract extends RemoteContract {

    /** The source under test. */
    TicketSource testee();

    /** Ids of the tickets with which the stub begins, oldest change first. */
    List<String> ticketIds();

    /**
     * Gives one ticket of the stub this subject, as somebody at the help desk might, now; after that its change is the newest.
     *
     * @return the ticket's id
     */
    String change(String subject);

    /** Whether a request to the stub changes something there. */
    boolean changesSomething(StubServer.Request request);

    /** TS01. */
    @Test
    default void required_TS01_everyTicketComesBatchByBatchOldestChangeFirst() throws ConnectorException {
        assertTrue(ticketIds().size() >= 3, "the stub must have three tickets");
        assertTrue(testee().pull(connection(), Optional.empty()).more(), "the stub must have more than one batch");
        Set<String> ids = new LinkedHashSet<>();
        for (Ticket ticket : everything(Optional.empty())) {
            // What comes twice counts where it came last.
            ids.remove(ticket.id());
            ids.add(ticket.id());
        }
        assertEquals(ticketIds(), List.copyOf(ids));
    }

    /** TS02: a job that was broken off asks again. */
    @Test
    default void required_TS02_theSameCursorGivesTheSameAgain() throws ConnectorException {
        Batch<Ticket> first = testee().pull(connection(), Optional.empty());
        Optional<String> cursor = Optional.of(first.cursor());
        assertEquals(
                testee().pull(connection(), cursor).items(),
                testee().pull(connection(), cursor).items());
    }

    /** TS03. */
    @Test
    default void required_TS03_aChangeComesWithTheNextPull() throws ConnectorException {
        Optional<String> cursor = end();
        String changed = change("Now it is another");
        List<Ticket> news = everything(cursor);
        assertTrue(
                news.stream()
                        .anyMatch(t -> t.id().equals(changed) && t.subject().equals("Now it is another")),
                () -> "the pull from the former cursor gives " + news);
    }

    /** TS04: a ticket that cannot be told from another one, or belongs to nobody, is of no use. */
    @Test
    default void required_TS04_aTicketTellsIdCustomerStatusAndTimes() throws ConnectorException {
        for (Ticket ticket : everything(Optional.empty())) {
            assertFalse(ticket.id().isBlank(), () -> ticket + " has no id");
            assertFalse(
                    ticket.requesterEmail().isBlank() && ticket.externalId().isBlank(),
                    () -> ticket + " has neither requesterEmail nor externalId");
            assertFalse(ticket.status().isBlank(), () -> ticket + " has no status");
            assertFalse(
                    ticket.closedAt().filter(ticket.openedAt()::isAfter).isPresent(),
                    () -> ticket + " was closed before it was opened");
            ticket.link()
                    .ifPresent(link -> assertTrue(
                            String.valueOf(link.getScheme()).matches("https?"),
                            () -> ticket + ": link is no web page"));
        }
    }

    /** TS05: strangers write subjects. */
    @Test
    default void required_TS05_anySubjectComesUnchangedInOneLine() throws ConnectorException {
        Optional<String> cursor = end();
        for (String subject : HostileTexts.LINES) {
            String changed = change(subject);
            List<Ticket> news = new ArrayList<>();
            cursor = walk(cursor, news);
            assertTrue(
                    news.stream()
                            .anyMatch(t -> t.id().equals(changed) && t.subject().equals(subject)),
                    () -> "\"" + subject + "\" came as " + news);
        }
        change("two\r\nlines");
        everything(cursor)
                .forEach(ticket -> assertFalse(
                        ticket.subject().matches("(?s).*[\\r\\n].*"), () -> "not one line: " + ticket.subject()));
    }

    /** TS06. */
    @Test
    default void required_TS06_aPullThatFailsSaysWhoHasToAct() {
        assertEachFailureSaysWhoHasToAct(() -> testee().pull(connection(), Optional.empty()));
    }

    /** TS07. */
    @Test
    default void required_TS07_pullingChangesNothing() throws ConnectorException {
        everything(Optional.empty());
        assertEquals(0, changes(this::changesSomething), "something was changed in the remote system");
    }

    /** TS08: a word is chosen from a list; a text may have any lines. */
    @Test
    default void required_TS08_typePriorityAndSeverityAreOneLineEach() throws ConnectorException {
        for (Ticket ticket : everything(Optional.empty())) {
            assertNotNull(ticket.text(), () -> ticket + ": no text is an empty one");
            for (String word : List.of(ticket.type(), ticket.priority(), ticket.severity())) {
                assertFalse(
                        word.matches("(?s).*[\\r\\n].*") || word.length() > 100,
                        () -> ticket + ": \"" + word + "\" is no word to choose");
            }
        }
    }

    private List<Ticket> everything(Optional<String> from) throws ConnectorException {
        List<Ticket> all = new ArrayList<>();
        walk(from, all);
        return all;
    }

    private Optional<String> end() throws ConnectorException {
        return walk(Optional.empty(), new ArrayList<>());
    }

    private Optional<String> walk(Optional<String> from, List<Ticket> all) throws ConnectorException {
        Optional<String> cursor = from;
        for (int calls = 0; calls < 1000; calls++) {
            Batch<Ticket> batch = testee().pull(connection(), cursor);
            all.addAll(batch.items());
            cursor = Optional.of(batch.cursor());
            if (!batch.more()) {
                return cursor;
            }
        }
        throw new AssertionError("There was always more to pull");
    }
}
