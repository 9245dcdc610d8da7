package org.kontor.settings;

import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/**
 * Company settings to be stored.
 *
 * @param values key to value; a setting that is left out, or has no value, goes back to its default
 */
public record SettingsDraft(Map<String, Optional<JsonValue>> values) {

    /** Copies the map. */
    public SettingsDraft {
        values = Map.copyOf(values);
    }
}
