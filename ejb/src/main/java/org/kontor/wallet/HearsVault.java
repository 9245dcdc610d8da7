package org.kontor.wallet;

/**
 * A feature that waits for what a vault does with a payer. A CDI bean of this type is found by itself, and is told when the vault has
 * said that something happened. That is a hint: whoever hears it asks the vault.
 */
public interface HearsVault {

    /**
     * Takes the hint, in the transaction that runs.
     *
     * @param payer what the vault calls the payer
     * @return whether this was waited for
     */
    boolean heard(long connectionId, String payer);
}
