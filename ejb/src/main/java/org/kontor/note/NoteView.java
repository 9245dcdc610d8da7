package org.kontor.note;

import java.time.Instant;

/**
 * A note as it is stored.
 *
 * @param id Kontor's own number
 * @param customerId the customer
 * @param text what was written, 1 to 20,000 characters
 * @param internal whether only staff may see it
 * @param createdAt when it was written
 * @param createdBy who wrote it
 */
public record NoteView(long id, long customerId, String text, boolean internal, Instant createdAt, String createdBy) {}
