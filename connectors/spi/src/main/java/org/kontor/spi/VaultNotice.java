package org.kontor.spi;

import java.util.Optional;

/**
 * What a pushed message of a payment vault means. It is a hint, never proof: Kontor asks the vault by key or id before it
 * changes anything, so that a forged message costs one look-up and nothing else.
 */
public sealed interface VaultNotice {

    /** It did not come from the vault, or cannot be told to have. The sender gets no more than a refusal. */
    record Untrusted(Problem reason) implements VaultNotice {}

    /** It came from the vault and has not the agreed form. */
    record Unreadable(Problem reason) implements VaultNotice {}

    /** It came from the vault and tells of nothing that Kontor keeps. */
    record Unimportant(String event) implements VaultNotice {}

    /**
     * Something is worth asking for.
     *
     * @param subject what it is about
     * @param event the vault's own name of what happened, for the log
     * @param key of the intention, when the message names it
     * @param remoteId the vault's id of the charge or refund; may be empty
     * @param shopperId the vault's id of the shopper; may be empty
     */
    record About(Subject subject, String event, Optional<IdempotencyKey> key, String remoteId, String shopperId)
            implements VaultNotice {}

    /** What a message can be about. */
    enum Subject {
        /** A charge has come through or failed. */
        CHARGE,
        /** Money was given back. */
        REFUND,
        /** The payer's bank took the money back. */
        CHARGEBACK,
        /** What the vault keeps of a shopper has changed, such as an expiry date. */
        SHOPPER
    }
}
