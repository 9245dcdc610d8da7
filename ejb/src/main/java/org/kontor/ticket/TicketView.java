package org.kontor.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ticket as it is stored.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was stored
 * @param createdBy who stored it
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it last
 * @param customerId the customer
 * @param subject one line
 * @param text what the customer said
 * @param status state
 * @param type code of its type in the system tables; empty for none
 * @param typeName what people read for it
 * @param priority code of its priority: how soon
 * @param priorityName what people read for it
 * @param severity code of its severity: how bad
 * @param severityName what people read for it
 * @param contactId the contact who opened it
 * @param phone number to call back
 * @param email address to answer to
 * @param assignee who works on it
 * @param openedAt when the customer opened it: what the window of the sentiment goes by
 * @param closedAt when it was closed or voided
 * @param source system that it came from; empty for Kontor
 * @param sourceId its id there
 * @param sentiment how the writer feels, −1 to 1
 * @param words what in subject and text says so; empty when nothing does
 */
public record TicketView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        long customerId,
        String subject,
        String text,
        TicketStatus status,
        String type,
        String typeName,
        String priority,
        String priorityName,
        String severity,
        String severityName,
        Optional<Long> contactId,
        String phone,
        String email,
        String assignee,
        Instant openedAt,
        Optional<Instant> closedAt,
        String source,
        String sourceId,
        double sentiment,
        List<SentimentModel.Word> words) {

    /** Copies the list. */
    public TicketView {
        words = List.copyOf(words);
    }

    /** The draft that, saved again, changes nothing. */
    public TicketDraft toDraft() {
        return new TicketDraft(
                subject,
                text,
                Optional.of(status),
                type,
                priority,
                severity,
                contactId,
                phone,
                email,
                assignee,
                Optional.of(openedAt),
                source,
                sourceId);
    }
}
