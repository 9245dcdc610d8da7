package org.kontor.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Gives the time. Business code injects a {@link Clock}, so that a test can set it. */
@ApplicationScoped
public class Clocks {

    /** The clock of the machine, in UTC and in microseconds: finer ones would not come back from the database as they went in. */
    @Produces
    public Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }
}
