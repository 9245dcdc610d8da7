package org.kontor.spi;

import java.util.Objects;

/** A text that must not be seen. Its {@link #toString} shows nothing of it. */
public final class Secret {

    private final String text;

    /** Holds this text. */
    public Secret(String text) {
        this.text = Objects.requireNonNull(text, "text");
    }

    /** The text itself: for the call that needs it, never for a log, a message or an exception. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Secret secret && secret.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
