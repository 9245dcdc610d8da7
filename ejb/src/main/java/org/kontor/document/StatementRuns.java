package org.kontor.document;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kontor.access.AccessLog;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.access.RowScope;
import org.kontor.document.StatementRunRepository.Made;
import org.kontor.document.StatementRunRepository.Run;
import org.kontor.jobs.Jobs;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/**
 * Makes statements for all customers with something open, as a durable job, and gives them out as one archive (S4-23). Who sees own
 * customers alone makes theirs, and sees own runs alone.
 */
@Stateless
public class StatementRuns {

    private static final int PIECE = 200;

    @Inject
    StatementRunRepository repository;

    @Inject
    Jobs jobs;

    @Inject
    AccessLog log;

    @Inject
    Clock clock;

    /**
     * Asks for statements.
     *
     * @throws AppException {@link ErrorKind#INVALID} for days in the wrong order
     */
    @Requires(Permission.EXPORT_RECEIVABLE)
    public StatementRunView start(StatementRunDraft draft) {
        LocalDate asOf = draft.asOf().orElseGet(() -> LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        StatementKind kind = draft.kind().orElse(StatementKind.OPEN_ITEM);
        StatementQuery query = new StatementQuery(kind, Optional.of(asOf), draft.from(), draft.currency());
        StatementMaker.check(query, asOf);
        Caller caller = CallerContext.current();
        long id = repository.insert(kind, asOf, draft, query.currency(), caller, now());
        log.write("statement-run.started", "run " + id + " as of " + asOf);
        jobs.enqueue(StatementRunJob.KIND, id);
        return seen(id).view();
    }

    /** The run with this id. */
    @Requires(Permission.EXPORT_RECEIVABLE)
    public Optional<StatementRunView> find(long id) {
        return visible(id).map(Run::view);
    }

    /** Runs, newest first. */
    @Requires(Permission.EXPORT_RECEIVABLE)
    public Page<StatementRunView> list(PageRequest page) {
        long before = Cursor.decode("statement-runs", page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        List<StatementRunView> found = repository.list(CallerContext.current(), before, page.limit() + 1);
        if (found.size() <= page.limit()) {
            return new Page<>(found, Optional.empty());
        }
        List<StatementRunView> piece = found.subList(0, page.limit());
        String last = Long.toString(piece.get(piece.size() - 1).id());
        return new Page<>(piece, Optional.of(Cursor.encode("statement-runs", last)));
    }

    /**
     * Stops a run before its next piece; what was made stays.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when it is over
     */
    @Requires(Permission.EXPORT_RECEIVABLE)
    public StatementRunView cancel(long id) {
        seen(id);
        Run run = repository.find(id, true).orElseThrow(() -> absent(id));
        if (!StatementRunPieces.open(run)) {
            throw new AppException(ErrorKind.CONFLICT, "RUN_OVER", "Nothing to cancel: the run is over.");
        }
        repository.advance(id, RunState.CANCELLED, 0, 0, "", now());
        return seen(id).view();
    }

    /**
     * Writes down who takes the statements out, before the first of them leaves.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} while it is at work
     */
    @Requires(Permission.EXPORT_RECEIVABLE)
    public void begin(long id) {
        if (StatementRunPieces.open(seen(id))) {
            throw new AppException(ErrorKind.CONFLICT, "RUN_AT_WORK", "Wait for its end, or cancel it.");
        }
        log.write("receivable.exported", "statements of run " + id);
    }

    /**
     * Writes what was made as one archive, one statement in memory at a time. Call {@link #begin} before. However slowly the reader takes
     * it, no transaction is open meanwhile: what was made stays as it is.
     *
     * @param out gets the bytes as they come; not closed
     */
    @Requires(Permission.EXPORT_RECEIVABLE)
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void writeTo(long id, OutputStream out) {
        seen(id);
        StringBuilder problems = new StringBuilder();
        ZipOutputStream zip = new ZipOutputStream(out);
        // PDF is compressed already.
        zip.setLevel(Deflater.NO_COMPRESSION);
        try {
            long after = 0;
            List<Made> piece;
            do {
                piece = repository.made(id, after, PIECE);
                for (Made made : piece) {
                    after = made.position();
                    if (made.name().isEmpty()) {
                        problems.append(made.customerId())
                                .append(": ")
                                .append(made.problem())
                                .append("\r\n");
                    } else {
                        put(zip, made.customerId() + "-" + made.name(), repository.content(id, made.position()));
                    }
                }
            } while (piece.size() == PIECE);
            if (!problems.isEmpty()) {
                put(zip, "problems.txt", Optional.of(problems.toString().getBytes(StandardCharsets.UTF_8)));
            }
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A customer who was removed meanwhile is left out. */
    private static void put(ZipOutputStream zip, String name, Optional<byte[]> content) throws IOException {
        if (content.isPresent()) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.get());
            zip.closeEntry();
        }
    }

    private Run seen(long id) {
        return visible(id).orElseThrow(() -> absent(id));
    }

    private Optional<Run> visible(long id) {
        Caller caller = CallerContext.current();
        return repository
                .find(id, false)
                .filter(run -> caller.scope() == RowScope.ALL || run.userId() == caller.userId());
    }

    private static AppException absent(long id) {
        return new AppException(
                ErrorKind.ABSENT,
                "STATEMENT_RUN_NOT_FOUND",
                "Look for another run of statements: there is none with id " + id + ".");
    }

    private Instant now() {
        return clock.instant();
    }
}
