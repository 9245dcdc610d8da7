package org.kontor.kiosk;

import java.time.Instant;
import java.util.Optional;

/**
 * A kiosk that runs.
 *
 * @param id Kontor's own number
 * @param version counts changes
 * @param createdAt when it was started
 * @param createdBy sign-in name of who started it; its entries are in this name
 * @param name where it stands
 * @param idleSeconds after how many seconds without a touch it forgets what was typed
 * @param asksMedical whether customers are asked the medical questions
 * @param lastSeenAt when it last asked for anything, to the minute
 */
public record KioskView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        String name,
        int idleSeconds,
        boolean asksMedical,
        Optional<Instant> lastSeenAt) {}
