package org.kontor.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is to be sent once more: all that fit everything said. At least one thing must be said.
 *
 * @param ids numbers of deliveries; empty for any
 * @param from that happened not before this time; empty for any
 * @param to that happened not after this time; empty for any
 * @param failed whether only what failed or was dropped; empty means no
 */
public record ReplayDraft(List<Long> ids, Optional<Instant> from, Optional<Instant> to, Optional<Boolean> failed) {

    /** Copies the list. */
    public ReplayDraft {
        ids = List.copyOf(ids);
    }
}
