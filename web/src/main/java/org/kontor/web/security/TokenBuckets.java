package org.kontor.web.security;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Buckets of tokens by name: each request takes one, time brings them back. Bounded: of too many names those that were not
 * asked for longest are forgotten, and begin with a full bucket again.
 */
final class TokenBuckets {

    private static final int MOST = 50_000;

    private final int perMinute;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    /** @param perMinute size of a bucket, and how many tokens come back in a minute; 0 for no limit */
    TokenBuckets(int perMinute) {
        this.perMinute = perMinute;
    }

    /**
     * Takes a token.
     *
     * @param nanos a time that only moves forward
     * @return how long to wait for the next token; zero when there was one
     */
    synchronized Duration take(String name, long nanos) {
        if (perMinute == 0) {
            return Duration.ZERO;
        }
        Bucket bucket = buckets.computeIfAbsent(name, n -> new Bucket(perMinute, nanos));
        double perNano = perMinute / (double) Duration.ofMinutes(1).toNanos();
        bucket.tokens = Math.min(perMinute, bucket.tokens + (nanos - bucket.at) * perNano);
        bucket.at = nanos;
        if (bucket.tokens < 1) {
            return Duration.ofNanos((long) Math.ceil((1 - bucket.tokens) / perNano));
        }
        bucket.tokens--;
        return Duration.ZERO;
    }

    private static final class Bucket {
        private double tokens;
        private long at;

        Bucket(double tokens, long at) {
            this.tokens = tokens;
            this.at = at;
        }
    }
}
