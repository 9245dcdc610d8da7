package org.kontor.accounting;

import java.util.Optional;

/**
 * One field that reading from the accounting system changed.
 *
 * @param subject what it is a field of
 * @param contactId the contact, for {@link Subject#CONTACT}
 * @param field name as in the REST contract; the currency for {@link Subject#BALANCE}
 * @param before value before; empty for none
 * @param after value after
 */
public record SyncedChange(Subject subject, Optional<Long> contactId, String field, String before, String after) {

    /** What can change. */
    public enum Subject {
        /** The record of the customer. */
        CUSTOMER,
        /** A contact. */
        CONTACT,
        /** What the accounting system says is owed. */
        BALANCE
    }
}
