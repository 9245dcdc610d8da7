package org.kontor.cadence;

import java.util.Optional;
import org.kontor.communication.MessageKind;

/** What a step does. */
public enum StepKind {
    /** An e-mail to the customer. */
    EMAIL(MessageKind.EMAIL),
    /** A text message to a contact who agreed. */
    SMS(MessageKind.SMS),
    /** A printed letter. */
    LETTER(MessageKind.LETTER),
    /** Reminds staff to call. */
    CALL(null),
    /** Reminds staff of something; nothing goes to the customer. */
    REMINDER(null);

    @SuppressWarnings("ImmutableEnumChecker") // An Optional of an enum.
    private final Optional<MessageKind> message;

    StepKind(@org.jspecify.annotations.Nullable MessageKind message) {
        this.message = Optional.ofNullable(message);
    }

    /** What goes to the customer; empty where nothing does. */
    Optional<MessageKind> message() {
        return message;
    }

    /** Whether something goes to the customer. */
    public boolean isSent() {
        return message.isPresent();
    }
}
