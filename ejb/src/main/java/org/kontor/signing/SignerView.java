package org.kontor.signing;

import java.time.Instant;
import java.util.Optional;

/**
 * A signer.
 *
 * @param position counted from 0, in the order of the document
 * @param name of the person
 * @param email where the service tells the person
 * @param state what the signer did last
 * @param at when; empty when the service does not tell
 * @param remind whether the service is about to be asked to remind the signer
 * @param remindedAt when the service was last asked to
 */
public record SignerView(
        int position,
        String name,
        String email,
        SignerState state,
        Optional<Instant> at,
        boolean remind,
        Optional<Instant> remindedAt) {

    /** Whether it is this signer's turn: reminding makes sense. */
    public boolean open() {
        return state == SignerState.SENT || state == SignerState.OPENED;
    }

    /** The draft that, saved again, changes nothing. */
    public SignerDraft toDraft() {
        return new SignerDraft(Optional.empty(), name, email);
    }
}
