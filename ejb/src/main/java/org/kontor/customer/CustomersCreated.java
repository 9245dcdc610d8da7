package org.kontor.customer;

import java.util.List;
import java.util.Map;

/**
 * Customers that were just created, one or many. Fired as a CDI event inside the transaction: whoever observes it writes
 * with it or fails it (S2-04).
 *
 * @param customers the customers
 * @param actor sign-in name of whoever created them
 * @param details facts for the timeline, such as {@code importId}
 */
public record CustomersCreated(List<Created> customers, String actor, Map<String, String> details) {

    /** Copies the collections. */
    public CustomersCreated {
        customers = List.copyOf(customers);
        details = Map.copyOf(details);
    }

    /**
     * One new customer.
     *
     * @param id its id
     * @param draft what was stored
     * @param displayName its display name
     */
    public record Created(long id, CustomerDraft draft, String displayName) {}
}
