package org.kontor.spi;

import java.util.Objects;

/**
 * What went wrong in one call.
 *
 * @param code what kind of failure
 * @param message one sentence for the user, the cure first; never a secret, a card number or a token
 * @param remoteCode the remote system's own code for support cases; may be empty
 */
public record Problem(ErrorCode code, String message, String remoteCode) {

    /** Refuses null and an empty message. */
    public Problem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(remoteCode, "remoteCode");
        if (message.isBlank()) {
            throw new IllegalArgumentException("A problem needs a message");
        }
    }
}
