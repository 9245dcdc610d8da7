package org.kontor.customer;

/**
 * A flag to be put on a customer.
 *
 * @param type name or code of a flag type, such as {@code Behavior: Late}
 * @param note what happened; at most 1,000 characters, may be empty
 */
public record FlagDraft(String type, String note) {}
