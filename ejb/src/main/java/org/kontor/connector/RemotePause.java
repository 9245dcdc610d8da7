package org.kontor.connector;

import java.time.Duration;
import org.kontor.spi.Outcome;

/** How long to wait before a remote system is asked again: from a minute, twice as long each time, to a day. */
public final class RemotePause {

    private static final Duration LONGEST = Duration.ofDays(1);

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

    private static Duration growing(int attempts) {
        Duration pause = Duration.ofMinutes(1L << Math.min(attempts, 11));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
