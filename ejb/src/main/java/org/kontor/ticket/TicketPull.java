package org.kontor.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kontor.connector.OpenConnections.Opened;
import org.kontor.connector.PullKind;
import org.kontor.connector.PullsFrom;
import org.kontor.jobs.JobRun;
import org.kontor.settings.SystemTable;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;
import org.kontor.spi.Batch;
import org.kontor.spi.Capability;
import org.kontor.spi.TicketSource;

/**
 * Takes in tickets of help desks (S1-13). The customer is who the help desk's id of the customer names among the external ids, else who
 * alone has the e-mail address. Text counts for the sentiment; type, priority and severity are taken where a system table has the word.
 * A ticket that is there is recognised by connection and remote id.
 */
@ApplicationScoped
public class TicketPull implements PullsFrom {

    private static final Set<String> WAITING = Set.of("pending", "waiting", "hold", "on-hold", "on hold", "on_hold");

    @Inject
    Tickets tickets;

    @Inject
    TicketRepository repository;

    @Inject
    TicketChoices choices;

    @Inject
    Clock clock;

    @Override
    public PullKind kind() {
        return PullKind.TICKET_SOURCE;
    }

    @Override
    public Class<? extends Capability> capability() {
        return TicketSource.class;
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public boolean wanted() {
        return true;
    }

    @Override
    public Piece fetch(Opened opened, Optional<String> cursor, JobRun run) throws Exception {
        String connector = opened.connector().id();
        String source = connector + "/" + opened.connection().id();
        Batch<TicketSource.Ticket> batch =
                opened.capability(TicketSource.class).orElseThrow().pull(opened.connection(), cursor);
        return new Piece() {
            @Override
            public Taken apply() {
                return take(connector, source, batch.items());
            }

            @Override
            public String cursor() {
                return batch.cursor();
            }

            @Override
            public boolean more() {
                return batch.more();
            }
        };
    }

    private Taken take(String connector, String source, List<TicketSource.Ticket> items) {
        int count = 0;
        List<Problem> problems = new ArrayList<>();
        List<String> mended = new ArrayList<>();
        for (TicketSource.Ticket item : items) {
            Optional<Problem> problem = problem(source, item);
            Optional<Long> known = problem.isPresent() ? Optional.empty() : repository.bySource(source, item.id());
            Optional<Long> customer = problem.isPresent() || known.isPresent()
                    ? Optional.empty()
                    : repository.customerOf(connector, item);
            if (problem.isEmpty() && known.isEmpty() && customer.isEmpty()) {
                problem = Optional.of(new Problem(
                        item.id(),
                        "CUSTOMER_UNKNOWN",
                        "Give the customer the external id or the e-mail address that the ticket names there, and pull from the"
                                + " beginning."));
            }
            if (problem.isPresent()) {
                problems.add(problem.get());
                continue;
            }
            mended.add(item.id());
            count += known.isPresent() ? changed(known.get(), item) : opened(customer.orElseThrow(), source, item);
        }
        return new Taken(count, problems, mended);
    }

    /** Why a ticket cannot be stored as it comes; looked at before anything is written, as a refusal would end the transaction. */
    private Optional<Problem> problem(String source, TicketSource.Ticket item) {
        if (item.id().isBlank() || item.id().length() > 200) {
            return Optional.of(new Problem(
                    item.id().isBlank() ? "?" : item.id(),
                    "ID_LENGTH",
                    "Tell the maker of the connector: its id is empty or too long."));
        }
        try {
            TicketRules.check(draft(source, item), clock.instant());
            return Optional.empty();
        } catch (AppException e) {
            FieldError error = e.errors().get(0);
            return Optional.of(new Problem(item.id(), error.code(), error.field() + ": " + error.message()));
        }
    }

    private int opened(long customerId, String source, TicketSource.Ticket item) {
        TicketDraft draft = draft(source, item);
        Words words = words(item);
        tickets.open(
                customerId,
                new TicketDraft(
                        draft.subject(),
                        draft.text(),
                        draft.status(),
                        words.type().orElse(""),
                        words.priority().orElse(""),
                        words.severity().orElse(""),
                        draft.contactId(),
                        draft.phone(),
                        draft.email(),
                        draft.assignee(),
                        draft.openedAt(),
                        draft.source(),
                        draft.sourceId()));
        return 1;
    }

    /** What the help desk tells, over what only Kontor knows. A ticket that is void here stays as it is. */
    private int changed(long id, TicketSource.Ticket item) {
        TicketView now = tickets.find(id).orElseThrow();
        TicketDraft known = now.toDraft();
        if (now.status() == TicketStatus.VOID) {
            return 0;
        }
        TicketDraft there = draft(now.source(), item);
        Words words = words(item);
        TicketView after = tickets.revise(
                id,
                now.version(),
                new TicketDraft(
                        there.subject(),
                        there.text().isEmpty() ? known.text() : there.text(),
                        there.status(),
                        words.type().orElse(known.type()),
                        words.priority().orElse(known.priority()),
                        words.severity().orElse(known.severity()),
                        known.contactId(),
                        known.phone(),
                        known.email(),
                        known.assignee(),
                        there.openedAt(),
                        known.source(),
                        known.sourceId()));
        return after.version() == now.version() ? 0 : 1;
    }

    private static TicketDraft draft(String source, TicketSource.Ticket item) {
        return new TicketDraft(
                subject(item.subject()),
                text(item.text()),
                Optional.of(status(item)),
                "",
                "",
                "",
                Optional.empty(),
                "",
                "",
                "",
                Optional.of(item.openedAt()),
                source,
                item.id());
    }

    /** One line of at most 200 characters, whatever the help desk allows. */
    private static String subject(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        String some = line.isEmpty() ? "(no subject)" : line;
        return some.length() > 200 ? some.substring(0, 199).strip() + "…" : some;
    }

    /** Up to 20,000 characters, whatever the help desk allows; signs that no text has are blanks. */
    private static String text(String text) {
        String lines = text.replaceAll("\\R", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ")
                .strip();
        return lines.length() > TicketRules.TEXT_MAX
                ? lines.substring(0, TicketRules.TEXT_MAX - 1).strip() + "…"
                : lines;
    }

    /** Entries of our system tables; empty for a word that is none of theirs. */
    private record Words(Optional<String> type, Optional<String> priority, Optional<String> severity) {}

    /** Its words, as far as they are ours: what a system table does not have is no reason to lose a ticket. */
    private Words words(TicketSource.Ticket item) {
        return new Words(
                choices.code(SystemTable.TICKET_TYPES, item.type()),
                choices.code(SystemTable.TICKET_PRIORITIES, item.priority()),
                choices.code(SystemTable.TICKET_SEVERITIES, item.severity()));
    }

    /** Its own word, as far as it is one of ours. */
    private static TicketStatus status(TicketSource.Ticket item) {
        String word = item.status().strip().toLowerCase(Locale.ROOT);
        if (item.closedAt().isPresent() || word.equals("closed") || word.equals("solved") || word.equals("resolved")) {
            return TicketStatus.CLOSED;
        }
        if (word.equals("new")) {
            return TicketStatus.NEW;
        }
        return WAITING.contains(word) ? TicketStatus.PENDING : TicketStatus.OPEN;
    }
}
