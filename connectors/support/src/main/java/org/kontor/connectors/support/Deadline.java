package org.kontor.connectors.support;

import java.time.Duration;

/** When a call must have ended, repetitions and pauses included. */
public final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** This long from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** How much is left; zero when it has passed. */
    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** Whether there is still this much time. */
    public boolean allows(Duration time) {
        return left().compareTo(time) > 0;
    }
}
