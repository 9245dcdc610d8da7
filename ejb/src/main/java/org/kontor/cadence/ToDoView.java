package org.kontor.cadence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something to be done for a customer: a step of a cadence, or what somebody noted.
 *
 * @param id its id
 * @param version counts changes
 * @param createdAt when it was planned or noted
 * @param createdBy sign-in name of who noted it
 * @param updatedAt when it changed last
 * @param customerId the customer
 * @param customer display name of the customer
 * @param cadence name of the cadence; empty for what was noted by hand, and for a step that is no more
 * @param condition when the step is due; empty for none
 * @param kind what is done
 * @param subject filled in, as it would be sent now; of what is over, as it was
 * @param text filled in
 * @param missing placeholders for which there is nothing
 * @param address where it goes; empty when nothing is sent, and for a text message
 * @param dueOn the day
 * @param when how the day stands to today
 * @param state where it stands
 * @param reason why it waits, or applies no more
 * @param trouble what went wrong, in a sentence; empty for nothing
 * @param automatic whether it is sent without review
 * @param assignee sign-in name of whom it was given to; empty for the billing owner
 * @param responsible sign-in name of who is to do it; empty for nobody
 * @param responsibleName name of that person
 * @param documentId the invoice or payment that it is about
 * @param documentNumber its number
 * @param aboutPayment whether that is a payment
 * @param messageId the message as which it was sent
 * @param closedAt when it was done, skipped or cancelled
 * @param closedBy sign-in name of who did
 */
public record ToDoView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        long customerId,
        String customer,
        String cadence,
        Optional<CadenceCondition> condition,
        StepKind kind,
        String subject,
        String text,
        List<String> missing,
        String address,
        LocalDate dueOn,
        ToDoWhen when,
        ToDoState state,
        Optional<ToDoReason> reason,
        String trouble,
        boolean automatic,
        String assignee,
        String responsible,
        String responsibleName,
        Optional<Long> documentId,
        String documentNumber,
        boolean aboutPayment,
        Optional<Long> messageId,
        Optional<Instant> closedAt,
        String closedBy) {

    /** Copies the list. */
    public ToDoView {
        missing = List.copyOf(missing);
    }

    /** The same as something to be changed. */
    public ToDoDraft toDraft() {
        return new ToDoDraft(Optional.of(kind), subject, text, Optional.of(dueOn), assignee);
    }

    /** Whether somebody can let it be sent. */
    public boolean sendable() {
        return state.isOpen() && kind.isSent();
    }
}
