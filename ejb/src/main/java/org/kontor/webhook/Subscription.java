package org.kontor.webhook;

import java.time.Instant;
import java.util.Optional;

/**
 * What a delivery needs to know of its subscription.
 *
 * @param id Kontor's own number
 * @param userId the subscriber
 * @param url where to send
 * @param failures failed tries since the last one that went well
 * @param openings how often the breaker opened since then
 * @param openUntil nothing is sent before; empty when it goes on
 */
record Subscription(long id, long userId, String url, int failures, int openings, Optional<Instant> openUntil) {}
