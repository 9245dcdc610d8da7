package org.kontor.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.kontor.database.DatabaseDefinition;

/** Hands work to the durable job engine. */
@ApplicationScoped
public class Jobs {

    /** How many times a job is tried again after it failed, before it is given up. */
    public static final int MAX_RETRIES = 5;

    static final String TABLE = "job";

    @Resource(lookup = DatabaseDefinition.NAME)
    DataSource dataSource;

    /**
     * Asks for work. Takes part in the running transaction: when that rolls back, nothing was asked.
     *
     * @param kind a {@link JobHandler#kind()}
     * @param id what to work on; the handler knows what it means
     */
    public void enqueue(String kind, long id) {
        SchedulerClient.Builder.create(dataSource)
                .tableName(TABLE)
                .build()
                .scheduleIfNotExists(new TaskInstance<>(kind, instance(id)), Instant.now());
    }

    /**
     * Asks for work at a later time, to the second; asked for twice for the same second, it is done once.
     *
     * @param kind a {@link JobHandler#kind()}
     * @param id what to work on
     * @param at not before this time
     */
    public void enqueueAt(String kind, long id, Instant at) {
        long second = at.getEpochSecond() + 1;
        SchedulerClient.Builder.create(dataSource)
                .tableName(TABLE)
                .build()
                .scheduleIfNotExists(new TaskInstance<>(kind, id + "/at-" + second), Instant.ofEpochSecond(second));
    }

    /** Each request is an instance of its own: a second one may come while the first is still being tidied away. */
    private static String instance(long id) {
        return id + "/" + UUID.randomUUID();
    }

    static long idOf(String instance) {
        return Long.parseLong(instance.substring(0, instance.indexOf('/')));
    }
}
