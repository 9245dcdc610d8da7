package org.kontor.connector;

import java.time.Duration;
import org.kontor.spi.Outcome;

/** How long to wait before a remote system is asked again: from a minute, twice as long each time, to a day. */
public final class RemotePause {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration UNTIL_THERE = Duration.ofMinutes(5);

    private RemotePause() {}

    /**
     * Behind a call whose end is open.
     *
     * @param attempts how often it was asked before
     */
    public static Duration after(Outcome<?> outcome, int attempts) {
        Duration asked = outcome instanceof Outcome.NotSent<?> notSent
                ? notSent.retryAfter().orElse(growing(attempts))
                : outcome instanceof Outcome.Pending<?> pending
                        ? pending.askAgainAfter().orElse(growing(attempts))
                        : growing(attempts);
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    /**
     * Behind something that trying again soon would not mend, but a person may.
     *
     * @param attempts how often it was asked before
     */
    public static Duration untilMended(int attempts) {
        return growing(attempts + 6);
    }

    /** Behind a connection that is switched off, or whose connector is not there: nobody was asked, and to look again costs nothing. */
    public static Duration untilThere() {
        return UNTIL_THERE;
    }

    /**
     * Twice as long each time.
     *
     * @param first behind the first try
     * @param longest never more than this; at most 2,048 times the first
     * @param attempts how often it was asked before
     */
    public static Duration doubling(Duration first, Duration longest, int attempts) {
        Duration pause = first.multipliedBy(1L << Math.min(attempts, 11));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    /** Behind a call that could not be answered: from a minute, twice as long each time, to a day. */
    static Duration growing(int attempts) {
        return doubling(FIRST, LONGEST, attempts);
    }
}
