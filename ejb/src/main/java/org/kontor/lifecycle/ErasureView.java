package org.kontor.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An erasure. Nothing of it tells who the customer was.
 *
 * @param id its number
 * @param version counts its changes
 * @param createdAt when it was asked for
 * @param createdBy who asked for it: sign-in name
 * @param customerId number that the customer had
 * @param state where it stands
 * @param message why it is blocked, or what went wrong; empty when there is nothing to say
 * @param erasedAt when Kontor removed what it held
 * @param erased what was removed: how many of each, by noun
 * @param kept what stayed, by noun, and why
 * @param steps its steps, in order
 */
public record ErasureView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        long customerId,
        ErasureState state,
        String message,
        Optional<Instant> erasedAt,
        Map<String, Long> erased,
        Map<String, String> kept,
        List<ErasureStep> steps) {

    /** Copies list and maps. */
    public ErasureView {
        erased = Map.copyOf(erased);
        kept = Map.copyOf(kept);
        steps = List.copyOf(steps);
    }
}
