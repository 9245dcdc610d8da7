package org.kontor.spi;

import java.util.List;
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
 * @param choices the allowed values of a {@link Type#CHOICE}; empty for every other type
 */
public record Setting(
        String key,
        Type type,
        String description,
        Optional<String> defaultValue,
        boolean required,
        boolean secret,
        List<String> choices) {

    /** Refuses what no form could show: a key that is not a name, no description, a default for a secret or that is wrong. */
    public Setting {
        choices = List.copyOf(choices);
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
        if (type == Type.CHOICE == choices.isEmpty()) {
            throw new IllegalArgumentException("The setting " + key + " has choices if, and only if, it is a choice");
        }
        if (secret && type != Type.TEXT) {
            throw new IllegalArgumentException("The secret " + key + " must be a text");
        }
        Optional<String> wrong = defaultValue.isPresent() ? type.wrong(defaultValue.get(), choices) : Optional.empty();
        if (wrong.isPresent()) {
            throw new IllegalArgumentException("The default of " + key + " is not allowed. " + wrong.get());
        }
    }

    /** A setting that is no choice. */
    public Setting(
            String key,
            Type type,
            String description,
            Optional<String> defaultValue,
            boolean required,
            boolean secret) {
        this(key, type, description, defaultValue, required, secret, List.of());
    }

    /** A setting that must be given. */
    public static Setting required(String key, Type type, String description) {
        return new Setting(key, type, description, Optional.empty(), true, false);
    }

    /** A setting with a default. */
    public static Setting withDefault(String key, Type type, String description, String value) {
        return new Setting(key, type, description, Optional.of(value), false, false);
    }

    /** A setting that must be given and never shown. */
    public static Setting secret(String key, String description) {
        return new Setting(key, Type.TEXT, description, Optional.empty(), true, true);
    }

    /** One of these values; the first one is the default. */
    public static Setting choice(String key, String description, String... values) {
        return new Setting(key, Type.CHOICE, description, Optional.of(values[0]), false, false, List.of(values));
    }

    /** What is wrong with a value, cure first; empty when it is allowed. */
    public Optional<String> wrong(String value) {
        return type.wrong(value, choices);
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
        URL,
        /** One of a few values. */
        CHOICE;

        private Optional<String> wrong(String value, List<String> choices) {
            return switch (this) {
                case TEXT -> Optional.empty();
                case NUMBER -> value.matches("-?[0-9]{1,15}") ? Optional.empty() : Optional.of("Write a whole number.");
                case SWITCH ->
                    value.equals("true") || value.equals("false")
                            ? Optional.empty()
                            : Optional.of("Write true or false.");
                case URL ->
                    Settings.address(value).isPresent()
                            ? Optional.empty()
                            : Optional.of("Write a whole address, such as https://api.example.org.");
                case CHOICE ->
                    choices.contains(value)
                            ? Optional.empty()
                            : Optional.of("Choose one of " + String.join(", ", choices) + ".");
            };
        }
    }
}
