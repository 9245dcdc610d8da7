package org.kontor.jobs;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.kontor.access.Caller;

/** What a {@link JobHandler} is given to work with. */
public interface JobRun {

    /** Whether the node is about to stop: finish the piece at hand and answer {@link JobHandler.Outcome#AGAIN}. */
    boolean stopping();

    /** Runs work on behalf of a caller in a transaction of its own; an exception rolls it back. */
    <T> T inTransaction(Caller caller, Callable<T> work) throws Exception;

    /** Threads for work beside, such as reading ahead. */
    Executor background();
}
