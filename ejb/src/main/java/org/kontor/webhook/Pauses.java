package org.kontor.webhook;

import java.time.Duration;
import java.time.Instant;

/** When a failed delivery is tried again, and how long an endpoint that keeps failing is left alone. */
final class Pauses {

    /** Tries go on for at least this long. */
    static final Duration TRIED_FOR = Duration.ofDays(3);

    /** So many failures in a row open the breaker. */
    static final int BREAKER = 5;

    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration FIRST_OPEN = Duration.ofSeconds(30);
    private static final Duration LONGEST_OPEN = Duration.ofHours(1);

    private Pauses() {}

    /**
     * The pause after a failed try: ten seconds, and three times as long after each, at most twelve hours; give or take a fifth,
     * so that what failed together is not tried together.
     *
     * @param attempts tries so far, at least 1
     * @param random 0 to 1
     */
    static Duration afterFailure(int attempts, double random) {
        long millis = FIRST.toMillis();
        for (int i = 1; i < attempts && millis < LONGEST.toMillis(); i++) {
            millis *= 3;
        }
        return Duration.ofMillis((long) (Math.min(millis, LONGEST.toMillis()) * (0.8 + 0.4 * random)));
    }

    /** Whether a delivery that was queued at a time and failed now is given up. */
    static boolean over(Instant queued, Instant now) {
        return !now.isBefore(queued.plus(TRIED_FOR));
    }

    /** How long the breaker stays open: half a minute, twice as long each time, at most an hour; then one try goes through. */
    static Duration open(int openings) {
        Duration doubled = FIRST_OPEN.multipliedBy(1L << Math.min(openings, 10));
        return doubled.compareTo(LONGEST_OPEN) > 0 ? LONGEST_OPEN : doubled;
    }
}
