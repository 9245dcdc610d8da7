package org.kontor.ticket;

import java.time.Instant;
import java.util.Optional;

/**
 * Everything that can be said of a ticket. Text may come untrimmed; an absent text is an empty string.
 *
 * @param subject one line, required, up to 200 characters
 * @param text what the customer said, up to 20,000 characters
 * @param status state; empty means New for a new ticket and unchanged for an existing one
 * @param type code or name of a ticket type of the system tables, such as PHONE_SUPPORT; may be empty
 * @param priority code or name of a ticket priority of the system tables; may be empty
 * @param severity code or name of a ticket severity of the system tables; may be empty
 * @param contactId the contact who opened it; must belong to the same customer
 * @param phone number to call back
 * @param email address to answer to
 * @param assignee who works on it
 * @param openedAt when the customer opened it, not in the future; empty means now
 * @param source system that it came from; empty for Kontor. Does not change
 * @param sourceId its id there; required with a source, unique within it. Does not change
 */
public record TicketDraft(
        String subject,
        String text,
        Optional<TicketStatus> status,
        String type,
        String priority,
        String severity,
        Optional<Long> contactId,
        String phone,
        String email,
        String assignee,
        Optional<Instant> openedAt,
        String source,
        String sourceId) {}
