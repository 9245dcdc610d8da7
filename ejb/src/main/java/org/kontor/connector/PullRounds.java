package org.kontor.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Caller;
import org.kontor.connector.PullSteps.Begun;
import org.kontor.connector.PullSteps.Due;
import org.kontor.connector.PullsFrom.Piece;
import org.kontor.jobs.JobRun;
import org.kontor.spi.ConnectorException;

/**
 * Pulls piece by piece: the remote call outside of any transaction, then one transaction with what came and where the next piece begins.
 * After a crash the next round begins behind the last piece that was written.
 */
@ApplicationScoped
class PullRounds {

    private static final Logger LOG = System.getLogger(PullRounds.class.getName());

    @Inject
    PullSteps steps;

    /** Pulls whatever is due. */
    void allDue(JobRun run) throws Exception {
        for (Due due : known(run)) {
            if (!run.stopping()) {
                round(due, false, run);
            }
        }
    }

    /** Pulls from this connection now, whether it is due or not. */
    void now(long connectionId, JobRun run) throws Exception {
        for (Due due : known(run)) {
            if (due.connectionId() == connectionId && !run.stopping()) {
                round(due, true, run);
            }
        }
    }

    private List<Due> known(JobRun run) throws Exception {
        return run.inTransaction(Caller.SYSTEM, steps::all);
    }

    private void round(Due due, boolean dueOrNot, JobRun run) throws Exception {
        Optional<Begun> begun = run.inTransaction(Caller.SYSTEM, () -> steps.begin(due, dueOrNot));
        if (begun.isEmpty()) {
            return;
        }
        Begun from = begun.get();
        if (from.opened().isEmpty()) {
            fail(due, from.message(), RemotePause.untilMended(from.attempts()), run);
            return;
        }
        String cursor = from.cursor();
        while (!run.stopping()) {
            Optional<Piece> fetched = fetch(due, from, cursor, run);
            if (fetched.isEmpty()) {
                return;
            }
            Piece piece = fetched.get();
            run.inTransaction(Caller.SYSTEM, () -> steps.take(due, piece));
            // A remote system that says there is more behind the same place would keep us here for ever.
            if (!piece.more() || piece.cursor().equals(cursor)) {
                run.inTransaction(Caller.SYSTEM, () -> steps.end(due, from));
                return;
            }
            cursor = piece.cursor();
        }
        run.inTransaction(Caller.SYSTEM, () -> steps.release(due));
    }

    private Optional<Piece> fetch(Due due, Begun from, String cursor, JobRun run) throws Exception {
        try {
            return Optional.of(due.from()
                    .fetch(from.opened().orElseThrow(), Optional.of(cursor).filter(text -> !text.isEmpty()), run));
        } catch (ConnectorException e) {
            fail(due, e.problem().message(), e.retryAfter().orElse(RemotePause.growing(from.attempts())), run);
        } catch (RuntimeException | LinkageError e) {
            // What a connector throws may quote people: its type is enough to find the place.
            LOG.log(
                    Level.WARNING,
                    "A connector failed when connection {0} was read ({1}): {2}",
                    due.connectionId(),
                    due.from().kind(),
                    e.getClass().getName());
            fail(
                    due,
                    "Update the connector: it failed instead of answering.",
                    RemotePause.untilMended(from.attempts()),
                    run);
        }
        return Optional.empty();
    }

    private void fail(Due due, String message, Duration pause, JobRun run) throws Exception {
        run.inTransaction(Caller.SYSTEM, () -> steps.fail(due, message, pause));
    }
}
