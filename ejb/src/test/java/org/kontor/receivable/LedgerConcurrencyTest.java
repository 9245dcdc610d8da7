package org.kontor.receivable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.customer.Drafts;
import org.kontor.shared.AppException;
import org.kontor.shared.Sql;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** Clerks who do the same at the same time, on a real PostgreSQL. */
@OnPostgres
class LedgerConcurrencyTest {

    private TestKontor kontor;
    private LedgerDesk desk;
    private long customer;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @BeforeEach
    void start() {
        kontor = new TestKontor();
        desk = new LedgerDesk(kontor);
        customer = desk.customer("Acme");
    }

    @AfterEach
    void prove() {
        threads.shutdown();
        ProofView proof = desk.proof();
        kontor.close();
        assertTrue(proof.holds(), proof::toString);
    }

    @RepeatedTest(5)
    void twoClerksApplyingTheSamePaymentApplyItOnce_S4_74() throws Exception {
        InvoiceView one = desk.invoice(customer, "2026-11-01", "100");
        InvoiceView two = desk.invoice(customer, "2026-11-01", "100");
        PaymentView payment = desk.pay(customer, "2026-11-10", "100", AllocationPolicy.NONE);

        List<String> answers = atOnce(List.of(
                () -> desk.apply(payment.id(), LedgerDesk.to(one.id(), "100")),
                () -> desk.apply(payment.id(), LedgerDesk.to(two.id(), "100"))));

        assertEquals(List.of("NOTHING_LEFT", "done"), answers.stream().sorted().toList());
        assertEquals("0.00", desk.see(payment).unapplied().toPlainString());
        assertEquals(
                "100.00", desk.see(one).balance().add(desk.see(two).balance()).toPlainString());
    }

    /** Either the payment comes first and its money is unapplied again, or the void does and it stays unapplied. */
    @RepeatedTest(5)
    void aPaymentArrivingDuringAVoidIsNeverLost() throws Exception {
        InvoiceView invoice = desk.invoice(customer, "2026-11-01", "100");

        atOnce(List.of(
                () -> desk.pay(customer, "2026-11-10", "100", AllocationPolicy.OLDEST_DUE_FIRST),
                () -> kontor.asSystem(
                        () -> desk.actions.voidIt(DocumentKind.INVOICE, invoice.id(), Optional.empty(), "Wrong"))));

        assertEquals(InvoiceStatus.VOID, desk.see(invoice).status());
        assertEquals("100.00", desk.account(customer).unapplied().toPlainString());
    }

    @Test
    void manyVoidsOfOneDocumentAreOne() throws Exception {
        InvoiceView invoice = desk.invoice(customer, "2026-11-01", "100");
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            work.add(() -> kontor.asSystem(
                    () -> desk.actions.voidIt(DocumentKind.INVOICE, invoice.id(), Optional.empty(), "Wrong")));
        }

        assertEquals(1, atOnce(work).stream().filter("done"::equals).count());
    }

    /** Parents and children in both orders: locks are taken in one order, so nobody fails. */
    @Test
    void paymentsAcrossATreeDoNotBlockEachOtherForGood() throws Exception {
        long parent = desk.customer(Drafts.business("Parent").parent());
        long child = desk.customer(Drafts.business("Child").childOf(parent));
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            InvoiceView ofParent = desk.invoice(parent, "2026-11-01", "10");
            InvoiceView ofChild = desk.invoice(child, "2026-11-01", "10");
            AllocationLine[] lines = {LedgerDesk.to(ofParent.id(), "10"), LedgerDesk.to(ofChild.id(), "10")};
            long payer = i % 2 == 0 ? parent : child;
            work.add(() -> desk.pay(payer, "2026-11-10", "20", AllocationPolicy.MANUAL, lines));
        }

        assertEquals(Set.of("done"), Set.copyOf(atOnce(work)));
    }

    @Test
    void numbersDrawnAtOnceHaveNoGaps() throws Exception {
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String price = new BigDecimal(i + 1).toPlainString();
            long each = i % 4 == 0 ? customer : desk.customer("Customer " + i);
            boolean fails = i % 5 == 0;
            work.add(() -> kontor.asSystem(() -> {
                InvoiceView made = desk.invoice(each, "2026-11-01", price);
                if (fails) {
                    throw new IllegalStateException("crash");
                }
                return made;
            }));
        }
        atOnce(work);

        Set<String> expected = new TreeSet<>();
        for (int i = 1; i <= 32; i++) {
            expected.add("INV-%06d".formatted(i));
        }
        assertEquals(
                String.join(" ", expected), kontor.sql("select string_agg(number, ' ' order by number) from invoice"));
    }

    @Test
    void whoWaitsWhileAPeriodIsLockedPostsNothingInIt() throws Exception {
        Caller clerk = new Caller(7, "clerk", Set.of("write:receivable", "read:receivable"));
        LocalDate day = LocalDate.parse("2026-10-31");
        Future<AppException> late = kontor.asSystem(() -> {
            Sql.many(kontor.dataSource(), "select pg_advisory_xact_lock(70, 1)", Sql.of(), row -> 1);
            Future<AppException> posting = threads.submit(() -> assertThrows(
                    AppException.class,
                    () -> kontor.as(
                            clerk,
                            () -> desk.invoices.create(
                                    DocumentKind.INVOICE,
                                    LedgerDesk.draft(customer, InvoiceStatus.OPEN, day, day, "1")))));
            Instant latest = Instant.now().plusSeconds(20);
            while (kontor.sql(
                                    "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                                            + " and database = (select oid from pg_database where datname = current_database())")
                            .equals("0")
                    && Instant.now().isBefore(latest)) {
                Thread.onSpinWait();
            }
            Sql.execute(
                    kontor.dataSource(),
                    "insert into receivable_setting values (1, 1, now(), '', now(), '', '2026-10-31', 14, '', 'LINE', false,"
                            + " 'OLDEST_DUE_FIRST')",
                    Sql.of());
            return posting;
        });

        assertEquals(
                "PERIOD_LOCKED", late.get(20, TimeUnit.SECONDS).errors().get(0).code());
    }

    private List<String> atOnce(List<Callable<Object>> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(Math.min(work.size(), 8));
        boolean together = work.size() <= 8;
        List<Future<String>> running = new ArrayList<>();
        for (Callable<Object> each : work) {
            running.add(threads.submit(() -> {
                if (together) {
                    start.await();
                }
                try {
                    each.call();
                    return "done";
                } catch (AppException e) {
                    return e.code();
                } catch (IllegalStateException e) {
                    return String.valueOf(e.getMessage());
                }
            }));
        }
        List<String> answers = new ArrayList<>();
        for (Future<String> each : running) {
            answers.add(each.get());
        }
        return answers;
    }
}
