package org.kontor.note;

import java.time.Instant;
import java.util.Optional;

/**
 * A file of a customer, or of one of their documents.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was uploaded
 * @param createdBy who uploaded it
 * @param updatedAt when what is said of it was last changed
 * @param updatedBy who changed that last
 * @param customerId the customer
 * @param documentId the invoice or credit memo to which it is attached; empty for a file of the customer
 * @param name name of the file, without folders
 * @param description what it is; may be empty
 * @param internal whether only staff may see it; else the customer sees it in the portal, if it is of no document
 *     (S4-135, X-34)
 * @param size bytes
 * @param sha256 hash of the bytes in hexadecimal digits
 */
public record AttachmentView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long customerId,
        Optional<Long> documentId,
        String name,
        String description,
        boolean internal,
        long size,
        String sha256) {

    /** The draft that, saved again, changes nothing. */
    public AttachmentDraft toDraft() {
        return new AttachmentDraft(name, description, internal);
    }
}
