package org.kontor.note;

import java.time.Instant;
import java.util.Optional;

/**
 * What can be said of a journal entry.
 *
 * @param happenedAt when it happened, not in the future; empty means now for a new entry and unchanged for an existing one
 * @param action code or name of a journal action type of the system tables, such as CALL
 * @param topic what it is about; empty means Customer relations
 * @param contactId the contact it was done with; must belong to the same customer
 * @param text what was done, 1 to 20,000 characters
 */
public record JournalDraft(
        Optional<Instant> happenedAt,
        String action,
        Optional<JournalTopic> topic,
        Optional<Long> contactId,
        String text) {}
