package org.kontor.web.page;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.ticket.SentimentExplanation;
import org.kontor.ticket.TicketView;
import org.kontor.ticket.Tickets;

/** Tickets of the customer that the record page shows, and where its sentiment comes from. Fetched when the tab is first shown. */
@Named("ticketsTab")
@ViewScoped
public class TicketsTab implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    Tickets tickets;

    @Inject
    CustomerPage page;

    private Page<TicketView> shown = new Page<>(List.of(), Optional.empty());
    private Optional<SentimentExplanation> why = Optional.empty();

    @PostConstruct
    void open() {
        shown = tickets.ofCustomer(page.getId(), Set.of(), PageRequest.first());
        why = Optional.of(tickets.sentiment(page.getId()));
    }

    /** Shows the next piece below those on the page. */
    public void more() {
        shown.nextCursor().ifPresent(cursor -> {
            Page<TicketView> next = tickets.ofCustomer(
                    page.getId(), Set.of(), new PageRequest(PageRequest.DEFAULT_LIMIT, Optional.of(cursor)));
            shown = new Page<>(
                    Stream.concat(shown.items().stream(), next.items().stream()).toList(), next.nextCursor());
        });
    }

    /** Tickets, the latest opened first. */
    public List<TicketView> getShown() {
        return shown.items();
    }

    /** Whether there are more. */
    public boolean isMore() {
        return shown.nextCursor().isPresent();
    }

    /** Where the sentiment comes from. */
    public SentimentExplanation getWhy() {
        return why.orElseThrow();
    }
}
