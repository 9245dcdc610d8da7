package org.kontor.accounting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import org.kontor.contact.KeepsContacts;

/**
 * Contacts of a customer are kept by the accounting system, while its connection is enabled and from the first time on that it told them
 * (S4-45).
 */
@ApplicationScoped
class KeptContacts implements KeepsContacts {

    @Inject
    AccountingRepository repository;

    @Override
    public Map<Long, String> keepers(Collection<Long> customerIds) {
        return repository.keepers(customerIds);
    }
}
