package org.kontor.lifecycle;

import java.util.List;

/**
 * What shall become one customer.
 *
 * @param targetId the customer that stays; always said, never guessed
 * @param sourceIds those that go over to it: 1 to 1,000
 */
public record MergeDraft(long targetId, List<Long> sourceIds) {

    /** Copies the list. */
    public MergeDraft {
        sourceIds = List.copyOf(sourceIds);
    }
}
