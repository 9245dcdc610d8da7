package org.kontor.connector;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.access.Caller;
import org.kontor.connector.ConnectorRegistry.Provided;
import org.kontor.connector.OpenConnections.Opened;
import org.kontor.connector.PullsFrom.Piece;
import org.kontor.shared.AppException;

/** What a round of pulling reads before and writes behind each remote call, each in a transaction of its own. */
@ApplicationScoped
class PullSteps {

    /** So long may one call take with all its repetitions. */
    private static final Duration CALL = Duration.ofSeconds(60);

    @Inject
    PullRepository repository;

    @Inject
    SyncRunRepository runs;

    @Inject
    ConnectionRepository stored;

    @Inject
    OpenConnections connections;

    @Inject
    ConnectorRegistry registry;

    @Inject
    @Any
    Instance<PullsFrom> features;

    @Inject
    Clock clock;

    /** Something to be pulled. */
    record Due(long connectionId, PullsFrom from) {}

    /** A round that may begin: the connection ready, or why it is not. */
    record Begun(Optional<Opened> opened, String cursor, int attempts, String message) {}

    /** What can be pulled from enabled connections. */
    List<Due> all() {
        List<Due> due = new ArrayList<>();
        features.stream()
                .filter(PullsFrom::wanted)
                .forEach(from -> ids(from).forEach(id -> due.add(new Due(id, from))));
        return due;
    }

    private List<Long> ids(PullsFrom from) {
        return connections
                .enabled(registry.capabilities(from.capability()).stream()
                        .map(Provided::connectorId)
                        .toList())
                .stream()
                .map(OpenConnections.Enabled::id)
                .toList();
    }

    /** Takes the lease and makes the connection ready; empty when it is not due, or another node pulls. */
    Optional<Begun> begin(Due due, boolean dueOrNot) {
        return repository
                .lease(due.connectionId(), due.from().kind(), dueOrNot, clock.instant())
                .map(leased -> {
                    try {
                        Opened opened = connections.open(due.connectionId(), CALL);
                        return new Begun(Optional.of(opened), leased.cursor(), leased.attempts(), "");
                    } catch (AppException e) {
                        return new Begun(
                                Optional.empty(), leased.cursor(), leased.attempts(), String.valueOf(e.getMessage()));
                    }
                });
    }

    /** Writes a piece and where the next one begins; gives how much of it was new or changed something. */
    int take(Due due, Piece piece) {
        PullsFrom.Taken taken = piece.apply();
        repository.progressed(due.connectionId(), due.from().kind(), piece.cursor(), taken, clock.instant());
        return taken.count();
    }

    /** The round is over; a connection that was down is up again. */
    boolean end(Due due, Begun begun) {
        Instant now = now();
        repository.ended(
                due.connectionId(), due.from().kind(), now, now.plus(due.from().every()));
        if (begun.attempts() > 0) {
            stored.health(due.connectionId(), new ConnectionTest("UP", "", now));
        }
        return true;
    }

    /** The round broke off: the connection is down until one goes well. Gives what is told of it. */
    String fail(Due due, String message, Duration pause) {
        Instant now = now();
        String said = RemoteMessage.without(message);
        repository.failed(due.connectionId(), due.from().kind(), said, now.plus(pause));
        stored.health(due.connectionId(), new ConnectionTest("DOWN", said, now));
        return said;
    }

    /** The node stops. */
    boolean release(Due due) {
        repository.release(due.connectionId(), due.from().kind());
        return true;
    }

    /** Begins what somebody asked for; empty when it is over, or gone with its connection. */
    Optional<SyncRunView> begin(long runId) {
        return runs.begin(runId, now());
    }

    /** One kind of it was read, or broke off. */
    boolean progressed(long runId, PullRounds.Round round) {
        runs.progressed(runId, round.taken(), round.message(), now());
        return true;
    }

    /** All of it was. */
    boolean over(long runId) {
        runs.end(runId, now());
        return true;
    }

    /** It failed again and again. */
    boolean gaveUp(long runId, String message) {
        runs.progressed(runId, 0, message, now());
        return over(runId);
    }

    /** A round by the clock: what brought nothing and went well is not worth a line. */
    boolean note(Due due, Instant began, PullRounds.Round round) {
        if (round.taken() > 0 || !round.message().isEmpty()) {
            runs.note(due.connectionId(), Caller.SYSTEM.login(), began, round.taken(), round.message(), now());
        }
        return true;
    }

    Instant now() {
        return clock.instant();
    }
}
