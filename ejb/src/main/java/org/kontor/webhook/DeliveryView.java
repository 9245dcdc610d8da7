package org.kontor.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * A line of the delivery log.
 *
 * @param id Kontor's own number; grows with time
 * @param messageId what the endpoint sees as {@code webhook-id}; the same at each try, so that it can tell repetitions
 * @param event name of the event
 * @param customerId the customer concerned
 * @param occurredAt when it happened
 * @param state how far it is
 * @param attempts how often it was tried
 * @param attemptedAt when it was last tried
 * @param nextAttemptAt when it is tried next
 * @param status HTTP status of the last answer
 * @param answer beginning of the last answer, or what went wrong; at most 1,000 characters
 * @param millis how long the last try took, in milliseconds
 */
public record DeliveryView(
        long id,
        String messageId,
        String event,
        long customerId,
        Instant occurredAt,
        DeliveryState state,
        int attempts,
        Optional<Instant> attemptedAt,
        Optional<Instant> nextAttemptAt,
        Optional<Integer> status,
        String answer,
        long millis) {}
