package org.kontor.connector;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.connector.PullsFrom.Problem;

/**
 * How far the pull of a connection is.
 *
 * @param kind what is pulled
 * @param running whether a node pulls right now
 * @param endedAt when the last round ended well; empty before the first
 * @param nextAt when it is tried again; empty before the first time
 * @param attempts how often it failed in a row
 * @param message why it failed the last time; empty when it went well
 * @param taken how much was new or changed something since the connection was set up
 * @param problems what could not be taken, the latest first; at most 100
 */
public record PullView(
        PullKind kind,
        boolean running,
        Optional<Instant> endedAt,
        Optional<Instant> nextAt,
        int attempts,
        String message,
        long taken,
        List<Problem> problems) {

    /** Copies the list. */
    public PullView {
        problems = List.copyOf(problems);
    }
}
