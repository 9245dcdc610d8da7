package org.kontor.customer;

/**
 * A customer that was just changed. Fired as a CDI event inside the transaction, after the change was written.
 *
 * @param before as it was
 * @param after as it is now
 */
public record CustomerRevised(CustomerView before, CustomerView after) {}
