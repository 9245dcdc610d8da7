package org.kontor.lifecycle;

import jakarta.json.JsonObject;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An erasure. Nothing of it tells who the customer was.
 *
 * @param id its number
 * @param version counts its changes
 * @param createdAt when it was asked for
 * @param createdBy who asked for it: sign-in name
 * @param updatedAt when something of it changed last
 * @param customerId number that the customer had
 * @param progress where it stands in the words of all long work; outside it is called the state
 * @param state where it stands in the words of erasures; outside it is called the stage
 * @param message why it is blocked, or what went wrong; empty when there is nothing to say
 * @param erasedAt when Kontor removed what it held
 * @param erased what was removed: how many of each, by noun
 * @param kept what stayed, by noun, and why
 * @param steps its steps, in order
 * @param certificate the signed certificate as it is now; empty in a list, and while nothing was erased
 */
public record ErasureView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        long customerId,
        @JsonbProperty("state") Progress progress,
        @JsonbProperty("stage") ErasureState state,
        String message,
        Optional<Instant> erasedAt,
        Map<String, Long> erased,
        Map<String, String> kept,
        List<ErasureStep> steps,
        Optional<JsonObject> certificate) {

    /** Where long work stands. */
    public enum Progress {
        /** The person is still there; its turn comes. */
        PENDING,
        /** The person is gone from Kontor; another system has not confirmed yet. */
        RUNNING,
        /** The person is gone everywhere that was asked. */
        SUCCEEDED,
        /** Something stood in the way, nothing was erased. */
        FAILED;

        static Progress of(ErasureState state) {
            return switch (state) {
                case REQUESTED -> PENDING;
                case BLOCKED -> FAILED;
                case ERASED -> RUNNING;
                case COMPLETED -> SUCCEEDED;
            };
        }
    }

    /** The same with its certificate. */
    public ErasureView with(JsonObject signed) {
        return copy(erased, kept, steps, Optional.of(signed));
    }

    /** The same with its steps. */
    ErasureView with(List<ErasureStep> all) {
        return copy(erased, kept, all, certificate);
    }

    /** The same without what it tells of these nouns. */
    ErasureView without(Set<String> nouns) {
        return copy(without(nouns, erased), without(nouns, kept), steps, certificate);
    }

    private static <T> Map<String, T> without(Set<String> nouns, Map<String, T> parts) {
        Map<String, T> rest = new HashMap<>(parts);
        rest.keySet().removeAll(nouns);
        return rest;
    }

    private ErasureView copy(
            Map<String, Long> gone, Map<String, String> left, List<ErasureStep> all, Optional<JsonObject> signed) {
        return new ErasureView(
                id,
                version,
                createdAt,
                createdBy,
                updatedAt,
                customerId,
                progress,
                state,
                message,
                erasedAt,
                gone,
                left,
                all,
                signed);
    }

    /** Copies list and maps. */
    public ErasureView {
        erased = Map.copyOf(erased);
        kept = Map.copyOf(kept);
        steps = List.copyOf(steps);
    }
}
