package org.kontor.webhook;

import java.util.List;
import java.util.Optional;

/**
 * What can be said of a subscription.
 *
 * @param url where to send, {@code https://} and at most 2,000 characters; no address of a private network unless the operator
 *     allows it
 * @param description for people; at most 200 characters
 * @param events names of events, at least one; only such whose permission the caller has
 * @param active whether anything is noted and sent; empty means yes for a new one and unchanged for an existing one
 */
public record WebhookDraft(String url, String description, List<String> events, Optional<Boolean> active) {

    /** Trims the texts and sorts the list. */
    public WebhookDraft {
        url = url.strip();
        description = description.strip();
        events = events.stream().distinct().sorted().toList();
    }
}
