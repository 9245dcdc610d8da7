package org.kontor.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kontor.access.Caller;
import org.kontor.jobs.JobHandler;
import org.kontor.jobs.JobRun;

/** Does at once what somebody wants of a service for signatures: sends a document, reminds, withdraws. What it leaves {@link SigningRounds} does. */
@ApplicationScoped
public class SigningJob implements JobHandler {

    /** The kind of these jobs. */
    public static final String KIND = "signing";

    @Inject
    SigningWork work;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(long id, JobRun run) throws Exception {
        work.run(id, run);
        return Outcome.DONE;
    }

    @Override
    public void gaveUp(long id, JobRun run, String incident) throws Exception {
        run.inTransaction(Caller.SYSTEM, () -> {
            work.wentWrong(id, incident);
            return true;
        });
    }
}
