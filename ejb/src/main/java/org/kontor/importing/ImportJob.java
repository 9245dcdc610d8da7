package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kontor.access.Caller;
import org.kontor.access.SignIn;
import org.kontor.connector.ConnectorRegistry.Provided;
import org.kontor.jobs.JobHandler;
import org.kontor.jobs.JobRun;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.ImportFormat;

/**
 * Runs imports, chunk by chunk, each in a transaction that also moves the checkpoint. Whatever happens between two chunks, a
 * later call goes on behind the last one that was committed.
 */
@ApplicationScoped
public class ImportJob implements JobHandler {

    /** The kind of these jobs. */
    public static final String KIND = "import";

    @Inject
    ImportRepository imports;

    @Inject
    ImportFiles files;

    @Inject
    FormatChoice formats;

    @Inject
    ChunkWriter writer;

    @Inject
    LedgerRehearsal rehearsal;

    @Inject
    SignIn signIn;

    private int rowsPerChunk = ReadAhead.ROWS;

    /** Sets how many rows a chunk has; tests want many chunks from few rows. */
    void rowsPerChunk(int rows) {
        rowsPerChunk = rows;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(long id, JobRun run) throws Exception {
        Optional<ImportRun> begun = run.inTransaction(Caller.SYSTEM, () -> begin(id));
        if (begun.isEmpty()) {
            return Outcome.DONE;
        }
        ImportRun current = begun.get();
        try {
            Caller caller = caller(run, current);
            Optional<ImportFormat> format = format(current.view());
            if (format.isEmpty()) {
                await(current.view(), run);
                return Outcome.LATER;
            }
            return readAndWrite(current, caller, usable(format.get(), current.view()), run);
        } catch (AppException e) {
            // Said for the user: nothing that trying again would mend.
            fail(id, run, String.valueOf(e.getMessage()));
            return Outcome.DONE;
        }
    }

    private Outcome readAndWrite(ImportRun current, Caller caller, ImportFormat format, JobRun run) throws Exception {
        try (ReadAhead source =
                new ReadAhead(current.view(), files.open(current.id()), format, rowsPerChunk, run.background())) {
            if (format.ledger() && current.view().dryRun()) {
                return rehearse(current, caller, source, run);
            }
            while (!run.stopping()) {
                Chunk chunk = source.next();
                ChunkWriter.Next next = write(current.id(), caller, chunk, run);
                if (next == ChunkWriter.Next.STOP || chunk.last()) {
                    return Outcome.DONE;
                }
            }
            return Outcome.AGAIN;
        }
    }

    private Outcome rehearse(ImportRun current, Caller caller, ReadAhead source, JobRun run) throws Exception {
        try {
            return run.inTransaction(caller, () -> {
                rehearsal.rehearse(current, () -> next(source, run));
                return Outcome.DONE;
            });
        } catch (Stopping e) {
            return Outcome.AGAIN;
        }
    }

    private static Chunk next(ReadAhead source, JobRun run) {
        if (run.stopping()) {
            throw new Stopping();
        }
        try {
            return source.next();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopping();
        }
    }

    /** The server is about to stop: the transaction is rolled back and begun again later. */
    private static final class Stopping extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private ChunkWriter.Next write(long id, Caller caller, Chunk chunk, JobRun run) throws Exception {
        try {
            return run.inTransaction(caller, () -> writer.write(id, chunk));
        } catch (AppException e) {
            if (e.kind() == ErrorKind.CONFLICT || e.kind() == ErrorKind.STALE) {
                // Somebody changed the same customers meanwhile; another try sees what they did.
                throw new IllegalStateException("A chunk met a change of somebody else", e);
            }
            throw e;
        }
    }

    private Optional<ImportRun> begin(long id) {
        ImportRun run = imports.lock(id).orElseThrow();
        ImportState state = run.view().state();
        if (state != ImportState.PENDING && state != ImportState.RUNNING) {
            return Optional.empty();
        }
        if (run.cancelRequested()) {
            imports.state(id, ImportState.CANCELLED, "");
            return Optional.empty();
        }
        imports.state(id, ImportState.RUNNING, "");
        return imports.find(id);
    }

    /** Who started the import, with the permissions of now. */
    private Caller caller(JobRun run, ImportRun current) throws Exception {
        Caller caller = run.inTransaction(Caller.SYSTEM, () -> signIn.callerOf(current.userId()));
        Imports.requirePermissions(caller, current.view().onDuplicate());
        return caller;
    }

    /** Empty while the connector that brings it is away. */
    private Optional<ImportFormat> format(ImportView view) {
        if (view.mapping().isPresent()) {
            return Optional.of(new MappedFormat(view.mapping().get()));
        }
        return formats.byId(view.format()).map(Provided::capability);
    }

    /** The connector may be on its way: nothing has failed, and the import goes on by itself when it is there. */
    private void await(ImportView view, JobRun run) throws Exception {
        run.inTransaction(Caller.SYSTEM, () -> {
            imports.state(view.id(), ImportState.PENDING, missing(view.format()));
            return view.id();
        });
    }

    /** What an import says that waits for its connector. */
    static String missing(String format) {
        return "Install the connector that brings the import format " + format
                + ": the import waits for it and goes on by itself.";
    }

    private static ImportFormat usable(ImportFormat format, ImportView view) {
        if (view.mapping().isPresent()) {
            return format;
        }
        HeaderMatch match = FormatChoice.match(format, view.header());
        if (!match.usable()) {
            throw new AppException(
                    ErrorKind.CONFLICT,
                    "FORMAT_CHANGED",
                    "Upload the file again: the import format " + view.format()
                            + " does not accept its header any more.");
        }
        return format;
    }

    private void fail(long id, JobRun run, String reason) throws Exception {
        run.inTransaction(Caller.SYSTEM, () -> {
            imports.state(id, ImportState.FAILED, reason);
            return id;
        });
    }

    @Override
    public void gaveUp(long id, JobRun run, String incident) throws Exception {
        fail(
                id,
                run,
                "Let the import go on; if it stops again, tell an administrator the number " + incident
                        + ", which also stands in the log. Rows before the checkpoint are in.");
    }
}
