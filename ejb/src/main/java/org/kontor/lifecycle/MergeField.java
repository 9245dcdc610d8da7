package org.kontor.lifecycle;

import java.util.List;
import java.util.Optional;

/**
 * One field of the record that stays, and where its value comes from.
 *
 * @param field name in the REST contract, such as {@code birthdate} or {@code customFields.segment}
 * @param before value of the target before; empty when it had none
 * @param after value afterwards
 * @param origin where it comes from
 * @param sourceId the source whose value fills the gap; only with {@link Origin#SOURCE}
 * @param notTaken other values that sources have and that are not taken; at most 10
 */
public record MergeField(
        String field, String before, String after, Origin origin, Optional<Long> sourceId, List<String> notTaken) {

    /** Copies the list. */
    public MergeField {
        notTaken = List.copyOf(notTaken);
    }

    /** Where a value comes from. */
    public enum Origin {
        /** The target has it and keeps it (S3-63). */
        TARGET,
        /** The target has none: the source's that was entered last (S3-61, S3-62, S4-112). */
        SOURCE,
        /** Values of all of them together (S3-65). */
        UNITED
    }
}
