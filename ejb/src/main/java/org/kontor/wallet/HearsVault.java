package org.kontor.wallet;

/**
 * A feature that waits for what a vault does with a payer. A CDI bean of this type is found by itself, and is told when the vault has
 * said that something happened. That is a hint: whoever hears it asks the vault.
 */
public interface HearsVault {

    /** What became of a hint. */
    enum Heard {
        /** Nobody waits for this payer. */
        NOT_AWAITED,
        /** It was waited for, and the vault is asked. */
        TAKEN,
        /** The vault is being asked at this moment, and may have answered before what happened: the hint is to be given again. */
        AGAIN
    }

    /**
     * Takes the hint, in the transaction that runs.
     *
     * @param payer what the vault calls the payer
     */
    Heard heard(long connectionId, String payer);
}
