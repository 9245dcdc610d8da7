package org.kontor.lifecycle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What somebody decides about customers who look alike.
 *
 * @param customerIds two of them, or more when it holds for each two
 * @param decision what
 * @param until for {@link Kind#LATER}: when they are shown again
 */
public record DuplicateDecision(List<Long> customerIds, Kind decision, Optional<LocalDate> until) {

    /** What can be decided. */
    public enum Kind {
        /** They are different; they are not shown again. */
        NOT_DUPLICATE,
        /** Not now. */
        LATER
    }
}
