package org.kontor.connector;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kontor.access.AccessLog;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.jobs.Jobs;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.shared.Pieces;

/** Tells how far the pulls of connections are, and begins one at once. */
@Stateless
public class Pulls {

    @Inject
    PullRepository repository;

    @Inject
    SyncRunRepository runs;

    @Inject
    PullSteps steps;

    @Inject
    ConnectionRepository connections;

    @Inject
    Jobs jobs;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /**
     * How far the pulls of a connection are; empty for one of which nothing is, or was, pulled.
     *
     * @throws AppException {@link ErrorKind#ABSENT} for the connection
     */
    @Requires(Permission.READ_CONNECTOR)
    public List<PullView> of(long connectionId) {
        require(connectionId);
        return Arrays.stream(PullKind.values())
                .flatMap(kind ->
                        repository
                                .find(connectionId, kind, clock.instant())
                                .or(() -> fresh(connectionId, kind))
                                .stream())
                .toList();
    }

    private void require(long connectionId) {
        if (connections.find(connectionId).isEmpty()) {
            throw Connections.absent(connectionId);
        }
    }

    private Optional<PullView> fresh(long connectionId, PullKind kind) {
        return steps.all().stream()
                .filter(due -> due.connectionId() == connectionId && due.from().kind() == kind)
                .findFirst()
                .map(due -> new PullView(kind, false, Optional.empty(), Optional.empty(), 0, "", 0, List.of()));
    }

    /**
     * Asks for a pull at once, whenever the next one is due. What is pulled already goes on.
     *
     * @param fromStart whether everything that the system still tells is read again; nothing is made twice
     * @return the round, which a job does
     * @throws AppException {@link ErrorKind#ABSENT} for the connection; {@link ErrorKind#CONFLICT} when nothing can be pulled from it
     */
    @Requires(Permission.WRITE_CONNECTOR)
    public SyncRunView begin(long connectionId, boolean fromStart) {
        require(connectionId);
        List<PullSteps.Due> due = steps.all().stream()
                .filter(each -> each.connectionId() == connectionId)
                .toList();
        if (due.isEmpty()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "NOTHING_TO_PULL",
                    "Enable the connection, and the company setting where there is one: nothing is pulled from it now.");
        }
        if (fromStart) {
            due.forEach(each -> repository.rewind(connectionId, each.from().kind()));
        }
        long id = runs.insert(connectionId, fromStart, CallerContext.current().login(), clock.instant());
        jobs.enqueue(SyncRunJob.KIND, id);
        log.write("connection.pulled", "connection " + connectionId + (fromStart ? ", from the beginning" : ""));
        return runs.find(id).orElseThrow();
    }

    /** Rounds of reading, the latest first; of one connection when one is given. Those that are over are kept 30 days. */
    @Requires(Permission.READ_CONNECTOR)
    public Page<SyncRunView> runs(Optional<Long> connectionId, PageRequest page) {
        connectionId.ifPresent(this::require);
        String list = "sync-runs|" + connectionId.map(String::valueOf).orElse("");
        long before = Cursor.decode(list, page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        return Pieces.of(runs.list(connectionId, before, page.limit() + 1), page, list, SyncRunView::id);
    }

    /** One round. */
    @Requires(Permission.READ_CONNECTOR)
    public Optional<SyncRunView> run(long id) {
        return runs.find(id);
    }
}
