package org.kontor.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void aMinutesWorthMayComeAtOnceThenOneByOneAsTimeGoesOn() {
        TokenBuckets buckets = new TokenBuckets(60);
        for (int i = 0; i < 60; i++) {
            assertEquals(Duration.ZERO, buckets.take("a", 0), "request " + i);
        }
        assertEquals(Duration.ofSeconds(1), buckets.take("a", 0));
        assertEquals(Duration.ZERO, buckets.take("a", SECOND));
        assertTrue(buckets.take("a", SECOND).toNanos() > 0);
    }

    @Test
    void eachNameHasABucketOfItsOwn() {
        TokenBuckets buckets = new TokenBuckets(1);
        assertEquals(Duration.ZERO, buckets.take("a", 0));
        assertEquals(Duration.ZERO, buckets.take("b", 0));
        assertEquals(Duration.ofMinutes(1), buckets.take("a", 0));
    }

    @Test
    void aBucketHoldsNoMoreThanAMinutesWorth() {
        TokenBuckets buckets = new TokenBuckets(2);
        long later = Duration.ofHours(1).toNanos();
        buckets.take("a", 0);
        assertEquals(Duration.ZERO, buckets.take("a", later));
        assertEquals(Duration.ZERO, buckets.take("a", later));
        assertTrue(buckets.take("a", later).toNanos() > 0);
    }

    @Test
    void zeroIsNoLimit() {
        TokenBuckets buckets = new TokenBuckets(0);
        for (int i = 0; i < 1000; i++) {
            assertEquals(Duration.ZERO, buckets.take("a", 0));
        }
    }
}
