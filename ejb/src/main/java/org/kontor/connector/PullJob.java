package org.kontor.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.kontor.jobs.JobRun;
import org.kontor.jobs.RecurringJob;

/** Pulls what remote systems tell by themselves, each connection in its turn. */
@ApplicationScoped
public class PullJob implements RecurringJob {

    @Inject
    PullRounds rounds;

    @Override
    public String kind() {
        return "pull";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(JobRun run) throws Exception {
        rounds.allDue(run);
    }
}
