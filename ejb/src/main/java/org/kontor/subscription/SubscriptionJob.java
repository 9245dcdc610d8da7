package org.kontor.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.kontor.access.Caller;
import org.kontor.access.Permission;
import org.kontor.jobs.JobRun;
import org.kontor.jobs.RecurringJob;
import org.kontor.shared.AppException;

/**
 * Makes the invoices of subscriptions that are due, each in a transaction of its own together with the note that it was made. Whatever it
 * is stopped in, the next run goes on; what was missed is made up. One that fails keeps no other from its turn.
 */
@ApplicationScoped
public class SubscriptionJob implements RecurringJob {

    private static final Logger LOG = System.getLogger(SubscriptionJob.class.getName());

    private static final int SET = 200;

    /** Invoices of one subscription in one run: more than a year of weeks is left for the next. */
    private static final int MOST = 60;

    /** Kontor itself, but with a date in a locked period nothing is posted unasked. */
    private static final Caller CALLER = new Caller(
            0,
            Caller.SYSTEM.login(),
            Permission.names().stream()
                    .filter(name -> !name.equals(Permission.POST_LOCKED_PERIOD.wireName()))
                    .collect(Collectors.toSet()));

    @Inject
    SubscriptionRepository repository;

    @Inject
    SubscriptionBilling billing;

    @Override
    public String kind() {
        return "subscription";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run(JobRun run) throws Exception {
        long last = 0;
        List<Long> ids = due(run, last);
        while (!ids.isEmpty()) {
            for (long id : ids) {
                bill(run, id);
                if (run.stopping()) {
                    return;
                }
                last = id;
            }
            ids = due(run, last);
        }
    }

    private List<Long> due(JobRun run, long after) throws Exception {
        return run.inTransaction(CALLER, () -> repository.due(after, SET));
    }

    private void bill(JobRun run, long id) throws Exception {
        try {
            int made = 0;
            while (made < MOST && !run.stopping() && run.inTransaction(CALLER, () -> billing.bill(id))) {
                made++;
            }
        } catch (AppException e) {
            // Thrown out of its transaction, which is over by it.
            note(run, id, reason(e));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Subscription " + id + " could not be invoiced", e);
            note(run, id, "Look into the log of the server: the invoice could not be made.");
        }
    }

    /** What is to be told of a refusal: the first field that is against a rule. */
    private static String reason(AppException e) {
        return e.errors().isEmpty()
                ? String.valueOf(e.getMessage())
                : e.errors().get(0).message();
    }

    private void note(JobRun run, long id, String why) throws Exception {
        run.inTransaction(CALLER, () -> {
            billing.failed(id, why);
            return true;
        });
    }
}
