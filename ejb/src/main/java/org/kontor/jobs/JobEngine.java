package org.kontor.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.database.DatabaseDefinition;
import org.kontor.shared.ConnectorsStart;

/**
 * Runs durable jobs on this node. A job whose node died is taken over as soon as {@value #MISSED_HEARTBEATS} beats of its
 * heart are missing.
 */
@Singleton
@Startup
@DependsOn("SchemaMigrator")
@TransactionManagement(TransactionManagementType.BEAN)
public class JobEngine {

    private static final Logger LOG = System.getLogger(JobEngine.class.getName());

    private static final int THREADS = 4;
    private static final Duration HEARTBEAT = Duration.ofSeconds(3);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration STOP_WAIT = Duration.ofSeconds(20);
    private static final long LOOK_MILLIS = 200;

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    @Resource
    ManagedExecutorService executor;

    @Resource
    ManagedScheduledExecutorService timer;

    @EJB
    JobTransactions transactions;

    @Inject
    @Any
    Instance<JobHandler> handlers;

    @Inject
    @Any
    Instance<RecurringJob> recurring;

    @Inject
    JobMetrics metrics;

    private Scheduler scheduler;
    private @Nullable Future<?> waiting;

    /** Starts looking for work, as soon as connectors are there: a job that needs one would find it gone, and come back late. */
    @PostConstruct
    void start() {
        List<Task<?>> tasks = new ArrayList<>();
        handlers.forEach(handler -> tasks.add(task(handler)));
        List<RecurringTask<Void>> again = new ArrayList<>();
        recurring.forEach(job -> again.add(task(job)));
        scheduler = Scheduler.create(dataSource, tasks)
                .startTasks(again)
                .tableName(Jobs.TABLE)
                .executorService(executor)
                .threads(THREADS)
                .pollingInterval(Duration.ofMillis(500))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(STOP_WAIT)
                .pollUsingLockAndFetch(0.5, 1.0)
                .build();
        if (ConnectorsStart.isGoingOn()) {
            scheduler.pause();
            waiting = timer.scheduleWithFixedDelay(this::goOn, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
        scheduler.start();
    }

    private void goOn() {
        if (!ConnectorsStart.isGoingOn()) {
            scheduler.resume();
            stopWaiting();
        }
    }

    private void stopWaiting() {
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    /** Lets the pieces at hand end; what is left is found by the next start or another node. */
    @PreDestroy
    void stop() {
        stopWaiting();
        scheduler.stop();
    }

    private Task<Void> task(JobHandler handler) {
        return Tasks.custom(handler.kind(), Void.class)
                .onFailure((complete, operations) -> retryOrGiveUp(handler, complete, operations))
                .onDeadExecutionRevive()
                .execute((instance, context) -> execute(handler, instance, context));
    }

    private RecurringTask<Void> task(RecurringJob job) {
        return Tasks.recurring(job.kind(), FixedDelay.of(job.every())).execute((instance, context) -> {
            long began = System.nanoTime();
            try {
                job.run(new Run(context));
            } catch (RuntimeException e) {
                metrics.failed(job.kind());
                throw e;
            } catch (Exception e) {
                metrics.failed(job.kind());
                throw new JobTransactions.RolledBack(e);
            } finally {
                metrics.ran(job.kind(), Duration.ofNanos(System.nanoTime() - began));
            }
        });
    }

    private CompletionHandler<Void> execute(JobHandler handler, TaskInstance<Void> instance, ExecutionContext context) {
        JobHandler.Outcome outcome;
        long began = System.nanoTime();
        try {
            outcome = handler.run(Jobs.idOf(instance.getId()), new Run(context));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new JobTransactions.RolledBack(e);
        } finally {
            metrics.ran(handler.kind(), Duration.ofNanos(System.nanoTime() - began));
        }
        return switch (outcome) {
            case DONE -> (complete, operations) -> operations.remove();
            case AGAIN -> (complete, operations) -> operations.reschedule(complete, complete.getTimeDone());
            case LATER ->
                (complete, operations) ->
                        operations.reschedule(complete, complete.getTimeDone().plus(LOOK_AGAIN));
        };
    }

    private void retryOrGiveUp(JobHandler handler, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        int failures = complete.getExecution().consecutiveFailures;
        String incident = UUID.randomUUID().toString().substring(0, 8);
        metrics.failed(handler.kind());
        LOG.log(
                Level.ERROR,
                "Job " + handler.kind() + " "
                        + complete.getExecution().taskInstance.getId() + " failed, try " + (failures + 1)
                        + ", incident " + incident,
                complete.getCause().orElse(null));
        if (failures < Jobs.MAX_RETRIES) {
            operations.reschedule(complete, complete.getTimeDone().plus(FIRST_PAUSE.multipliedBy(1L << failures)));
            return;
        }
        try {
            handler.gaveUp(Jobs.idOf(complete.getExecution().taskInstance.getId()), new Run(null), incident);
            operations.remove();
        } catch (Exception e) {
            LOG.log(Level.ERROR, "Job " + handler.kind() + " could not be given up and stays, incident " + incident, e);
            operations.reschedule(complete, complete.getTimeDone().plus(FIRST_PAUSE.multipliedBy(1L << failures)));
        }
    }

    private final class Run implements JobRun {
        private final @Nullable ExecutionContext context;

        Run(@Nullable ExecutionContext context) {
            this.context = context;
        }

        @Override
        public boolean stopping() {
            return context != null && context.getSchedulerState().isShuttingDown();
        }

        @Override
        public <T> T inTransaction(Caller caller, Callable<T> work) throws Exception {
            try {
                return CallerContext.callAs(caller, () -> transactions.call(work));
            } catch (JobTransactions.RolledBack e) {
                throw unwrap(e);
            } catch (EJBException e) {
                // The container wraps what it does not know; a job's handler and the log need the reason.
                throw unwrap(e);
            }
        }

        @Override
        public Executor background() {
            return executor;
        }

        private Exception unwrap(Exception e) {
            return e.getCause() instanceof Exception cause ? unwrap(cause) : e;
        }
    }
}
