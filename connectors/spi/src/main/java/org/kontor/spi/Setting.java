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
