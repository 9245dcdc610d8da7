package org.kontor.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A subscription as stored, without its secret.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was created
 * @param createdBy who created it
 * @param updatedAt when it was last changed
 * @param updatedBy who changed it last
 * @param owner sign-in name of the subscriber, as whom everything sent is read
 * @param url where to send
 * @param description for people
 * @param events names of events, sorted
 * @param active whether anything is noted and sent
 * @param failures failed tries since the last one that went well
 * @param pausedUntil nothing is sent before this time, since too many tries failed; empty when it goes on
 */
public record WebhookView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String updatedBy,
        String owner,
        String url,
        String description,
        List<String> events,
        boolean active,
        int failures,
        Optional<Instant> pausedUntil) {

    /** The draft that, saved again, changes nothing. */
    public WebhookDraft toDraft() {
        return new WebhookDraft(url, description, events, Optional.of(active));
    }
}
