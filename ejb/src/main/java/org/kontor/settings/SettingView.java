package org.kontor.settings;

import jakarta.json.JsonValue;
import java.util.List;

/**
 * What a company setting is about.
 *
 * @param key its name
 * @param category where it stands on the page
 * @param kind what kind of value it has
 * @param defaultValue the value as long as none was chosen
 * @param description what it does
 * @param choices values to choose from; empty for other kinds
 */
public record SettingView(
        String key,
        CompanySetting.Category category,
        CompanySetting.Kind kind,
        JsonValue defaultValue,
        String description,
        List<String> choices) {}
