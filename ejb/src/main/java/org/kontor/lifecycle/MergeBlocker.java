package org.kontor.lifecycle;

/**
 * Why customers cannot be merged.
 *
 * @param code such as {@code OTHER_CURRENCY}
 * @param customerId the source that is concerned
 * @param message what to do about it
 */
public record MergeBlocker(String code, long customerId, String message) {}
