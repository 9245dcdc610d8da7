package org.kontor.communication;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A message to be sent or to be written down.
 *
 * @param channel by which way
 * @param direction {@code OUT} when nothing is said; {@code IN}, and every call, is written down and not sent
 * @param address of the other side: one e-mail address, or a postal address in one line; empty takes the e-mail address of the contact. A
 *     text message goes to the mobile number of the contact
 * @param contactId the contact; must belong to the customer. A text message needs one who agreed
 * @param subject one line, up to 200 characters; an e-mail needs one, a text message and a call have none
 * @param text plain text, 1 to 20,000 characters; of a call, what was said
 * @param attachments up to 100 files, together up to 15 MB; not with a text message, a call or what was received
 * @param happenedAt of what is written down, when it happened, not in the future; empty means now
 */
public record MessageDraft(
        Optional<MessageKind> channel,
        Optional<MessageDirection> direction,
        String address,
        Optional<Long> contactId,
        String subject,
        String text,
        List<MessageFileDraft> attachments,
        Optional<Instant> happenedAt) {

    /** Copies the list. */
    public MessageDraft {
        attachments = List.copyOf(attachments);
    }

    /** Whether it is only written down. */
    boolean logged() {
        return channel.filter(MessageKind.CALL::equals).isPresent()
                || direction.filter(MessageDirection.IN::equals).isPresent();
    }
}
