package org.kontor.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kontor.access.Caller;
import org.kontor.jobs.JobHandler;
import org.kontor.jobs.JobRun;
import org.kontor.wallet.MethodRemovals.Answer;
import org.kontor.wallet.MethodRemovals.Call;

/** Asks a vault to forget one method. Before the remote call it is written down that it will be made, and behind it how it ended. */
@ApplicationScoped
public class MethodRemovalJob implements JobHandler {

    /** The kind of these jobs. */
    public static final String KIND = "payment-method-removal";

    @Inject
    MethodRemovals removals;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(long id, JobRun run) throws Exception {
        Optional<Call> call = run.inTransaction(Caller.SYSTEM, () -> removals.begin(id));
        if (call.isPresent()) {
            Answer answer = removals.ask(call.get());
            run.inTransaction(Caller.SYSTEM, () -> {
                removals.end(call.get(), answer);
                return true;
            });
        }
        return Outcome.DONE;
    }

    @Override
    public void gaveUp(long id, JobRun run, String incident) throws Exception {
        run.inTransaction(Caller.SYSTEM, () -> {
            removals.failed(id, incident);
            return true;
        });
    }
}
