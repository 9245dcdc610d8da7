package org.kontor.connector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A connection that is wanted.
 *
 * @param connector id of an installed connector; cannot be changed later
 * @param name what people call it; 1 to 100 characters, its own
 * @param entityId the company entity that it serves; empty for all
 * @param enabled whether Kontor uses it
 * @param settings values of settings that are not secret, by key; those left out have their default
 * @param secrets values of secret settings, by key, or references such as {@code ${env:ACME_KEY}}; those left out stay as
 *     they are, an empty text removes one. Never given back
 */
public record ConnectionDraft(
        String connector,
        String name,
        Optional<Long> entityId,
        boolean enabled,
        Map<String, String> settings,
        Map<String, String> secrets) {

    /** Trims names and values and copies the maps; a setting without a value is not set. */
    public ConnectionDraft {
        connector = connector.strip();
        name = name.strip();
        Map<String, String> kept = new LinkedHashMap<>();
        settings.forEach((key, value) -> {
            if (!value.isBlank()) {
                kept.put(key, value.strip());
            }
        });
        settings = Map.copyOf(kept);
        secrets = Map.copyOf(secrets);
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "ConnectionDraft[" + connector + ", " + name + ", secrets " + secrets.keySet() + "]";
    }
}
