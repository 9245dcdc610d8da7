package org.kontor.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import org.kontor.access.Caller;
import org.kontor.jobs.JobRun;

/** A run of a job on this thread, in transactions of {@link TestKontor}. */
public record TestJobRun(TestKontor kontor) implements JobRun {

    @Override
    public boolean stopping() {
        return false;
    }

    @Override
    public <T> T inTransaction(Caller caller, Callable<T> work) {
        return kontor.as(caller, work);
    }

    @Override
    public Executor background() {
        return Runnable::run;
    }
}
