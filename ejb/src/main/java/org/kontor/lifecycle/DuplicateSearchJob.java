package org.kontor.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kontor.access.Caller;
import org.kontor.access.SignIn;
import org.kontor.jobs.JobHandler;
import org.kontor.jobs.JobRun;
import org.kontor.shared.AppException;

/** Runs searches for duplicates, piece by piece. After a crash the next call goes on behind the last piece that was committed. */
@ApplicationScoped
public class DuplicateSearchJob implements JobHandler {

    /** The kind of these jobs. */
    public static final String KIND = "duplicate-search";

    @Inject
    DuplicateSearchPieces pieces;

    @Inject
    SignIn signIn;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(long id, JobRun run) throws Exception {
        Optional<Long> user = run.inTransaction(Caller.SYSTEM, () -> pieces.begin(id));
        if (user.isEmpty()) {
            return Outcome.DONE;
        }
        try {
            Caller caller = run.inTransaction(Caller.SYSTEM, () -> signIn.callerOf(user.get()));
            while (!run.stopping()) {
                if (!run.inTransaction(caller, () -> pieces.next(id))) {
                    return Outcome.DONE;
                }
            }
            return Outcome.AGAIN;
        } catch (AppException e) {
            fail(id, run, String.valueOf(e.getMessage()));
            return Outcome.DONE;
        }
    }

    @Override
    public void gaveUp(long id, JobRun run, String incident) throws Exception {
        fail(
                id,
                run,
                "Something went wrong on our side. Start it again; if it stays, tell an administrator: incident "
                        + incident);
    }

    private void fail(long id, JobRun run, String message) throws Exception {
        run.inTransaction(Caller.SYSTEM, () -> {
            pieces.fail(id, message);
            return true;
        });
    }
}
