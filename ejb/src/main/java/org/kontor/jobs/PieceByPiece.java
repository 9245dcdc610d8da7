package org.kontor.jobs;

import jakarta.inject.Inject;
import java.util.Optional;
import org.kontor.access.Caller;
import org.kontor.access.SignIn;
import org.kontor.shared.AppException;

/**
 * Work that somebody asked for, done in pieces on their behalf, each in a transaction that also notes how far the work is. After a
 * crash the next call goes on behind the last piece that was committed.
 */
public abstract class PieceByPiece implements JobHandler {

    @Inject
    SignIn signIn;

    /** What the work consists of. Each method is called in a transaction of its own. */
    public interface Pieces {

        /** Begins or goes on, as Kontor itself; answers the id of the user who asked for it, or empty when it is over already. */
        Optional<Long> begin(long id);

        /**
         * Does the next piece, on behalf of that user; answers whether there are more.
         *
         * @throws AppException what the user is told; the work ends with it
         */
        boolean next(long id);

        /** Ends the work, as Kontor itself, with what the user is told. */
        void fail(long id, String message);
    }

    /** The pieces of this kind of work. */
    protected abstract Pieces pieces();

    @Override
    public Outcome run(long id, JobRun run) throws Exception {
        Optional<Long> user = run.inTransaction(Caller.SYSTEM, () -> pieces().begin(id));
        if (user.isEmpty()) {
            return Outcome.DONE;
        }
        try {
            Caller caller = run.inTransaction(Caller.SYSTEM, () -> signIn.callerOf(user.get()));
            while (!run.stopping()) {
                if (!run.inTransaction(caller, () -> pieces().next(id))) {
                    return Outcome.DONE;
                }
            }
            return Outcome.AGAIN;
        } catch (AppException e) {
            // Said for the user: nothing that trying again would mend.
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
            pieces().fail(id, message);
            return true;
        });
    }
}
