package org.kontor.connector;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kontor.connector.OpenConnections.Opened;
import org.kontor.jobs.JobRun;
import org.kontor.spi.Capability;
import org.kontor.spi.ConnectorException;

/**
 * A feature that takes in what remote systems tell by themselves. A CDI bean of this type is found by itself; {@link PullRounds} calls
 * it for each enabled connection whose connector can do it, one at a time.
 */
public interface PullsFrom {

    /** What is pulled. */
    PullKind kind();

    /** What a connector must be able to do. */
    Class<? extends Capability> capability();

    /** Pause between two rounds of one connection. */
    Duration every();

    /** Whether the company wants it at all; asked in a transaction. */
    boolean wanted();

    /**
     * Fetches the next piece, outside of any transaction.
     *
     * @param cursor where it begins; empty for the beginning
     * @param run the way to transactions for what has to be read before
     * @throws ConnectorException when the remote system could not answer
     */
    Piece fetch(Opened opened, Optional<String> cursor, JobRun run) throws Exception;

    /** Some of what there is. */
    interface Piece {

        /** Writes it, in the transaction that notes the cursor. Said twice, it makes nothing twice. */
        Taken apply();

        /** Where the next piece begins. */
        String cursor();

        /** Whether there is more at once. */
        boolean more();
    }

    /**
     * What was made of a piece.
     *
     * @param count how much of it was new or changed something
     * @param problems what could not be taken
     * @param mended remote ids that can be taken now, whatever was told of them before
     */
    record Taken(int count, List<Problem> problems, List<String> mended) {}

    /**
     * Something that could not be taken.
     *
     * @param remoteId the remote system's id
     * @param code stable code, such as {@code CUSTOMER_UNKNOWN}
     * @param message what to do
     */
    record Problem(String remoteId, String code, String message) {}
}
