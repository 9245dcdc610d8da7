package org.kontor.importing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.kontor.access.Caller;
import org.kontor.access.Permission;
import org.kontor.access.SignIn;
import org.kontor.connector.ConnectorDirectory;
import org.kontor.jobs.JobHandler;
import org.kontor.jobs.JobHandler.Outcome;
import org.kontor.jobs.JobRun;
import org.kontor.testing.TestKontor;

/** A service with imports and the hand that runs their jobs; what the job engine does, step by step. */
final class ImportBench implements AutoCloseable {

    static final Caller ANNA = new Caller(
            7,
            "anna",
            Set.of(
                    Permission.IMPORT_CUSTOMER.wireName(),
                    Permission.READ_CUSTOMER.wireName(),
                    Permission.WRITE_CUSTOMER.wireName()));

    /** Anna, who may post documents of customers, too. */
    static final Caller CLERK = new Caller(
            7,
            "anna",
            Set.of(
                    Permission.IMPORT_CUSTOMER.wireName(),
                    Permission.READ_CUSTOMER.wireName(),
                    Permission.WRITE_CUSTOMER.wireName(),
                    Permission.READ_RECEIVABLE.wireName(),
                    Permission.WRITE_RECEIVABLE.wireName()));

    boolean installed = true;
    final TestKontor kontor = new TestKontor().with(ConnectorDirectory.class, new ConnectorDirectory() {
        @Override
        public List<Entry> registered() {
            return installed ? TestFormat.directory().registered() : List.of();
        }
    });
    private final ExecutorService threads = Executors.newCachedThreadPool();
    Caller starter = ANNA;

    ImportBench() {
        kontor.with(SignIn.class, new SignIn() {
            @Override
            public Caller callerOf(long userId) {
                return starter;
            }
        });
    }

    Imports imports() {
        return kontor.get(Imports.class);
    }

    ImportView upload(String file) {
        return upload(file.getBytes(StandardCharsets.UTF_8));
    }

    ImportView upload(byte[] file) {
        return kontor.as(ANNA, () -> imports().upload("people.csv", new ByteArrayInputStream(file), Optional.empty()));
    }

    ImportView start(long id, OnDuplicate onDuplicate, boolean dryRun) {
        return kontor.as(ANNA, () -> imports().start(id, ImportChoice.of(Optional.empty(), onDuplicate, dryRun)));
    }

    /** Uploads, starts and runs to the end. */
    ImportView run(String file, OnDuplicate onDuplicate, boolean dryRun) {
        long id = upload(file).id();
        start(id, onDuplicate, dryRun);
        work(id, 3);
        return find(id);
    }

    /** Uploads, starts and runs to the end with chunks of this size. */
    ImportView run(String file, OnDuplicate onDuplicate, boolean dryRun, int rowsPerChunk) {
        long id = upload(file).id();
        start(id, onDuplicate, dryRun);
        work(id, rowsPerChunk);
        return find(id);
    }

    /** Runs the job that undoes an import; dies after so many transactions. */
    void workUndo(long id, int transactions) {
        try {
            kontor.get(ImportUndoJob.class).run(id, new Steps(transactions));
        } catch (Exception e) {
            throw e instanceof RuntimeException r ? r : new IllegalStateException(e);
        }
    }

    /** Runs to the end with chunks of this size; tells what customers there are then. */
    String run(String file, OnDuplicate onDuplicate, int rowsPerChunk) {
        long id = upload(file).id();
        start(id, onDuplicate, false);
        work(id, rowsPerChunk);
        return find(id).state() + "\n"
                + kontor.sql(
                        "select string_agg(c.first_name || c.last_name || c.account_number || coalesce(c.birthdate::text, '')"
                                + " || (select coalesce(string_agg(address, ' ' order by position), '') from customer_email e"
                                + " where e.customer_id = c.id) || (select coalesce(string_agg(number, ' ' order by position), '')"
                                + " from customer_phone p where p.customer_id = c.id), E'\\n' order by c.id) from customer c");
    }

    /** Runs to the end, dying now and then. */
    void workThroughCrashes(long id, int rowsPerChunk, java.util.Random random) {
        while (find(id).state() != ImportState.SUCCEEDED && find(id).state() != ImportState.FAILED) {
            try {
                work(id, rowsPerChunk, 3 + random.nextInt(20));
            } catch (Died e) {
                // Another node goes on.
            }
        }
    }

    /** All that a dry run must leave alone, in one text. */
    String everything() {
        return kontor.sql(
                "select (select coalesce(max(id), 0) || '/' || count(*) || '/' || coalesce(sum(version), 0) from customer)"
                        + " || (select '/' || count(*) from timeline_entry) || (select '/' || count(*) from import_row_key)"
                        + " || (select '/' || count(*) from note) || (select '/' || count(*) from import_before)"
                        + " || (select '/' || last_value from customer_seq)");
    }

    ImportView find(long id) {
        return kontor.as(ANNA, () -> imports().find(id)).orElseThrow();
    }

    String failedRows(long id) {
        return kontor.as(ANNA, () -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            imports().writeFailedRows(id, out);
            return out.toString(StandardCharsets.UTF_8);
        });
    }

    Outcome work(long id, int rowsPerChunk) {
        return work(id, rowsPerChunk, Integer.MAX_VALUE);
    }

    /** Runs the job; after this many transactions every further one is as if the machine had died. */
    Outcome work(long id, int rowsPerChunk, int transactions) {
        ImportJob job = kontor.get(ImportJob.class);
        job.rowsPerChunk(rowsPerChunk);
        try {
            return job.run(id, new Steps(transactions));
        } catch (Exception e) {
            throw e instanceof RuntimeException r ? r : new IllegalStateException(e);
        }
    }

    /** Runs a job to its end. */
    Outcome work(JobHandler handler, long id) {
        try {
            return handler.run(id, new Steps(Integer.MAX_VALUE));
        } catch (Exception e) {
            throw e instanceof RuntimeException r ? r : new IllegalStateException(e);
        }
    }

    long count(String table) {
        return Long.parseLong(kontor.sql("select count(*) from " + table));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        kontor.close();
    }

    /** The machine died. */
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final class Steps implements JobRun {
        private int left;

        Steps(int transactions) {
            left = transactions;
        }

        @Override
        public boolean stopping() {
            return false;
        }

        @Override
        public <T> T inTransaction(Caller caller, Callable<T> work) {
            return kontor.as(caller, () -> {
                T result = work.call();
                if (left-- <= 0) {
                    // After the work and before the commit: the worst moment.
                    throw new Died();
                }
                return result;
            });
        }

        @Override
        public Executor background() {
            return threads;
        }
    }
}
