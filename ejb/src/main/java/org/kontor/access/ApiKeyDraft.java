package org.kontor.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An API key that is wanted.
 *
 * @param name what it is for; 1 to 100 characters
 * @param permissions names from the catalogue, at least one; only such as the caller has
 * @param expiresAt when it ends by itself; empty for never
 */
public record ApiKeyDraft(String name, List<String> permissions, Optional<Instant> expiresAt) {

    /** Trims the name and copies the list. */
    public ApiKeyDraft {
        name = name.strip();
        permissions = permissions.stream().distinct().sorted().toList();
    }
}
