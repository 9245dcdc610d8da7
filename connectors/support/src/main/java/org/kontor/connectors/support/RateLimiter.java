package org.kontor.connectors.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Lets so many calls through in a period, evenly after a first burst; for all threads of this process together. A remote
 * system that several processes call must be given a part for each.
 */
public final class RateLimiter {

    private final double perNano;
    private final double burst;
    private final LongSupplier clock;
    private double saved;
    private long at;

    /** At most this many calls in the period. */
    public RateLimiter(int calls, Duration period) {
        this(calls, period, System::nanoTime);
    }

    RateLimiter(int calls, Duration period, LongSupplier clock) {
        if (calls < 1 || period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("A limit lets at least one call through in a period");
        }
        this.perNano = (double) calls / period.toNanos();
        this.burst = calls;
        this.clock = clock;
        this.saved = calls;
        this.at = clock.getAsLong();
    }

    /** Waits for this call's turn. Answers false, at once, when its turn would come after the deadline. */
    public boolean await(Deadline deadline) {
        Duration pause;
        synchronized (this) {
            pause = untilNext();
            if (!pause.isZero() && !deadline.allows(pause)) {
                return false;
            }
            saved -= 1;
        }
        long end = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return false;
            }
        }
        return true;
    }

    /** How long the next call would have to wait. */
    synchronized Duration untilNext() {
        long now = clock.getAsLong();
        saved = Math.min(burst, saved + (now - at) * perNano);
        at = now;
        return saved >= 1 ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((1 - saved) / perNano));
    }
}
