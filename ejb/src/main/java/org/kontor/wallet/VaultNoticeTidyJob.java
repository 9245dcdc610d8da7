package org.kontor.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.kontor.access.Caller;
import org.kontor.jobs.JobRun;
import org.kontor.jobs.RecurringJob;

/** Removes what vaults pushed when it was kept long enough, whether or not anything comes after it. */
@ApplicationScoped
public class VaultNoticeTidyJob implements RecurringJob {

    @Inject
    VaultNoticeRepository repository;

    @Inject
    Clock clock;

    @Override
    public String kind() {
        return "vault-notice-tidy";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run(JobRun run) throws Exception {
        run.inTransaction(Caller.SYSTEM, () -> repository.tidy(clock.instant()));
    }
}
