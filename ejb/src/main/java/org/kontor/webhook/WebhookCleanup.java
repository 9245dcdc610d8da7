package org.kontor.webhook;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Forgets deliveries that were settled ninety days ago: each hour and on each node; losing a run loses nothing. */
@Singleton
@DependsOn("SchemaMigrator")
public class WebhookCleanup {

    static final Duration KEPT = Duration.ofDays(90);

    @Inject
    DeliveryRepository deliveries;

    @Inject
    Clock clock;

    /** Runs hourly. */
    @Schedule(hour = "*", minute = "29", persistent = false)
    void forget() {
        deliveries.forget(clock.instant().minus(KEPT));
    }
}
