package org.kontor.shared;

import java.util.List;

/**
 * A customer is about to be removed with everything that was declared as theirs. Fired inside the transaction of the erasure, while all of
 * it is still there: whoever keeps something that is only found by what goes removes it now. {@link CustomerErased} follows.
 *
 * @param ids every number under which rows may name the customer: their own first, then those of customers whom merges made part of them
 */
public record CustomerErasing(List<Long> ids) {

    /** Copies the list. */
    public CustomerErasing {
        ids = List.copyOf(ids);
    }
}
