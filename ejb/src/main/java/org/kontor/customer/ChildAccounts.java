package org.kontor.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.kontor.shared.ErasureObstacle;
import org.kontor.shared.HoldsBackErasure;

/** A parent is not erased while it has child accounts: they would be without one. */
@ApplicationScoped
class ChildAccounts implements HoldsBackErasure {

    @Inject
    CustomerRepository customers;

    @Override
    public List<ErasureObstacle> obstacles(long customerId) {
        return customers.hasChildren(customerId)
                ? List.of(new ErasureObstacle(
                        "HAS_CHILDREN", "Give its child accounts another parent first, or erase them."))
                : List.of();
    }
}
