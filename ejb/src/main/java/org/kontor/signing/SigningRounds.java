package org.kontor.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.kontor.access.Caller;
import org.kontor.jobs.JobRun;
import org.kontor.jobs.RecurringJob;

/** Asks services how far documents are, and tries again what could not be done: each document when its time has come. */
@ApplicationScoped
public class SigningRounds implements RecurringJob {

    private static final Logger LOG = System.getLogger(SigningRounds.class.getName());

    /** Documents of one run; those that wait longest come first, the others in the next minute. */
    private static final int MOST = 200;

    @Inject
    SigningRepository repository;

    @Inject
    SigningWork work;

    @Override
    public String kind() {
        return "signing-round";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(JobRun run) throws Exception {
        List<Long> ids = run.inTransaction(Caller.SYSTEM, () -> repository.due(MOST));
        for (long id : ids) {
            if (run.stopping()) {
                return;
            }
            one(id, run);
        }
    }

    /** One that goes wrong keeps no other from its turn. */
    private void one(long id, JobRun run) throws Exception {
        try {
            work.run(id, run);
        } catch (RuntimeException e) {
            String incident = UUID.randomUUID().toString();
            LOG.log(Level.ERROR, "Document for signature " + id + " could not be dealt with, incident " + incident, e);
            run.inTransaction(Caller.SYSTEM, () -> {
                work.wentWrong(id, incident);
                return true;
            });
        }
    }
}
