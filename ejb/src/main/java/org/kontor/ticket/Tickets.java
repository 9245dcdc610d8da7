package org.kontor.ticket;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.access.CallerContext;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.settings.SystemTableEntryView;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Opens, changes and lists tickets, and explains what they say about how the customer feels. */
@Stateless
public class Tickets {

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    @Inject
    TicketRepository repository;

    @Inject
    TicketChoices choices;

    @Inject
    Sentiments sentiments;

    @Inject
    CustomerGate gate;

    @Inject
    CustomerScope scope;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> happened;

    /**
     * Opens a ticket for a customer and recomputes how the customer feels (S1-13).
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer; {@link ErrorKind#INVALID} with every field that is
     *     against a rule; {@link ErrorKind#CONFLICT} when the ticket of the other system is there already
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public TicketView open(long customerId, TicketDraft draft) {
        gate.lock(customerId);
        TicketDraft checked = check(customerId, draft);
        if (repository.sourceTaken(checked.source(), checked.sourceId())) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "TICKET_EXISTS",
                    "Change the ticket that is there: " + checked.source() + " " + checked.sourceId()
                            + " came before.");
        }
        Ticket ticket = new Ticket(customerId, checked, choices.of(checked, Optional.empty()), now(), actor());
        repository.add(ticket);
        TicketView opened = ticket.view(choices.byId());
        happened.fire(new DomainEvent("ticket.created", customerId, Map.of(), details(opened)));
        sentiments.recompute(List.of(customerId));
        return opened;
    }

    /**
     * Replaces what is said of a ticket, and recomputes how the customer feels.
     *
     * @param expectedVersion the version that the caller saw
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#STALE} when somebody changed it meanwhile;
     *     {@link ErrorKind#CONFLICT} for a void ticket; {@link ErrorKind#INVALID}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public TicketView revise(long id, long expectedVersion, TicketDraft draft) {
        Ticket ticket = repository.find(id).orElseThrow(() -> absent(id));
        gate.lock(ticket.customerId());
        if (ticket.version() != expectedVersion) {
            throw AppException.stale(ticket.version());
        }
        TicketDraft checked = check(ticket.customerId(), draft);
        TicketView before = ticket.view(choices.byId());
        if (checked.equals(before.toDraft())) {
            return before;
        }
        TicketRules.mayFollow(before, checked);
        ticket.revise(checked, choices.of(checked, Optional.of(before)), now(), actor());
        repository.flush();
        TicketView after = ticket.view(choices.byId());
        Map<String, Change> changes = TicketChanges.between(before, after);
        if (changes.isEmpty()) {
            return after;
        }
        happened.fire(new DomainEvent("ticket.updated", ticket.customerId(), changes, details(after)));
        sentiments.recompute(List.of(ticket.customerId()));
        return after;
    }

    /** The ticket with this id. */
    @Requires(Permission.READ_CUSTOMER)
    public Optional<TicketView> find(long id) {
        return repository
                .find(id)
                .filter(ticket -> gate.find(ticket.customerId()).isPresent())
                .map(ticket -> ticket.view(choices.byId()));
    }

    /** The tickets with these ids; those that do not exist, and those of customers that the caller does not see, are left out. */
    @Requires(Permission.READ_CUSTOMER)
    public List<TicketView> findAll(List<Long> ids) {
        List<Ticket> all = repository.findAll(ids);
        Set<Long> seen = scope.visible(all.stream().map(Ticket::customerId).toList());
        Map<Long, SystemTableEntryView> entries = choices.byId();
        return all.stream()
                .filter(ticket -> seen.contains(ticket.customerId()))
                .map(ticket -> ticket.view(entries))
                .toList();
    }

    /**
     * Tickets of a customer, the latest opened first.
     *
     * @param statuses only in these states; empty for all
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_CUSTOMER)
    public Page<TicketView> ofCustomer(long customerId, Set<TicketStatus> statuses, PageRequest page) {
        gate.name(customerId);
        String list = "tickets|" + customerId + "|" + statuses.stream().sorted().toList();
        Optional<List<String>> after = Cursor.decode(list, page.cursor());
        Instant before = after.map(values -> Instant.parse(values.get(0))).orElse(END);
        long beforeId = after.map(values -> Long.parseLong(values.get(1))).orElse(Long.MAX_VALUE);
        Map<Long, SystemTableEntryView> entries = choices.byId();
        List<TicketView> tickets =
                repository.ofCustomer(customerId, statuses, before, beforeId, page.limit() + 1).stream()
                        .map(ticket -> ticket.view(entries))
                        .toList();
        if (tickets.size() <= page.limit()) {
            return new Page<>(tickets, Optional.empty());
        }
        TicketView last = tickets.get(page.limit() - 1);
        return new Page<>(
                tickets.subList(0, page.limit()),
                Optional.of(Cursor.encode(list, last.openedAt().toString(), Long.toString(last.id()))));
    }

    /**
     * Where the sentiment of a customer comes from: which tickets and which words moved it.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the customer
     */
    @Requires(Permission.READ_CUSTOMER)
    public SentimentExplanation sentiment(long customerId) {
        gate.name(customerId);
        return sentiments.explain(customerId);
    }

    private TicketDraft check(long customerId, TicketDraft draft) {
        TicketDraft checked = TicketRules.check(draft, clock.instant());
        if (checked.contactId().isPresent()
                && !repository.contactBelongsTo(checked.contactId().get(), customerId)) {
            throw AppException.invalid("contactId", "CONTACT_UNKNOWN", "Choose a contact of this customer.");
        }
        return checked;
    }

    private Instant now() {
        return clock.instant();
    }

    private static String actor() {
        return CallerContext.current().login();
    }

    private static Map<String, String> details(TicketView ticket) {
        return Map.of("ticketId", Long.toString(ticket.id()), "ticket", ticket.subject());
    }

    private static AppException absent(long id) {
        return new AppException(
                ErrorKind.ABSENT, "TICKET_NOT_FOUND", "Look for another ticket: there is none with id " + id + ".");
    }
}
