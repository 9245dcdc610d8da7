package org.kontor.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.kontor.access.CallerContext;
import org.kontor.settings.SystemTable;
import org.kontor.settings.SystemTableLookup;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.DomainEvent.Change;

/** Writes into the journal by itself: a ticket was opened, or its state changed. */
@ApplicationScoped
class AutomaticJournal {

    private static final String ACTION = "AUTOMATIC";

    @Inject
    JournalRepository repository;

    @Inject
    SystemTableLookup lookup;

    @Inject
    Clock clock;

    void on(@Observes DomainEvent event) {
        String ticket = event.details().getOrDefault("ticket", "");
        Change status = event.changes().get("status");
        if (event.kind().equals("ticket.created")) {
            write(event.customerId(), "Ticket opened: " + ticket);
        } else if (event.kind().equals("ticket.updated") && status != null) {
            write(event.customerId(), "Ticket " + status.before() + " → " + status.after() + ": " + ticket);
        }
    }

    private void write(long customerId, String text) {
        Instant now = clock.instant();
        long action = lookup.find(SystemTable.JOURNAL_ACTION_TYPES, ACTION)
                .orElseThrow()
                .id();
        repository.add(
                customerId,
                new JournalDraft(Optional.of(now), ACTION, Optional.of(JournalTopic.SERVICE), Optional.empty(), text),
                action,
                now,
                CallerContext.current().login());
    }
}
