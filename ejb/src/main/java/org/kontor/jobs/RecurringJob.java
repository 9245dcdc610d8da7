package org.kontor.jobs;

import java.time.Duration;

/**
 * Durable work that comes again and again. A CDI bean of this type is found by its {@link #kind()} and runs on one node of the
 * cluster at a time: first when Kontor starts for the first time, then each time {@link #every()} after the former run ended.
 * A run that fails is logged and comes again in its turn; a run that was missed because no node was up is made up once.
 */
public interface RecurringJob {

    /** Stable name in lower case letters and hyphens, different from that of every {@link JobHandler}. */
    String kind();

    /** Pause between two runs. */
    Duration every();

    /**
     * Does what is due, in pieces, each in a transaction of its own.
     *
     * @param run the way to transactions, and whether the node is about to stop
     */
    void run(JobRun run) throws Exception;
}
