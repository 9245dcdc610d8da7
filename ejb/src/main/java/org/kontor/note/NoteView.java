package org.kontor.note;

import java.time.Instant;

/**
 * A note as it is stored.
 *
 * @param id Kontor's own number
 * @param version 1: a note is never changed
 * @param createdAt when it was written
 * @param createdBy who wrote it
 * @param updatedAt when it was written
 * @param customerId the customer
 * @param text what was written, 1 to 20,000 characters
 * @param internal whether only staff may see it
 */
public record NoteView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        long customerId,
        String text,
        boolean internal) {

    /** A note as it was written. */
    NoteView(long id, long customerId, String text, boolean internal, Instant createdAt, String createdBy) {
        this(id, 1, createdAt, createdBy, createdAt, customerId, text, internal);
    }
}
