package org.kontor.shared;

import java.util.Map;

/**
 * Something that happened to a customer. Fired as a CDI event and observed in the same transaction: the timeline (and later
 * the outbox of webhooks) is written or the change is not.
 *
 * @param kind noun and past participle, such as {@code customer.created}, {@code contact.updated}
 * @param customerId the customer it belongs to
 * @param changes what changed: field to before and after, both as text; empty map when nothing can be compared
 * @param details other facts, such as {@code importId}; never sensitive values
 */
public record DomainEvent(String kind, long customerId, Map<String, Change> changes, Map<String, String> details) {

    /** Copies the maps. */
    public DomainEvent {
        changes = Map.copyOf(changes);
        details = Map.copyOf(details);
    }

    /**
     * One field before and after; empty string for none.
     *
     * @param before value before
     * @param after value after
     */
    public record Change(String before, String after) {}
}
