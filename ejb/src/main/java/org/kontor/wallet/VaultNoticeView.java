package org.kontor.wallet;

import java.time.Instant;
import java.util.Optional;

/**
 * What a vault pushed to Kontor. Whom it spoke of is not told: that stands in the history of the customer.
 *
 * @param id Kontor's own number
 * @param connectionId the connection to the vault
 * @param receivedAt when it came first
 * @param times how often it came; it is worked on once
 * @param subject what it is about: CHARGE, REFUND, CHARGEBACK, SHOPPER, or NONE
 * @param event the vault's own name of what happened; may be empty
 * @param reference the vault's number of the charge or refund; may be empty
 * @param outcome what became of it
 * @param settledAt when that was so; empty while it is open
 */
public record VaultNoticeView(
        long id,
        long connectionId,
        Instant receivedAt,
        int times,
        String subject,
        String event,
        String reference,
        Result outcome,
        Optional<Instant> settledAt) {

    /** What became of it. */
    public enum Result {
        /** The vault is asked whether it is so. */
        OPEN,
        /** The vault said so, and what Kontor keeps follows. */
        DONE,
        /** Kontor keeps nothing that follows; it stands in the history of the customer. */
        RECORDED,
        /** It is about nobody whom Kontor knows. */
        NOBODY,
        /** It is about nothing that Kontor keeps. */
        UNIMPORTANT,
        /** Its sender is the vault, its form is not the agreed one. */
        UNREADABLE
    }
}
