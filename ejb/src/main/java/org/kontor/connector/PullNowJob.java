package org.kontor.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kontor.jobs.JobHandler;
import org.kontor.jobs.JobRun;

/** Pulls from one connection because somebody asked for it. */
@ApplicationScoped
public class PullNowJob implements JobHandler {

    /** The kind of these jobs. */
    static final String KIND = "pull-now";

    @Inject
    PullRounds rounds;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(long connectionId, JobRun run) throws Exception {
        rounds.now(connectionId, run);
        return Outcome.DONE;
    }

    @Override
    public void gaveUp(long connectionId, JobRun run, String incident) {
        // The recurring pull tries again by itself; the incident stands in the log.
    }
}
