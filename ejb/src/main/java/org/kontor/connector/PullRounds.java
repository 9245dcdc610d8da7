package org.kontor.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
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
                Instant began = steps.now();
                Optional<Round> round = round(due, false, run);
                if (round.isPresent()) {
                    run.inTransaction(Caller.SYSTEM, () -> steps.note(due, began, round.get()));
                }
            }
        }
    }

    /**
     * Does what somebody asked for now, whether it is due or not.
     *
     * @return whether it is over; not so when the node stops
     */
    boolean asked(long id, JobRun run) throws Exception {
        Optional<SyncRunView> begun = run.inTransaction(Caller.SYSTEM, () -> steps.begin(id));
        if (begun.isEmpty()) {
            return true;
        }
        for (Due due : known(run)) {
            if (due.connectionId() == begun.get().connectionId()) {
                if (run.stopping()) {
                    return false;
                }
                Optional<Round> round = round(due, true, run);
                if (round.isPresent()) {
                    run.inTransaction(Caller.SYSTEM, () -> steps.progressed(id, round.get()));
                }
            }
        }
        return !run.stopping() && run.inTransaction(Caller.SYSTEM, () -> steps.over(id));
    }

    /**
     * How a round ended.
     *
     * @param taken how much was new or changed something
     * @param message why it broke off; empty when it went well
     */
    record Round(long taken, String message) {}

    private List<Due> known(JobRun run) throws Exception {
        return run.inTransaction(Caller.SYSTEM, steps::all);
    }

    /** Empty when nothing was done: it is not due, or another node is at it. */
    private Optional<Round> round(Due due, boolean dueOrNot, JobRun run) throws Exception {
        Optional<Begun> begun = run.inTransaction(Caller.SYSTEM, () -> steps.begin(due, dueOrNot));
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        Begun from = begun.get();
        if (from.opened().isEmpty()) {
            return Optional.of(fail(due, from.message(), RemotePause.untilMended(from.attempts()), run));
        }
        long taken = 0;
        String cursor = from.cursor();
        while (!run.stopping()) {
            Fetched fetched = fetch(due, from, cursor, run);
            if (fetched.piece().isEmpty()) {
                return Optional.of(new Round(taken, fetched.message()));
            }
            Piece piece = fetched.piece().get();
            taken += run.inTransaction(Caller.SYSTEM, () -> steps.take(due, piece));
            // A remote system that says there is more behind the same place would keep us here for ever.
            if (!piece.more() || piece.cursor().equals(cursor)) {
                run.inTransaction(Caller.SYSTEM, () -> steps.end(due, from));
                return Optional.of(new Round(taken, ""));
            }
            cursor = piece.cursor();
        }
        run.inTransaction(Caller.SYSTEM, () -> steps.release(due));
        return Optional.of(new Round(taken, ""));
    }

    /** A piece, or why there is none. */
    private record Fetched(Optional<Piece> piece, String message) {}

    private Fetched fetch(Due due, Begun from, String cursor, JobRun run) throws Exception {
        try {
            return new Fetched(
                    Optional.of(due.from()
                            .fetch(
                                    from.opened().orElseThrow(),
                                    Optional.of(cursor).filter(text -> !text.isEmpty()),
                                    run)),
                    "");
        } catch (ConnectorException e) {
            return failed(due, e.problem().message(), e.retryAfter().orElse(RemotePause.growing(from.attempts())), run);
        } catch (RuntimeException | LinkageError e) {
            // What a connector throws may quote people: its type is enough to find the place.
            LOG.log(
                    Level.WARNING,
                    "A connector failed when connection {0} was read ({1}): {2}",
                    due.connectionId(),
                    due.from().kind(),
                    e.getClass().getName());
            return failed(
                    due,
                    "Update the connector: it failed instead of answering.",
                    RemotePause.untilMended(from.attempts()),
                    run);
        }
    }

    private Fetched failed(Due due, String message, Duration pause, JobRun run) throws Exception {
        return new Fetched(Optional.empty(), fail(due, message, pause, run).message());
    }

    private Round fail(Due due, String message, Duration pause, JobRun run) throws Exception {
        return new Round(0, run.inTransaction(Caller.SYSTEM, () -> steps.fail(due, message, pause)));
    }
}
