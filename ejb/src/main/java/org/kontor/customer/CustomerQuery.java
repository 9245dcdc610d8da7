package org.kontor.customer;

import java.util.Optional;
import java.util.Set;

/**
 * Which customers a list shows, and in which order.
 *
 * @param text every word must occur in name, company, e-mail, phone, account number or an external id; blank for all
 * @param statuses only these; empty set for all
 * @param customerClass only this
 * @param accountType only this
 * @param archived only archived or only not archived; empty for both
 * @param sort order
 * @param descending whether the order is turned round
 */
public record CustomerQuery(
        String text,
        Set<CustomerStatus> statuses,
        Optional<CustomerClass> customerClass,
        Optional<AccountType> accountType,
        Optional<Boolean> archived,
        Sort sort,
        boolean descending) {

    /** Order of a list; the id decides between equals, so that a cursor is stable. */
    public enum Sort {
        /** By display name, without regard to case. */
        NAME,
        /** By account number. */
        ACCOUNT_NUMBER,
        /** By status. */
        STATUS,
        /** By time of creation. */
        CREATED,
        /** By time of the last change. */
        UPDATED,
        /** By id. */
        ID
    }

    /** Copies the set. */
    public CustomerQuery {
        statuses = Set.copyOf(statuses);
    }

    /** All customers that are not archived, by name. */
    public static CustomerQuery all() {
        return new CustomerQuery(
                "", Set.of(), Optional.empty(), Optional.empty(), Optional.of(false), Sort.NAME, false);
    }
}
