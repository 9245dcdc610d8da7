package org.kontor.web.api;

/**
 * Where the record is now that was merged.
 *
 * @param mergedInto id of the customer, or contact, that stayed
 */
public record MergedInto(long mergedInto) {}
