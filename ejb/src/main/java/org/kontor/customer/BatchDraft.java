package org.kontor.customer;

/**
 * A batch action to be started.
 *
 * @param action what is done with each customer of the list
 * @param value a tag, a status or a sign-in name, as the action needs; empty to archive and to restore; of an invitation the text
 */
public record BatchDraft(BatchAction action, String value) {}
