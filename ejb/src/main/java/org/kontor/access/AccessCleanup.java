package org.kontor.access;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Forgets, each hour and on each node, what need not be kept: losing a run loses nothing. */
@Singleton
@DependsOn("SchemaMigrator")
public class AccessCleanup {

    @Inject
    SignInGuard guard;

    @Inject
    IdempotencyKeys keys;

    @Inject
    ResetLinks links;

    /** Runs hourly. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    void forget() {
        guard.forget();
        keys.forget();
        links.forget();
    }
}
