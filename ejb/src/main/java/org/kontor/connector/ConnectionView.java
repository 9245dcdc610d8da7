package org.kontor.connector;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A configured instance of a connector. Secrets are never in it.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was created
 * @param createdBy who did
 * @param updatedAt when it was last changed
 * @param updatedBy who did
 * @param connector id of the connector
 * @param name what people call it
 * @param entityId the company entity that it serves; empty for all
 * @param enabled whether Kontor uses it
 * @param settings values of settings that are not secret, by key
 * @param secretsSet keys of the secret settings that have a value
 * @param installed whether the connector is there now; without it the connection waits
 * @param health how the last test ended: {@code UP}, {@code DOWN}, or {@code UNKNOWN} before the first one
 * @param healthDetail why it is down; may be empty
 * @param checkedAt when it was last tested
 */
public record ConnectionView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        String connector,
        String name,
        Optional<Long> entityId,
        boolean enabled,
        Map<String, String> settings,
        List<String> secretsSet,
        boolean installed,
        String health,
        String healthDetail,
        Optional<Instant> checkedAt) {

    /** What it would take to save it as it is: secrets stay. */
    public ConnectionDraft toDraft() {
        return new ConnectionDraft(connector, name, entityId, enabled, settings, Map.of());
    }
}
