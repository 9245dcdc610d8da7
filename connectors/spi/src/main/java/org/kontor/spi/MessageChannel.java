package org.kontor.spi;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way to reach people: e-mail, text messages, letters.
 *
 * <p><b>Calls.</b> By jobs, outside any transaction, several at the same time.
 *
 * <p><b>Time.</b> Each call ends within {@link Connection#timeLimit()}.
 *
 * <p><b>Repetition.</b> One call sends one message once at most. After NotSent Kontor sends again with the same key; after
 * Unknown it does not, because a message that comes twice is worse than a person who looks into it.
 *
 * <p><b>Errors.</b> {@link #send} throws nothing on account of the remote system; {@link #deliveries} throws
 * {@link ConnectorException}.
 */
public non-sealed interface MessageChannel extends Capability {

    /** By which way. */
    Medium medium();

    /** What this channel can do beyond plain text. */
    Set<Feature> features();

    /** How many characters of text a message may have; a longer one is Refused with kind USER. */
    int longestText();

    /**
     * Hands a message over. Done means that the remote system has taken the responsibility; not that anybody has read it. A
     * message that needs what is not in {@link #features()} is Refused with kind USER, and nothing is sent.
     */
    Outcome<Sent> send(Connection connection, Message message);

    /**
     * What became of messages since the cursor, oldest first. Needs {@link Feature#DELIVERY_REPORTS}; otherwise throws
     * {@link ConnectorException} with kind USER.
     *
     * @param cursor from the batch before; empty to begin
     */
    Batch<Delivery> deliveries(Connection connection, Optional<String> cursor) throws ConnectorException;

    /** Ways to reach people. */
    enum Medium {
        /** E-mail. */
        EMAIL,
        /** Text message to a phone. */
        SMS,
        /** Printed letter. */
        LETTER
    }

    /** What a channel may be able to do. */
    enum Feature {
        /** Text in HTML beside the plain one. */
        HTML,
        /** Files go along. */
        ATTACHMENTS,
        /** Tells later what became of a message. */
        DELIVERY_REPORTS
    }

    /**
     * A message.
     *
     * @param key names this intention; goes along so that a repetition can be recognised
     * @param to one address, phone number in E.164 or postal address, as the medium needs
     * @param replyTo where answers go; empty leaves it to the channel
     * @param subject one line; empty where the medium has none
     * @param text plain text
     * @param html the same in HTML; empty for none
     * @param attachments files
     */
    record Message(
            IdempotencyKey key,
            String to,
            Optional<String> replyTo,
            String subject,
            String text,
            Optional<String> html,
            List<Attachment> attachments) {
        /** Copies the list; refuses line breaks where a header is made of the text. */
        public Message {
            attachments = List.copyOf(attachments);
            if ((to + replyTo.orElse("") + subject).matches("(?s).*[\\r\\n].*")) {
                throw new IllegalArgumentException("Addresses and subject must be one line each");
            }
        }
    }

    /**
     * A file.
     *
     * @param name with its ending
     * @param mediaType such as {@code application/pdf}
     * @param content the bytes
     */
    record Attachment(String name, String mediaType, Content content) {}

    /** The bytes of a file; may be read more than once. */
    interface Content {
        /** From the first byte; the caller closes it. */
        InputStream open() throws IOException;
    }

    /**
     * A message that was handed over.
     *
     * @param messageId by which the remote system knows it
     */
    record Sent(String messageId) {}

    /**
     * What became of a message.
     *
     * @param messageId by which the remote system knows it
     * @param state what became of it
     * @param at when
     * @param detail as the remote system tells it; may be empty
     */
    record Delivery(String messageId, State state, Instant at, String detail) {}

    /** What became of a message. */
    enum State {
        /** It reached the mailbox or the phone. */
        DELIVERED,
        /** It did not and will not. */
        BOUNCED,
        /** The person does not want such messages any more. */
        COMPLAINED
    }
}
