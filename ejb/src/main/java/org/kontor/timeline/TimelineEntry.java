package org.kontor.timeline;

import java.time.Instant;
import java.util.Map;
import org.kontor.shared.DomainEvent.Change;

/**
 * One thing that happened.
 *
 * @param id Kontor's own number
 * @param customerId the customer
 * @param at when
 * @param actor sign-in name of whoever did it
 * @param kind noun and past participle, such as {@code customer.created}
 * @param changes field to before and after
 * @param details other facts
 */
public record TimelineEntry(
        long id,
        long customerId,
        Instant at,
        String actor,
        String kind,
        Map<String, Change> changes,
        Map<String, String> details) {}
