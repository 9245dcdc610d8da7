package org.kontor.ticket;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.kontor.customer.FieldCheck;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/** Which values a ticket may have. Needs no database and no container. */
public final class TicketRules {

    private static final int SUBJECT_MAX = 200;
    static final int TEXT_MAX = 20_000;
    private static final int NAME_MAX = 100;

    /** Clocks of other systems differ a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private TicketRules() {}

    /**
     * The draft trimmed and normalised.
     *
     * @throws AppException {@link ErrorKind#INVALID} with every field that is against a rule
     */
    static TicketDraft check(TicketDraft draft, Instant now) {
        FieldCheck fields = new FieldCheck();
        TicketDraft checked = normalised(fields, draft, now);
        if (!fields.errors().isEmpty()) {
            throw AppException.invalid(fields.errors());
        }
        return checked;
    }

    /**
     * Every field that is against a rule; empty for none.
     *
     * @param now no ticket was opened after it, but for what clocks differ
     */
    public static List<FieldError> wrong(TicketDraft draft, Instant now) {
        FieldCheck fields = new FieldCheck();
        normalised(fields, draft, now);
        return fields.errors();
    }

    private static TicketDraft normalised(FieldCheck fields, TicketDraft draft, Instant now) {
        TicketDraft checked = new TicketDraft(
                fields.line("subject", draft.subject(), SUBJECT_MAX),
                fields.lines("text", draft.text(), TEXT_MAX),
                draft.status(),
                fields.line("type", draft.type(), NAME_MAX),
                fields.line("priority", draft.priority(), NAME_MAX),
                fields.line("severity", draft.severity(), NAME_MAX),
                draft.contactId(),
                fields.phone("phone", draft.phone(), ""),
                fields.email("email", draft.email()),
                fields.line("assignee", draft.assignee(), NAME_MAX),
                draft.openedAt().map(at -> at.truncatedTo(ChronoUnit.MICROS)),
                fields.line("source", draft.source(), NAME_MAX),
                fields.line("sourceId", draft.sourceId(), SUBJECT_MAX));
        if (checked.subject().isEmpty()) {
            fields.refuse("subject", "REQUIRED", "Say in one line what it is about.");
        }
        if (checked.openedAt().filter(at -> at.isAfter(now.plus(TOLERANCE))).isPresent()) {
            fields.refuse(
                    "openedAt", "IN_FUTURE", "Choose a time that has passed: a ticket is opened before it is stored.");
        }
        if (checked.source().isEmpty() != checked.sourceId().isEmpty()) {
            fields.refuse(
                    checked.source().isEmpty() ? "source" : "sourceId",
                    "REQUIRED",
                    "Give the system and the id of the ticket there, or neither.");
        }
        return checked;
    }

    /** A void ticket stays void, and where a ticket came from does not change. */
    static void mayFollow(TicketView before, TicketDraft after) {
        if (before.status() == TicketStatus.VOID) {
            throw new AppException(
                    ErrorKind.CONFLICT, "TICKET_VOID", "Open another ticket: this one is void and stays as it is.");
        }
        if (!before.source().equals(after.source()) || !before.sourceId().equals(after.sourceId())) {
            throw AppException.invalid(
                    "source",
                    "READ_ONLY",
                    "Leave source and sourceId as they are: a ticket does not change its origin.");
        }
    }
}
