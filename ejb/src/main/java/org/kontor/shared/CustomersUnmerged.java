package org.kontor.shared;

import java.util.Collection;
import java.util.List;

/**
 * A merge that was just taken back: the sources are there again, and rows that went over are theirs. Observed in the same
 * transaction, as {@link CustomersMerged}.
 *
 * @param mergeId the merge
 * @param target the customer that stayed
 * @param sources those that had gone
 * @param kept to which observers add the noun of what they leave as it is, because somebody changed it since
 */
public record CustomersUnmerged(long mergeId, long target, List<Long> sources, Collection<String> kept) {

    /** Copies the list of sources. */
    public CustomersUnmerged {
        sources = List.copyOf(sources);
    }
}
