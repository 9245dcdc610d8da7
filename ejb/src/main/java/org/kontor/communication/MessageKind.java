package org.kontor.communication;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kontor.spi.MessageChannel.Medium;

/** By which way somebody is reached. */
public enum MessageKind {
    /** E-mail (S4-05). */
    EMAIL(Medium.EMAIL),
    /** Text message to a mobile phone (S4-07). */
    SMS(Medium.SMS),
    /** Printed letter (S4-06). */
    LETTER(Medium.LETTER),
    /** Phone call: logged, never sent (S4-08). */
    CALL(null);

    private final Optional<Medium> medium;

    MessageKind(@Nullable Medium medium) {
        this.medium = Optional.ofNullable(medium);
    }

    /** What a connector calls it; empty for what needs none. */
    Optional<Medium> medium() {
        return medium;
    }

    /** Noun of its events. */
    String noun() {
        return name().toLowerCase(Locale.ROOT);
    }
}
