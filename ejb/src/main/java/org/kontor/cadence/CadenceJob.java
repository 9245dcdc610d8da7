package org.kontor.cadence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.kontor.access.Caller;
import org.kontor.jobs.JobRun;
import org.kontor.jobs.RecurringJob;
import org.kontor.settings.CompanySetting;
import org.kontor.settings.CurrentSettings;
import org.kontor.shared.AppException;

/**
 * Lets cadences go on: plans steps where something has changed, leaves to people what is theirs, and sends what goes by itself in the hours
 * in which that may be. Whatever it is stopped in, the next run goes on: each piece is one transaction, and a step that is sent is closed in it.
 */
@ApplicationScoped
public class CadenceJob implements RecurringJob {

    private static final int CUSTOMERS = 200;
    private static final int TO_DOS = 1000;

    @Inject
    CadencePlan plan;

    @Inject
    ToDoRepository repository;

    @Inject
    ToDoSendings sendings;

    @Inject
    CurrentSettings settings;

    @Override
    public String kind() {
        return "cadence";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void run(JobRun run) throws Exception {
        while (!run.stopping() && run.inTransaction(Caller.SYSTEM, () -> plan.next(CUSTOMERS)) > 0) {
            // The next piece.
        }
        while (!run.stopping() && run.inTransaction(Caller.SYSTEM, () -> repository.fallDue(TO_DOS)) > 0) {
            // The next piece.
        }
        long last = 0;
        List<Long> ids = sendable(run, last);
        while (!ids.isEmpty()) {
            for (long id : ids) {
                if (run.stopping()) {
                    return;
                }
                send(run, id);
                last = id;
            }
            ids = sendable(run, last);
        }
    }

    private List<Long> sendable(JobRun run, long after) throws Exception {
        return run.inTransaction(
                Caller.SYSTEM,
                () -> repository.sendable(
                        after,
                        switch (settings.text(CompanySetting.SENDING_DAYS)) {
                            case "MON_TO_FRI" -> 5;
                            case "MON_TO_SAT" -> 6;
                            default -> 7;
                        },
                        Integer.parseInt(settings.text(CompanySetting.SENDING_FROM)),
                        Integer.parseInt(settings.text(CompanySetting.SENDING_UNTIL))));
    }

    private void send(JobRun run, long id) throws Exception {
        try {
            run.inTransaction(Caller.SYSTEM, () -> {
                sendings.sendByItself(id);
                return true;
            });
        } catch (AppException e) {
            // Thrown out of its transaction, which is over by it.
            run.inTransaction(Caller.SYSTEM, () -> {
                sendings.refused(id, e);
                return true;
            });
        }
    }
}
