package org.kontor.receivable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.kontor.customer.Drafts;
import org.kontor.report.FigureKind;
import org.kontor.report.FigureQuery;
import org.kontor.report.FigureRows;
import org.kontor.report.FigureSum;
import org.kontor.report.KeyFigures;
import org.kontor.report.Performance;
import org.kontor.report.ReportPeriod.Days;
import org.kontor.shared.AppException;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestJobRun;
import org.kontor.testing.TestKontor;

/**
 * Random operations of many clerks at once, in transactions that break off and over connections that are cut, and then the proof.
 * {@code -Dkontor.ledger.operations=100000} makes it the long run; it prints what was done.
 */
@OnPostgres
class LedgerInvariantsTest {

    private static final int THREADS = 8;

    private final Map<String, AtomicLong> outcomes = new ConcurrentHashMap<>();

    /** S4-74: whatever comes in whatever order, nothing is applied beyond what is there, on any day. */
    @Test
    void theLedgerHoldsWhateverHappens_S4_74() throws Exception {
        int operations = Integer.getInteger("kontor.ledger.operations", 1_000);
        long seed = Long.getLong("kontor.ledger.seed", 20261122);
        try (TestKontor kontor = new TestKontor()) {
            LedgerDesk desk = new LedgerDesk(kontor);
            List<Long> customers = new ArrayList<>();
            long parent = desk.customer(Drafts.business("Parent").parent());
            customers.add(parent);
            for (int i = 0; i < 30; i++) {
                customers.add(desk.customer(
                        i < 10 ? Drafts.business("Child " + i).childOf(parent) : Drafts.business("Customer " + i)));
            }
            long began = System.nanoTime();
            run(desk, customers, operations, seed);
            ProofView proof = desk.proof();
            report(operations, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began), proof);
            assertTrue(proof.holds(), proof::toString);
            assertTrue(count("done: application") > 0, outcomes::toString);
            assertEquals(0, count("fault"), outcomes::toString);
            assertTrue(count("added up") > 0, outcomes::toString);
            figuresAreThoseOfTheInvoices(kontor, new Random(seed));
            assertEquals(
                    "0",
                    kontor.sql("select max(n) - count(*) from (select substr(number, 5)::int as n from invoice"
                            + " where kind = 'INVOICE') t"));
        }
    }

    /** What was paid in a period comes from sums by day; its list from the movements. Also of periods behind which much was moved. */
    private static void figuresAreThoseOfTheInvoices(TestKontor kontor, Random random) {
        long paid = 0;
        for (int n = 0; n < 20; n++) {
            LocalDate from = LocalDate.of(2026, 6, 1).plusDays(random.nextInt(170));
            LocalDate to = from.plusDays(random.nextInt(60));
            List<KeyFigures> figures =
                    kontor.asSystem(() -> kontor.get(Performance.class).figures(from, to, Optional.empty()));
            Map<String, FigureSum> lists = new TreeMap<>();
            FigureQuery query = new FigureQuery(FigureKind.SETTLED, new Days(from, to), "", Optional.empty());
            kontor.asSystem(() -> kontor.get(FigureRows.class).sums(query))
                    .forEach(sum -> lists.put(sum.currency(), sum));
            for (KeyFigures each : figures) {
                Optional<FigureSum> list = Optional.ofNullable(lists.remove(each.currency()));
                assertEquals(list.map(FigureSum::rows).orElse(0L), each.invoicesPaid(), from + " to " + to);
                assertEquals(list.flatMap(FigureSum::daysLate), each.addInvoices(), from + " to " + to);
                paid += each.invoicesPaid();
            }
            assertEquals(Map.of(), lists);
        }
        assertTrue(paid > 0, "nothing was paid");
    }

    private void run(LedgerDesk desk, List<Long> customers, int operations, long seed) throws Exception {
        AtomicLong left = new AtomicLong(operations);
        CountDownLatch over = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS + 1);
        try {
            List<Future<?>> clerks = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                RandomClerk clerk = new RandomClerk(desk, customers, seed + i);
                clerks.add(threads.submit(() -> {
                    while (left.decrementAndGet() >= 0) {
                        attempt(clerk);
                    }
                }));
            }
            Future<?> cutter = threads.submit(() -> cutConnections(desk.kontor, over));
            for (Future<?> clerk : clerks) {
                clerk.get();
            }
            over.countDown();
            cutter.get();
        } finally {
            threads.shutdownNow();
        }
    }

    private void attempt(RandomClerk clerk) {
        try {
            count("done: " + clerk.act(), 1);
        } catch (AppException e) {
            count(
                    "refused: "
                            + (e.errors().isEmpty()
                                    ? e.code()
                                    : e.errors().get(0).code()),
                    1);
        } catch (RandomClerk.Crash e) {
            count("crashed in the middle", 1);
        } catch (RuntimeException e) {
            count(isCut(e) ? "connection cut" : "fault: " + e, 1);
        }
    }

    private static boolean isCut(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage());
            if (message.contains("terminating connection")
                    || message.contains("I/O error")
                    || message.contains("connection has been closed")
                    || message.contains("connection is closed")) {
                return true;
            }
            for (Throwable hidden : each.getSuppressed()) {
                if (isCut(hidden)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Ends a connection of a clerk four times a second. */
    private void cutConnections(TestKontor kontor, CountDownLatch over) {
        try {
            while (!over.await(250, TimeUnit.MILLISECONDS)) {
                try {
                    kontor.sql("select pg_terminate_backend(pid) from (select pid from pg_stat_activity"
                            + " where datname = current_database() and pid <> pg_backend_pid()"
                            + " and backend_type = 'client backend' and application_name <> 'cleaning'"
                            + " order by random() limit 1) t");
                } catch (IllegalStateException e) {
                    count("cutter failed", 1);
                }
                try {
                    kontor.get(LedgerSumJob.class).run(new TestJobRun(kontor));
                    count("added up", 1);
                } catch (Exception e) {
                    count("adding up failed", 1);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void count(String outcome, long by) {
        outcomes.computeIfAbsent(outcome, key -> new AtomicLong()).addAndGet(by);
    }

    private long count(String prefix) {
        return outcomes.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .mapToLong(entry -> entry.getValue().get())
                .sum();
    }

    private void report(int operations, long millis, ProofView proof) {
        StringBuilder text = new StringBuilder(
                "Ledger after " + operations + " operations of " + THREADS + " threads in " + millis + " ms\n");
        new TreeMap<>(outcomes)
                .forEach((outcome, number) -> text.append("  %8d  %s%n".formatted(number.get(), outcome)));
        text.append("  postings ")
                .append(proof.postings())
                .append(", movements ")
                .append(proof.movements())
                .append('\n');
        proof.checks()
                .forEach(check ->
                        text.append("  %s  %s%n".formatted(check.found() == 0 ? "holds " : "BROKEN", check.name())));
        System.out.println(text);
    }
}
