package org.kontor.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An API key as stored; the key itself is not.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was created
 * @param updatedAt when it was last changed, that is created or revoked
 * @param name what it is for
 * @param owner sign-in name of the user it acts for
 * @param prefix the first 12 characters of the key, to recognise it by
 * @param permissions what it may do, as long as its owner may
 * @param expiresAt when it ends by itself
 * @param revokedAt when it was revoked
 * @param lastUsedAt when it was last used, to the minute
 */
public record ApiKeyView(
        long id,
        long version,
        Instant createdAt,
        Instant updatedAt,
        String name,
        String owner,
        String prefix,
        List<String> permissions,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt,
        Optional<Instant> lastUsedAt) {}
