package org.kontor.connectors.tck;

import org.kontor.spi.Outcome;

/** What the contracts expect of outcomes. */
final class Outcomes {

    private Outcomes() {}

    /** The value of a call that must have been done. */
    static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new AssertionError("Done was expected, not " + outcome);
    }
}
