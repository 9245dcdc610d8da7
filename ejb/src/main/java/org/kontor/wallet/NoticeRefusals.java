package org.kontor.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Which refused notices are written down: ten a minute on each node, since anybody may send one, and the audit log keeps for ever. */
@ApplicationScoped
class NoticeRefusals {

    private static final int PER_MINUTE = 10;

    @Inject
    Clock clock;

    private long minute;
    private int count;

    /** Whether the next one is written down. */
    synchronized boolean next() {
        long now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            minute = now;
            count = 0;
        }
        count++;
        return count <= PER_MINUTE;
    }
}
