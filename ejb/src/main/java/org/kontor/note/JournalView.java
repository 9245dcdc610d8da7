package org.kontor.note;

import java.time.Instant;
import java.util.Optional;

/**
 * A journal entry.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was written
 * @param createdBy who wrote it
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it last
 * @param customerId the customer
 * @param happenedAt when it happened
 * @param action code of its action type
 * @param actionName what people read for it
 * @param topic what it is about
 * @param contactId the contact it was done with
 * @param text what was done
 */
public record JournalView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long customerId,
        Instant happenedAt,
        String action,
        String actionName,
        JournalTopic topic,
        Optional<Long> contactId,
        String text) {

    /** The draft that, saved again, changes nothing. */
    public JournalDraft toDraft() {
        return new JournalDraft(Optional.of(happenedAt), action, Optional.of(topic), contactId, text);
    }
}
