package org.kontor.jobs;

/**
 * Does one kind of durable work. A CDI bean of this type is found by its {@link #kind()}.
 *
 * <p><b>Calls.</b> On a managed thread, outside any transaction, with no caller bound. At most one node runs a job at a time
 * as long as its heart beats; after a crash another call for the same id follows. A handler must therefore guard its writes
 * by the state it stores itself.
 */
public interface JobHandler {

    /** Stable name in lower case letters and hyphens. */
    String kind();

    /**
     * Does the work, or a piece of it.
     *
     * @param id which one, as given to {@link Jobs#enqueue}
     * @param run the way to transactions and threads, and whether the node is about to stop
     * @return whether the work is over
     * @throws Exception anything that may pass, such as a lost database connection: it is tried again a little later, with
     *     growing pauses, and given up after {@link Jobs#MAX_RETRIES} tries in a row
     */
    Outcome run(long id, JobRun run) throws Exception;

    /**
     * The last try failed; writes down what the user needs to know.
     *
     * @param incident number that also stands in the log
     */
    void gaveUp(long id, JobRun run, String incident) throws Exception;

    /** Whether there is something left to do. */
    enum Outcome {
        /** Nothing left. */
        DONE,
        /** More to do; call again soon, on whichever node is free. */
        AGAIN,
        /** What it needs is not there now, such as a connector; call again in a few seconds. Nothing failed. */
        LATER
    }
}
