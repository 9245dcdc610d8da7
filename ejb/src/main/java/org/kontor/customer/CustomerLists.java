package org.kontor.customer;

import java.util.ArrayList;
import java.util.List;

/**
 * The lists of values that belong to a customer.
 *
 * @param emails in order
 * @param phones in order
 * @param externalIds by system, kind and value
 */
record CustomerLists(List<String> emails, List<Phone> phones, List<ExternalId> externalIds) {

    /** Nothing, for ever. */
    static final CustomerLists NONE = new CustomerLists(List.of(), List.of(), List.of());

    /** Nothing yet. */
    static CustomerLists empty() {
        return new CustomerLists(new ArrayList<>(0), new ArrayList<>(0), new ArrayList<>(0));
    }

    static CustomerLists of(CustomerDraft draft) {
        return new CustomerLists(draft.emails(), draft.phones(), draft.externalIds());
    }
}
