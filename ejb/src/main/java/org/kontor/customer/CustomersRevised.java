package org.kontor.customer;

import java.util.List;
import java.util.Map;

/**
 * Many customers that were just changed in one transaction. Observed by whoever observes {@link CustomerRevised}; fired instead
 * of single ones where a use case concerns many customers, so that the observers write them at once.
 *
 * @param revisions each customer once
 * @param details facts for the timeline, such as {@code importId}
 */
public record CustomersRevised(List<CustomerRevised> revisions, Map<String, String> details) {

    /** Copies the collections. */
    public CustomersRevised {
        revisions = List.copyOf(revisions);
        details = Map.copyOf(details);
    }
}
