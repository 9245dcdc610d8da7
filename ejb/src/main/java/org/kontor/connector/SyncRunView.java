package org.kontor.connector;

import java.time.Instant;
import java.util.Optional;

/**
 * A round of reading from a connection.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was asked for, or began by the clock
 * @param createdBy who asked: sign-in name; that of the system for one by the clock
 * @param updatedAt when it got on last
 * @param connectionId the connection
 * @param state where it stands
 * @param fromStart whether everything is read again that the remote system still tells
 * @param taken how much was new or changed something
 * @param message why it broke off; empty otherwise
 * @param startedAt when it began; empty before
 * @param endedAt when it was over; empty before
 */
public record SyncRunView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        long connectionId,
        State state,
        boolean fromStart,
        long taken,
        String message,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {

    /** Where a round stands. */
    public enum State {
        /** Its turn comes. */
        PENDING,
        /** Under way. */
        RUNNING,
        /** Everything that there was is read; what could not be taken is told of the connection. */
        SUCCEEDED,
        /** It broke off; the clock tries again. */
        FAILED
    }
}
