package org.kontor.communication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kontor.access.Caller;
import org.kontor.communication.MessageSendings.Ready;
import org.kontor.jobs.JobHandler;
import org.kontor.jobs.JobRun;
import org.kontor.shared.AppException;
import org.kontor.spi.MessageChannel.Sent;

/** Sends one message. Before the remote call it is written down that it will be made, and behind it how it ended. */
@ApplicationScoped
public class MessageJob implements JobHandler {

    /** The kind of these jobs. */
    public static final String KIND = "message";

    @Inject
    MessageSendings sendings;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(long id, JobRun run) throws Exception {
        Optional<Ready> ready;
        try {
            ready = run.inTransaction(Caller.SYSTEM, () -> sendings.prepare(id));
        } catch (AppException e) {
            // Thrown out of its transaction, which is over by it.
            run.inTransaction(Caller.SYSTEM, () -> {
                sendings.hold(id, e);
                return true;
            });
            return Outcome.DONE;
        }
        if (ready.isPresent() && run.inTransaction(Caller.SYSTEM, () -> sendings.begin(ready.get()))) {
            org.kontor.spi.Outcome<Sent> outcome = ready.get().send();
            run.inTransaction(Caller.SYSTEM, () -> {
                sendings.end(ready.get(), outcome);
                return true;
            });
        }
        return Outcome.DONE;
    }

    @Override
    public void gaveUp(long id, JobRun run, String incident) throws Exception {
        run.inTransaction(Caller.SYSTEM, () -> {
            sendings.gaveUp(id, incident);
            return true;
        });
    }
}
