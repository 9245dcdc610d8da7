package org.kontor.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Writes refusals to the audit log in a transaction of its own, as that of the refused work is rolled back. */
@Stateless
public class Refusals {

    @Inject
    AccessLog log;

    /**
     * The current caller was refused.
     *
     * @param what permission that is missing, with the service and method that asked for it
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void note(String what) {
        log.write("permission.refused", what);
    }
}
