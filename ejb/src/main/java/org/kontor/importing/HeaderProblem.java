package org.kontor.importing;

/**
 * Something that makes the header of a file unusable.
 *
 * @param column the column concerned
 * @param code stable code in upper snake case, such as {@code COLUMN_MISSING}
 * @param message what is wrong and how to mend it
 */
public record HeaderProblem(String column, String code, String message) {}
