package org.kontor.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kontor.access.Caller;
import org.kontor.jobs.JobHandler;
import org.kontor.jobs.JobRun;

/**
 * Takes an erasure through its steps. Before each remote call it is written down that it will be made, and behind it how it ended; a
 * crash at any point loses nothing, since every step may be repeated.
 */
@ApplicationScoped
public class ErasureJob implements JobHandler {

    /** The kind of these jobs. */
    public static final String KIND = "erasure";

    @Inject
    ErasureWork work;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(long id, JobRun run) throws Exception {
        while (run.inTransaction(Caller.SYSTEM, () -> work.local(id))) {
            if (run.stopping()) {
                return Outcome.AGAIN;
            }
        }
        Optional<ErasureWork.Call> call = run.inTransaction(Caller.SYSTEM, () -> work.begin(id));
        while (call.isPresent()) {
            ErasureWork.Call made = call.get();
            VaultAnswer answer = work.ask(made);
            run.inTransaction(Caller.SYSTEM, () -> {
                work.end(made, answer);
                return true;
            });
            if (run.stopping()) {
                return Outcome.AGAIN;
            }
            call = run.inTransaction(Caller.SYSTEM, () -> work.begin(id));
        }
        return Outcome.DONE;
    }

    @Override
    public void gaveUp(long id, JobRun run, String incident) throws Exception {
        run.inTransaction(Caller.SYSTEM, () -> {
            work.failed(id, incident);
            return true;
        });
    }
}
