package org.kontor.note;

/**
 * A note to be written.
 *
 * @param customerId the customer; must exist
 * @param text what is said; over 20,000 characters it is cut into several notes
 */
public record NewNote(long customerId, String text) {}
