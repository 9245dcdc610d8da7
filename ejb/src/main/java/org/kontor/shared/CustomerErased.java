package org.kontor.shared;

import java.util.List;

/**
 * A customer is gone, with everything that was declared as theirs. Fired inside the transaction of the erasure: whoever observes it
 * removes what it may hold beside that, such as a text that somebody searched for.
 *
 * @param customerId the customer who was
 * @param traces texts by which the person can be found: names, addresses, numbers; none shorter than five characters
 */
public record CustomerErased(long customerId, List<String> traces) {

    /** Copies the list. */
    public CustomerErased {
        traces = List.copyOf(traces);
    }
}
