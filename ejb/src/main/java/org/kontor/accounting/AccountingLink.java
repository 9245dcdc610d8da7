package org.kontor.accounting;

import java.time.Instant;
import java.util.Optional;

/**
 * A customer, as a record of an accounting system.
 *
 * @param id Kontor's number of the link
 * @param connectionId the connection to the accounting system
 * @param connection what people call the connection
 * @param remoteId what the accounting system calls the customer
 * @param foundBy how the two were found to be one
 * @param toldAt for which instant the system told last how the customer stands; empty before the first time
 * @param gone whether the system has the customer no more: nothing of it counts until it has them again
 */
public record AccountingLink(
        long id,
        long connectionId,
        String connection,
        String remoteId,
        FoundBy foundBy,
        Optional<Instant> toldAt,
        boolean gone) {

    /** How a customer is found, in this order; a way that leads to two is no way. */
    public enum FoundBy {
        /** An external id of the customer has the connector's id as its system, and the remote id as its value. */
        EXTERNAL_ID,
        /** The accounting system has Kontor's account number of the customer. */
        ACCOUNT_NUMBER,
        /** One customer alone has one of the e-mail addresses. */
        EMAIL
    }
}
