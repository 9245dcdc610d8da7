package org.kontor.lifecycle;

/**
 * Something that was changed since a merge in a way that its undo would have to overwrite. It stays as it is.
 *
 * @param noun what is concerned, such as {@code customer} or {@code contact}
 * @param subject which one: a field of the record, or the key of a row
 * @param present what it is now; empty when it is gone
 * @param former what it was before the merge; empty when it was not there
 */
public record UndoConflict(String noun, String subject, String present, String former) {}
