package org.kontor.web.api;

/**
 * Who an entry is of.
 *
 * @param customerId one of the customers who look like the entry
 */
public record KioskJoin(long customerId) {}
