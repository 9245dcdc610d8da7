package org.kontor.connector;

import java.time.Instant;

/**
 * How a test of a connection ended.
 *
 * @param health {@code UP} or {@code DOWN}
 * @param detail why it is down and what to do; may be empty when up
 * @param checkedAt when
 */
public record ConnectionTest(String health, String detail, Instant checkedAt) {}
