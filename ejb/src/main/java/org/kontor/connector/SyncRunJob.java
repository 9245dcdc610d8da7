package org.kontor.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kontor.access.Caller;
import org.kontor.jobs.JobHandler;
import org.kontor.jobs.JobRun;

/** Does a round of reading that somebody asked for. */
@ApplicationScoped
public class SyncRunJob implements JobHandler {

    /** The kind of these jobs. */
    static final String KIND = "sync-run";

    @Inject
    PullRounds rounds;

    @Inject
    PullSteps steps;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(long id, JobRun run) throws Exception {
        return rounds.asked(id, run) ? Outcome.DONE : Outcome.AGAIN;
    }

    @Override
    public void gaveUp(long id, JobRun run, String incident) throws Exception {
        run.inTransaction(
                Caller.SYSTEM,
                () -> steps.gaveUp(
                        id, "Ask your administrator: it failed, and the log has more under " + incident + "."));
    }
}
