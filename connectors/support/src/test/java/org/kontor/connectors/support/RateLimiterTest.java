package org.kontor.connectors.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.kontor.spi.Secret;

class RateLimiterTest {

    private final AtomicLong now = new AtomicLong();

    @Test
    void afterTheBurstCallsComeEvenlyAndOneThatCannotComeInTimeIsToldAtOnce() {
        RateLimiter limiter = new RateLimiter(3, Duration.ofSeconds(3), now::get);
        Deadline soon = Deadline.in(Duration.ofMillis(1));
        for (int i = 0; i < 3; i++) {
            assertTrue(limiter.await(soon));
        }
        assertEquals(Duration.ofSeconds(1), limiter.untilNext());
        assertFalse(limiter.await(soon));
        now.addAndGet(Duration.ofMillis(400).toNanos());
        assertEquals(600, Math.round(limiter.untilNext().toNanos() / 1e6));
        now.addAndGet(Duration.ofHours(1).toNanos());
        for (int i = 0; i < 3; i++) {
            assertTrue(limiter.await(soon));
        }
        assertFalse(limiter.await(soon), "an idle hour saves no more than one burst");
    }

    @Test
    void aCallWaitsForItsTurn() {
        RateLimiter limiter = new RateLimiter(1, Duration.ofMillis(50));
        Deadline deadline = Deadline.in(Duration.ofSeconds(30));
        long began = System.nanoTime();
        assertTrue(limiter.await(deadline) && limiter.await(deadline) && limiter.await(deadline));
        assertTrue(System.nanoTime() - began >= Duration.ofMillis(90).toNanos());
    }

    @Test
    void aLimitOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RateLimiter(0, Duration.ofSeconds(1)));
    }

    @Test
    void secretsAreTakenOutOfTexts() {
        Masking masking = new Masking(List.of(new Secret("hush-hush"), new Secret("a")));
        assertEquals("Basic ***, an apple", masking.mask("Basic hush-hush, an apple"));
    }
}
