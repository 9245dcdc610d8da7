package org.kontor.communication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message, and what became of it.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was written
 * @param createdBy who wrote it
 * @param updatedAt when it changed last
 * @param customerId the customer
 * @param contactId the contact
 * @param channel by which way
 * @param direction who began
 * @param state where it stands
 * @param happenedAt when it was sent, received or spoken; before it is sent, when it was written
 * @param address of the other side; may be empty for a call
 * @param subject one line; may be empty
 * @param text plain text
 * @param attachments what went along
 * @param connection name of the connection that it was last tried over; empty before
 * @param remoteId by which the other system knows it; empty when it told none
 * @param trouble why it was not sent yet, or not at all, or why nobody knows; empty when all is well
 * @param tries how often it was tried
 */
public record MessageView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        long customerId,
        Optional<Long> contactId,
        MessageKind channel,
        MessageDirection direction,
        MessageState state,
        Instant happenedAt,
        String address,
        String subject,
        String text,
        List<MessageFileView> attachments,
        String connection,
        String remoteId,
        String trouble,
        int tries) {

    /** Copies the list. */
    public MessageView {
        attachments = List.copyOf(attachments);
    }

    /** The same with these files. */
    MessageView with(List<MessageFileView> files) {
        return new MessageView(
                id,
                version,
                createdAt,
                createdBy,
                updatedAt,
                customerId,
                contactId,
                channel,
                direction,
                state,
                happenedAt,
                address,
                subject,
                text,
                files,
                connection,
                remoteId,
                trouble,
                tries);
    }

    /** Whether somebody may ask to send it again. */
    public boolean sendableAgain() {
        return state == MessageState.FAILED || state == MessageState.UNKNOWN;
    }
}
