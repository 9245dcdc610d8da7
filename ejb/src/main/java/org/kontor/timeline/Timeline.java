package org.kontor.timeline;

import jakarta.ejb.Stateless;
import java.util.Set;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Reads the history of a customer. */
@Stateless
public class Timeline {

    /**
     * Entries of a customer, newest first.
     *
     * @param kinds only these; empty set for all
     */
    @Requires(Permission.READ_CUSTOMER)
    public Page<TimelineEntry> ofCustomer(long customerId, Set<String> kinds, PageRequest page) {
        throw new UnsupportedOperationException();
    }
}
