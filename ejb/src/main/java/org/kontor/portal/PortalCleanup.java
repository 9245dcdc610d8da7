package org.kontor.portal;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;

/** Forgets sessions of the portal that are over, and uploads that count no more: each hour and on each node; losing a run loses nothing. */
@Singleton
@DependsOn("SchemaMigrator")
public class PortalCleanup {

    @Inject
    VisitRepository repository;

    @Inject
    UploadRepository uploads;

    @Inject
    Clock clock;

    /** Runs hourly. */
    @Schedule(hour = "*", minute = "41", persistent = false)
    void forget() {
        repository.forget(clock.instant());
        uploads.forget(clock.instant().minus(PortalFiles.DAY));
    }
}
