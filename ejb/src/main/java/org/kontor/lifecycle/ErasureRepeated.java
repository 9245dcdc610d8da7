package org.kontor.lifecycle;

import java.util.Optional;

/**
 * What became of one number after a backup was restored.
 *
 * @param customerId the number
 * @param outcome what was done
 * @param erasureId the erasure that was begun; empty for other outcomes
 * @param message with {@link Outcome#BLOCKED}, what stands in the way; else empty
 */
public record ErasureRepeated(long customerId, Outcome outcome, Optional<Long> erasureId, String message) {

    /** What was done. */
    public enum Outcome {
        /** The customer was there again: the erasure begins anew. */
        BEGUN,
        /** The customer was there again, and is being erased already. */
        RUNNING,
        /** The customer was there again, and something stands in the way. */
        BLOCKED,
        /** Nobody has this number. */
        NOBODY,
        /** Somebody got this number after the erasure: another person, who stays. */
        ANOTHER
    }
}
