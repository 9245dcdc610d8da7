package org.kontor.importing;

/**
 * Why a customer was not taken back with its import.
 *
 * @param customerId the customer
 * @param displayName its name
 * @param code stable code: {@code CHANGED_SINCE}, {@code LEDGER_CHANGED_SINCE}, {@code LEDGER_HISTORY}, {@code HAS_RECORDS}
 *     or {@code VALUE_TAKEN}
 * @param message what stands in the way, for the user
 */
public record ImportObstacle(long customerId, String displayName, String code, String message) {}
