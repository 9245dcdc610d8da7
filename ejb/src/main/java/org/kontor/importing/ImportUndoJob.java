package org.kontor.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kontor.access.Caller;
import org.kontor.access.SignIn;
import org.kontor.jobs.JobHandler;
import org.kontor.jobs.JobRun;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/** Takes an import back, some customers at a time, each piece in a transaction that also says how far it is. */
@ApplicationScoped
public class ImportUndoJob implements JobHandler {

    /** The kind of these jobs. */
    public static final String KIND = "import-undo";

    @Inject
    UndoRepository undos;

    @Inject
    UndoWriter writer;

    @Inject
    SignIn signIn;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(long id, JobRun run) throws Exception {
        try {
            Caller caller = run.inTransaction(Caller.SYSTEM, () -> signIn.callerOf(undos.askedBy(id)));
            Imports.requirePermissions(caller, OnDuplicate.UPDATE);
            while (!run.stopping()) {
                if (run.inTransaction(caller, () -> writer.piece(id)) == UndoWriter.Next.DONE) {
                    return Outcome.DONE;
                }
            }
            return Outcome.AGAIN;
        } catch (AppException e) {
            if (e.kind() != ErrorKind.FORBIDDEN && e.kind() != ErrorKind.INVALID) {
                throw e;
            }
            fail(id, run, String.valueOf(e.getMessage()));
            return Outcome.DONE;
        }
    }

    private void fail(long id, JobRun run, String reason) throws Exception {
        run.inTransaction(Caller.SYSTEM, () -> {
            undos.failed(id, reason);
            return id;
        });
    }

    @Override
    public void gaveUp(long id, JobRun run, String incident) throws Exception {
        fail(
                id,
                run,
                "Undo the import once more; if it stops again, tell an administrator the number " + incident
                        + ", which also stands in the log.");
    }
}
