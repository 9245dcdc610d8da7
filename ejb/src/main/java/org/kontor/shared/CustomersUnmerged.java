package org.kontor.shared;

import java.util.List;

/**
 * A merge that was just taken back: the sources are there again, and rows that went over are theirs. Observed in the same
 * transaction, as {@link CustomersMerged}.
 *
 * @param mergeId the merge
 * @param target the customer that stayed
 * @param sources those that had gone
 */
public record CustomersUnmerged(long mergeId, long target, List<Long> sources) {

    /** Copies the list. */
    public CustomersUnmerged {
        sources = List.copyOf(sources);
    }
}
