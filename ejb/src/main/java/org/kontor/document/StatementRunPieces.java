package org.kontor.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.document.StatementRunRepository.Next;
import org.kontor.document.StatementRunRepository.Run;
import org.kontor.jobs.PieceByPiece;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** The pieces of a run: some statements in a transaction each, with no more than these in memory. */
@ApplicationScoped
class StatementRunPieces implements PieceByPiece.Pieces {

    private static final int PIECE = 20;

    @Inject
    StatementRunRepository repository;

    @Inject
    StatementMaker maker;

    @Inject
    Clock clock;

    @Override
    public Optional<Long> begin(long id) {
        Optional<Run> run = repository.find(id, true).filter(StatementRunPieces::open);
        run.ifPresent(found -> repository.advance(id, RunState.RUNNING, 0, 0, "", now()));
        return run.map(Run::userId);
    }

    @Override
    public boolean next(long id) {
        Optional<Run> run = repository.find(id, true).filter(StatementRunPieces::open);
        if (run.isEmpty()) {
            return false;
        }
        List<Next> piece = repository.next(id, PIECE);
        StatementRunView view = run.get().view();
        StatementQuery query = new StatementQuery(view.kind(), Optional.of(view.asOf()), view.from(), view.currency());
        long made = 0;
        for (Next each : piece) {
            try {
                repository.keep(id, each.position(), maker.make(each.customerId(), query));
                made++;
            } catch (AppException e) {
                if (e.kind() != ErrorKind.INVALID && e.kind() != ErrorKind.ABSENT) {
                    throw e;
                }
                // Of one customer: the others get theirs.
                repository.note(id, each.position(), String.valueOf(e.getMessage()));
            }
        }
        boolean more = piece.size() == PIECE;
        repository.advance(id, more ? RunState.RUNNING : RunState.SUCCEEDED, piece.size(), made, "", now());
        return more;
    }

    @Override
    public void fail(long id, String message) {
        if (repository.find(id, true).filter(StatementRunPieces::open).isPresent()) {
            repository.advance(id, RunState.FAILED, 0, 0, message, now());
        }
    }

    static boolean open(Run run) {
        RunState state = run.view().state();
        return state == RunState.PENDING || state == RunState.RUNNING;
    }

    private Instant now() {
        return clock.instant();
    }
}
