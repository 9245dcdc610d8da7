package org.kontor.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.kontor.access.Caller;
import org.kontor.jobs.JobRun;
import org.kontor.jobs.RecurringJob;

/** Keeps the stored sentiments true as tickets leave the window (S1-14), after a new version of the model, and after a change of the settings. */
@ApplicationScoped
public class SentimentJob implements RecurringJob {

    private static final int PIECE = 200;

    @Inject
    Sentiments sentiments;

    @Override
    public String kind() {
        return "sentiment";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public void run(JobRun run) throws Exception {
        while (!run.stopping() && run.inTransaction(Caller.SYSTEM, () -> sentiments.rereadOutdated(PIECE)) > 0) {
            // The next piece.
        }
        while (!run.stopping() && run.inTransaction(Caller.SYSTEM, () -> sentiments.recomputeByNewRule(PIECE)) > 0) {
            // The next piece.
        }
        while (!run.stopping() && run.inTransaction(Caller.SYSTEM, () -> sentiments.recomputeStale(PIECE)) > 0) {
            // The next piece.
        }
    }
}
