package org.kontor.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which lines of the audit log are wanted.
 *
 * @param kinds kinds such as {@code sign-in.refused}, or their nouns such as {@code sign-in}; empty for all
 * @param actor sign-in name of who did it; empty for everybody
 * @param from not before this time; empty for no limit
 * @param to before this time; empty for no limit
 */
public record AuditQuery(List<String> kinds, String actor, Optional<Instant> from, Optional<Instant> to) {

    /** Trims the texts and copies the list. */
    public AuditQuery {
        kinds = kinds.stream()
                .map(String::strip)
                .filter(k -> !k.isEmpty())
                .distinct()
                .sorted()
                .toList();
        actor = actor.strip();
    }
}
