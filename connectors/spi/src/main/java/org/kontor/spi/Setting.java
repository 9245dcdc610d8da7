package org.kontor.spi;

import java.util.Optional;

/**
 * One setting of a connector, described so that a form and a check can be made of it.
 *
 * @param key name, such as {@code baseUrl}
 * @param type what values are allowed
 * @param description one sentence for the person who fills it in
 * @param defaultValue used when nothing is set; empty when there is no default
 * @param required whether the connector cannot work without it
 * @param secret whether the value must never be shown again once it is stored
 */
public record Setting(
        String key, Type type, String description, Optional<String> defaultValue, boolean required, boolean secret) {

    /** Refuses what no form could show: a key that is not a name, no description, a default for a secret. */
    public Setting {
        if (!key.matches("[a-zA-Z][a-zA-Z0-9.]{0,59}")) {
            throw new IllegalArgumentException(
                    "A key is a letter, then letters, digits or dots, up to 60 characters, not \"" + key + "\"");
        }
        if (description.isBlank()) {
            throw new IllegalArgumentException("The setting " + key + " needs a description");
        }
        if (secret && defaultValue.isPresent()) {
            throw new IllegalArgumentException("The secret " + key + " must not have a default");
        }
    }

    /** Allowed values of a setting. */
    public enum Type {
        /** Any text. */
        TEXT,
        /** A whole number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        SWITCH,
        /** An absolute http or https address. */
        URL
    }
}
