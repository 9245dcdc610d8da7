package org.kontor.settings;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The company settings.
 *
 * @param id always 1
 * @param version counts changes
 * @param createdAt when Kontor was first started
 * @param updatedAt when one was last changed
 * @param updatedBy who changed one last
 * @param values every setting with its present value
 * @param catalogue what each is about
 */
public record SettingsView(
        long id,
        long version,
        Instant createdAt,
        Instant updatedAt,
        String updatedBy,
        Map<String, JsonValue> values,
        List<SettingView> catalogue) {

    /** The draft that, saved again, changes nothing. */
    public SettingsDraft toDraft() {
        Map<String, Optional<JsonValue>> same = new LinkedHashMap<>();
        values.forEach((key, value) -> same.put(key, Optional.of(value)));
        return new SettingsDraft(same);
    }
}
