package org.kontor.shared;

import java.util.List;
import java.util.stream.Stream;

/**
 * A customer is gone, with everything that was declared as theirs. Fired inside the transaction of the erasure: whoever observes it
 * removes what it may hold beside that, such as a text that somebody searched for.
 *
 * @param customerId the customer who was
 * @param formerIds numbers of customers who had become part of this one by merges
 * @param traces texts by which the person can be found: names, addresses, numbers; none shorter than five characters
 */
public record CustomerErased(long customerId, List<Long> formerIds, List<String> traces) {

    /** Copies the lists. */
    public CustomerErased {
        formerIds = List.copyOf(formerIds);
        traces = List.copyOf(traces);
    }

    /** Every number under which rows may name the customer. */
    public List<Long> ids() {
        return Stream.concat(Stream.of(customerId), formerIds.stream()).toList();
    }
}
