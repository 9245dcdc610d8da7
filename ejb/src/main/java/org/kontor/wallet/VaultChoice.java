package org.kontor.wallet;

/**
 * A vault that may keep a payment method.
 *
 * @param connectionId the connection to it
 * @param name name of the connection
 */
public record VaultChoice(long connectionId, String name) {}
