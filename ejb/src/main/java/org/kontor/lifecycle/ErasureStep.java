package org.kontor.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A step of an erasure.
 *
 * @param id number of the step
 * @param kind what is done
 * @param state how far it is
 * @param connectionId the connection that is asked; empty for what Kontor does itself
 * @param system name of that connection; empty for what Kontor does itself
 * @param until the day by which the system will have done it, or before which it is not worth asking again; empty when it did not say
 * @param code of the last refusal or failure; empty when there was none
 * @param message what the system said, or what is to be done; empty when there is nothing to say
 * @param removed payment methods that were taken away while the system refused the whole
 * @param attempts how often it was tried
 * @param nextAt when it is tried again; empty when it is over
 * @param changedAt when the state was written
 */
public record ErasureStep(
        long id,
        Kind kind,
        State state,
        Optional<Long> connectionId,
        String system,
        Optional<LocalDate> until,
        String code,
        String message,
        int removed,
        int attempts,
        Optional<Instant> nextAt,
        Instant changedAt) {

    /** What is done. */
    public enum Kind {
        /** Keyed hashes are kept, so that the person does not come back. */
        SUPPRESSION,
        /** Everything that Kontor holds is removed, in one transaction. */
        LOCAL,
        /** A payment vault is asked to forget the person. */
        VAULT
    }

    /** How far a step is. */
    public enum State {
        /** Its turn has not come. */
        WAITING,
        /** It was asked for, and the answer is not known yet. */
        REQUESTED,
        /** The system will have done it by a day. */
        PENDING_UNTIL,
        /** It is done, and that was confirmed. */
        CONFIRMED,
        /** The system refuses until a day. */
        REFUSED_UNTIL,
        /** It did not work; it is tried again, but somebody should look. */
        FAILED
    }
}
