package org.kontor.signing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What is said of a document for signature.
 *
 * @param name what it is, one line of up to 200 characters; required. The signers read it
 * @param message for the signers, up to 4,000 characters; empty leaves it to the service
 * @param signers who is to sign; needed to send it, 50 at most, fewer where the service takes fewer
 * @param inOrder whether a signer is asked only when the one before has signed; empty means all at once
 * @param expiresOn last day on which it can be signed, in the time zone of the company entity; empty for ever
 */
public record SigningDocumentDraft(
        String name,
        String message,
        List<SignerDraft> signers,
        Optional<Boolean> inOrder,
        Optional<LocalDate> expiresOn) {

    /** Copies the list. */
    public SigningDocumentDraft {
        signers = List.copyOf(signers);
    }
}
