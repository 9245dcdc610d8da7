package org.kontor.importing;

/**
 * A run has ended that created customers; said in its last transaction.
 *
 * @param importId the import
 * @param userId who asked for it
 */
public record CustomersImported(long importId, long userId) {}
