package org.kontor.importing;

import java.time.Instant;
import java.util.List;

/**
 * A mapping that is kept.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was kept first
 * @param createdBy who kept it first
 * @param updatedAt when it was kept last
 * @param name its name
 * @param header the header that it is offered for
 * @param mapping what the columns mean
 */
public record SavedMapping(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        String name,
        List<String> header,
        ImportMapping mapping) {}
