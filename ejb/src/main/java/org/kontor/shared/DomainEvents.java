package org.kontor.shared;

import java.util.List;

/**
 * Many things that happened in one transaction. Observed by whoever observes {@link DomainEvent}; fired instead of single ones
 * where a use case concerns many customers, so that the observers write them at once.
 *
 * @param events what happened, in order
 */
public record DomainEvents(List<DomainEvent> events) {

    /** Copies the list. */
    public DomainEvents {
        events = List.copyOf(events);
    }
}
