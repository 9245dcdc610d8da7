package org.kontor.webhook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.shared.FieldError;

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

    /** What is against a rule that needs nothing but the draft; the address and which events there are is not looked at. */
    public List<FieldError> wrong() {
        List<FieldError> wrong = new ArrayList<>();
        if (description.length() > 200) {
            wrong.add(new FieldError("description", "TOO_LONG", "Shorten the description to 200 characters."));
        }
        if (events.isEmpty()) {
            wrong.add(new FieldError("events", "REQUIRED", "Choose at least one event."));
        }
        return wrong;
    }
}
