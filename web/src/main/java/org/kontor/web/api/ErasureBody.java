package org.kontor.web.api;

/**
 * An erasure that is wanted.
 *
 * @param customerId who is to be erased
 */
public record ErasureBody(long customerId) {}
