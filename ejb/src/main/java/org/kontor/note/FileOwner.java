package org.kontor.note;

import java.util.Optional;

/**
 * Whose file it is.
 *
 * @param customerId the customer
 * @param documentId the invoice or credit memo of the customer to which it is attached; empty for others
 * @param signing what it is of a document for signature; empty for others
 */
public record FileOwner(long customerId, Optional<Long> documentId, Optional<SigningFile> signing) {

    /** A file of the customer, or of an invoice or credit memo. */
    public FileOwner(long customerId, Optional<Long> documentId) {
        this(customerId, documentId, Optional.empty());
    }

    /**
     * What a file is of a document for signature.
     *
     * @param documentId the document
     * @param role which of its files; a document has one of each at most
     */
    public record SigningFile(long documentId, Role role) {}

    /** Which file of a document for signature. */
    public enum Role {
        /** What is sent to be signed. */
        ORIGINAL,
        /** As everybody signed it. */
        SIGNED,
        /** What proves who signed when. */
        PROOF
    }
}
