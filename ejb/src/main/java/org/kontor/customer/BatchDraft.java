package org.kontor.customer;

/**
 * A batch action to be started.
 *
 * @param action what is done with each customer of the list
 * @param value a tag, a status, a sign-in name or the name of a cadence, as the action needs; empty to archive, to restore and to remove
 *     a cadence; of an invitation the text
 */
public record BatchDraft(BatchAction action, String value) {}
