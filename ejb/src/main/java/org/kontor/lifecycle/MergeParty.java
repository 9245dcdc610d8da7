package org.kontor.lifecycle;

/**
 * A customer of a merge.
 *
 * @param id its id
 * @param displayName its name; of a source as it was
 */
public record MergeParty(long id, String displayName) {}
