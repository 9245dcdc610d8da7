package org.kontor.shared;

import java.util.List;

/**
 * Customers that are becoming one: their rows have gone over, the records of the sources are about to go. Observed in the same
 * transaction by features that declare {@link OwnedTable.Merge#OBSERVES}; whoever observes leaves nothing with the sources.
 *
 * @param mergeId the merge
 * @param target the customer that stays
 * @param sources those that go
 */
public record CustomersMerged(long mergeId, long target, List<Long> sources) {

    /** Copies the list. */
    public CustomersMerged {
        sources = List.copyOf(sources);
    }
}
