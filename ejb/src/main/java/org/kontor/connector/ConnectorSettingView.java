package org.kontor.connector;

import java.util.List;
import java.util.Optional;

/**
 * A setting that a connector understands.
 *
 * @param key name, such as {@code baseUrl}
 * @param type {@code TEXT}, {@code NUMBER}, {@code SWITCH}, {@code URL} or {@code CHOICE}
 * @param description one sentence for the person who fills it in
 * @param defaultValue used when nothing is set
 * @param required whether it must be given
 * @param secret whether it is write-only
 * @param choices allowed values of a choice
 */
public record ConnectorSettingView(
        String key,
        String type,
        String description,
        Optional<String> defaultValue,
        boolean required,
        boolean secret,
        List<String> choices) {}
