package org.kontor.signing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kontor.note.FileOwner.Role;

/**
 * A document for signature and where it stands.
 *
 * @param id Kontor's own number
 * @param version steps with each change, and with what the service tells
 * @param createdAt when it was made
 * @param createdBy by whom
 * @param updatedAt when something of it changed last
 * @param updatedBy by whom
 * @param customerId whose it is
 * @param customerName name of the customer
 * @param entityId company entity of the customer
 * @param name what it is
 * @param message for the signers
 * @param inOrder whether a signer is asked only when the one before has signed
 * @param expiresOn last day on which it can be signed; empty for ever
 * @param state where it stands
 * @param trouble what stands in the way, or why it failed; empty when nothing does
 * @param reason why it was withdrawn or declined; empty when nobody said
 * @param connection name of the connection over which it was sent; empty before
 * @param sentAt when the service took it on
 * @param endedAt when it was signed, declined, expired or withdrawn
 * @param signers who is to sign
 * @param files the original, the signed document and the proof, as far as they are there
 */
public record SigningDocumentView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long customerId,
        String customerName,
        long entityId,
        String name,
        String message,
        boolean inOrder,
        Optional<LocalDate> expiresOn,
        SigningState state,
        String trouble,
        String reason,
        String connection,
        Optional<Instant> sentAt,
        Optional<Instant> endedAt,
        List<SignerView> signers,
        List<SigningFileView> files) {

    /** Copies the lists. */
    public SigningDocumentView {
        signers = List.copyOf(signers);
        files = List.copyOf(files);
    }

    /** Its file in this role; empty when it is not there. */
    public Optional<SigningFileView> file(Role role) {
        return files.stream().filter(file -> file.role() == role).findFirst();
    }

    /** The draft that, saved again, changes nothing. */
    public SigningDocumentDraft toDraft() {
        return new SigningDocumentDraft(
                name, message, signers.stream().map(SignerView::toDraft).toList(), Optional.of(inOrder), expiresOn);
    }
}
