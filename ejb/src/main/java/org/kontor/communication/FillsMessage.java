package org.kontor.communication;

import java.util.Optional;

/**
 * A feature that puts into a message what must not be stored with it, such as a link that opens something. A CDI bean of this type is
 * found by itself, and asked at each try to send a message.
 */
public interface FillsMessage {

    /**
     * The text as it is sent; empty for a message that is none of this feature's.
     *
     * @throws org.kontor.shared.AppException when it is not to be sent: with {@link org.kontor.shared.ErrorKind#CONFLICT} not now, else
     *     not at all
     */
    Optional<String> fill(MessageView message);
}
