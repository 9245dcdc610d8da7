package org.kontor.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Gives the time. Business code injects a {@link Clock}, so that a test can set it. */
@ApplicationScoped
public class Clocks {

    /** The clock of the machine, in UTC. */
    @Produces
    public Clock clock() {
        return Clock.systemUTC();
    }
}
