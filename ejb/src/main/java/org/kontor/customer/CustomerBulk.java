package org.kontor.customer;

import jakarta.ejb.Stateless;
import java.util.List;
import org.kontor.access.Permission;
import org.kontor.access.Requires;

/** Writes many customers at once, by COPY, with everything that belongs to the creation of each. */
@Stateless
public class CustomerBulk {

    /**
     * Creates customers in the running transaction: rows, e-mails, phones, external ids and, through the event
     * {@link CustomersCreated}, their primary contacts and timeline entries.
     *
     * @param customers drafts that {@link CustomerRules#check} found without errors
     * @param importId the import they come from; stands in each timeline entry
     * @return the new ids, in the same order
     */
    @Requires(Permission.IMPORT_CUSTOMER)
    public List<Long> create(List<CustomerRules.Checked> customers, long importId) {
        throw new UnsupportedOperationException();
    }
}
