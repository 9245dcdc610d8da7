package org.kontor.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A merge that was made.
 *
 * @param id Kontor's own number
 * @param version 1, or 2 when it was taken back
 * @param createdAt when it was made
 * @param createdBy sign-in name of who made it
 * @param updatedAt when it was made, or taken back
 * @param target the customer that stayed
 * @param sources those that went
 * @param reversible whether it can be taken back: not when merges were final, nor a second time
 * @param undoneAt when it was taken back
 * @param undoneBy who took it back; empty when nobody did
 * @param fields the record that stayed, field by field
 * @param rows what went over, as far as the caller may see it
 */
public record MergeView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        MergeParty target,
        List<MergeParty> sources,
        boolean reversible,
        Optional<Instant> undoneAt,
        String undoneBy,
        List<MergeField> fields,
        List<MergedRows> rows) {

    /** Copies the lists. */
    public MergeView {
        sources = List.copyOf(sources);
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
    }
}
