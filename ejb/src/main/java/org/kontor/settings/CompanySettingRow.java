package org.kontor.settings;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The one row of what was chosen; it is always there, and everybody who changes a setting changes it. */
@Entity
@Table(name = "company_setting")
class CompanySettingRow {

    static final long ID = 1;

    private static final JsonProvider JSON = JsonProvider.provider();

    @Id
    private long id;

    @Version
    private long version;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "updated_at")
    private Instant updatedAt = Instant.EPOCH;

    @Column(name = "updated_by")
    private String updatedBy = "";

    private String choices = "{}";

    long version() {
        return version;
    }

    /** What was chosen: key to value as text. A setting that this version of Kontor does not know counts no more. */
    Map<String, String> chosen() {
        Map<String, String> chosen = new TreeMap<>();
        try (JsonReader reader = JSON.createReader(new StringReader(choices))) {
            JsonObject stored = reader.readObject();
            for (CompanySetting setting : CompanySetting.values()) {
                if (stored.containsKey(setting.key())) {
                    chosen.put(setting.key(), stored.getString(setting.key()));
                }
            }
        }
        return chosen;
    }

    void choose(Map<String, String> chosen, Instant now, String by) {
        JsonObjectBuilder json = JSON.createObjectBuilder();
        chosen.forEach(json::add);
        choices = json.build().toString();
        updatedAt = now;
        updatedBy = by;
    }

    SettingsView view(Map<String, JsonValue> values, List<SettingView> catalogue) {
        return new SettingsView(id, version, createdAt, updatedAt, updatedBy, values, catalogue);
    }
}
