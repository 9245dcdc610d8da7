package org.kontor.paymentplan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.RowScope;
import org.kontor.customer.Customers;
import org.kontor.customer.Drafts;
import org.kontor.lifecycle.MergeDraft;
import org.kontor.lifecycle.MergeView;
import org.kontor.lifecycle.Merges;
import org.kontor.receivable.AllocationPolicy;
import org.kontor.receivable.CreditPolicy;
import org.kontor.receivable.InvoiceActions;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.LedgerDesk;
import org.kontor.receivable.PaymentView;
import org.kontor.receivable.Payments;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestKontor;

/** What can be agreed, and what becomes of it, on a real PostgreSQL. */
@OnPostgres
class PaymentPlansTest {

    private final TestKontor kontor = new TestKontor();
    private final LedgerDesk ledger = new LedgerDesk(kontor);
    private final PaymentPlans plans = kontor.get(PaymentPlans.class);
    private final InvoiceActions actions = kontor.get(InvoiceActions.class);
    private final long acme = customer("Acme");

    PaymentPlansTest() {
        kontor.sql("update company_entity set time_zone = 'Etc/UTC'");
    }

    @AfterEach
    void close() {
        kontor.close();
    }

    private long customer(String name) {
        return kontor.asSystem(() -> kontor.get(Customers.class)
                .register(Drafts.business(name).draft())
                .id());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(kontor.clock().instant(), ZoneOffset.UTC);
    }

    private InvoiceView invoice(long customer, String price) {
        return ledger.invoice(customer, today().minusDays(20).toString(), price);
    }

    private PaymentPlanDraft weekly(int number, InvoiceView... invoices) {
        return new PaymentPlanDraft(
                Arrays.stream(invoices).map(InvoiceView::id).toList(),
                Optional.of(today().plusDays(7)),
                Optional.of(PlanInterval.WEEKLY),
                Optional.of(number),
                Optional.empty(),
                Optional.empty(),
                "Called",
                Optional.empty());
    }

    private PaymentPlanView agree(long customer, PaymentPlanDraft draft) {
        return kontor.asSystem(() -> plans.agree(customer, draft));
    }

    private PaymentPlanView see(PaymentPlanView plan) {
        return kontor.asSystem(() -> plans.find(plan.id())).orElseThrow();
    }

    private AppException refused(Callable<?> work) {
        return assertThrows(AppException.class, () -> kontor.asSystem(work));
    }

    private String codes(Callable<?> work) {
        return refused(work).errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList()
                .toString();
    }

    private void pay(String amount) {
        ledger.pay(acme, today().toString(), amount, AllocationPolicy.OLDEST_DUE_FIRST);
    }

    private void later(int days) {
        kontor.clock().advance(Duration.ofDays(days));
    }

    private String standing(PaymentPlanView plan) {
        PaymentPlanView now = see(plan);
        return now.status() + " "
                + now.instalments().stream().map(each -> each.state().name()).toList() + " " + now.remaining() + " "
                + now.overdue() + " " + now.nextDue().map(LocalDate::toString).orElse("-");
    }

    /** S4-133: an agreement is what its preview said; where it stands follows from what is paid. */
    @Test
    void aPlanIsPaidInItsOrder() {
        InvoiceView one = invoice(acme, "60.00");
        InvoiceView two = invoice(acme, "40.00");
        PaymentPlanDraft draft = weekly(3, one, two);
        PaymentPlanPreview seen = kontor.asSystem(() -> plans.preview(acme, draft));
        PaymentPlanView plan = agree(acme, draft);

        assertEquals(seen.instalments(), plan.instalments());
        assertEquals(seen.invoices(), plan.invoices());
        assertEquals(
                "[33.33, 33.33, 33.34]",
                plan.instalments().stream().map(InstalmentView::amount).toList().toString());
        assertEquals("ACTIVE [OPEN, OPEN, OPEN] 100.00 0.00 " + today().plusDays(7), standing(plan));
        assertEquals(
                Map.of(one.id(), plan.id(), two.id(), plan.id()),
                kontor.asSystem(() -> plans.plansOf(List.of(one.id(), two.id(), 4711L))));
        pay("40.00");
        assertEquals("ACTIVE [PAID, PARTLY_PAID, OPEN] 60.00 0.00 " + today().plusDays(14), standing(plan));
        LocalDate second = today().plusDays(14);
        later(15);
        assertEquals("PAST_DUE [PAID, OVERDUE, OPEN] 60.00 26.66 " + second, standing(plan));
        pay("26.66");
        assertEquals("ACTIVE [PAID, PAID, OPEN] 33.34 0.00 " + second.plusDays(7), standing(plan));
        pay("33.34");
        assertEquals("CLOSED [PAID, PAID, PAID] 0.00 0.00 -", standing(plan));
        assertEquals(
                "CLOSED",
                refused(() -> plans.cancel(plan.id(), plan.version(), "Why not"))
                        .code());
        assertEquals(
                "payment-plan.created",
                kontor.sql("select string_agg(kind, ',') from timeline_entry where kind like 'payment-plan%'"));
    }

    /** What was paid before the agreement is no part of it; a settled plan opens again with money that did not arrive. */
    @Test
    void onlyWhatWasOpenIsAgreed() {
        InvoiceView invoice = invoice(acme, "100.00");
        pay("30.00");
        PaymentPlanView plan = agree(acme, weekly(2, invoice));
        assertEquals("70.00", plan.total().toPlainString());
        PaymentView payment = ledger.pay(acme, today().toString(), "70.00", AllocationPolicy.OLDEST_DUE_FIRST);
        assertEquals(PlanStatus.CLOSED, see(plan).status());
        InvoiceView other = invoice(acme, "20.00");
        agree(acme, weekly(1, other));

        kontor.asSystem(() -> kontor.get(Payments.class).voidIt(payment.id(), Optional.empty(), "Bounced"));
        assertEquals("ACTIVE [OPEN, OPEN] 70.00 0.00 " + today().plusDays(7), standing(plan));
        assertEquals("[invoiceIds IN_PAYMENT_PLAN]", codes(() -> plans.agree(acme, weekly(1, invoice))));
    }

    /** Whatever lets nothing be owed closes a plan: a credit, a void, a write-off. */
    @Test
    void aPlanIsClosedByWhateverSettlesItsInvoices() {
        InvoiceView credited = invoice(acme, "10.00");
        InvoiceView voided = invoice(acme, "20.00");
        InvoiceView given = invoice(acme, "30.00");
        PaymentPlanView plan = agree(acme, weekly(6, credited, voided, given));
        ledger.credit(acme, "10.00", Optional.of(CreditPolicy.CHOSEN), Optional.of(credited.id()));
        assertEquals("50.00", see(plan).remaining().toPlainString());
        kontor.asSystem(() -> actions.voidIt(voided.kind(), voided.id(), Optional.empty(), "Wrong"));
        assertEquals("30.00", see(plan).remaining().toPlainString());
        kontor.asSystem(() -> actions.writeOff(given.id(), Optional.empty(), Optional.empty(), "Lost"));
        assertEquals(PlanStatus.CLOSED, see(plan).status());
    }

    /** A plan that was cancelled blocks nothing: its invoices come into another one. */
    @Test
    void cancelledAndAgreedAnew() {
        InvoiceView invoice = invoice(acme, "100.00");
        PaymentPlanView plan = agree(acme, weekly(2, invoice));
        assertEquals("[invoiceIds IN_PAYMENT_PLAN]", codes(() -> plans.agree(acme, weekly(3, invoice))));
        assertEquals("[reason REQUIRED]", codes(() -> plans.cancel(plan.id(), plan.version(), " ")));
        assertEquals(
                "STALE_VERSION",
                refused(() -> plans.cancel(plan.id(), 7, "Moved away")).code());
        PaymentPlanView cancelled = kontor.asSystem(() -> plans.cancel(plan.id(), plan.version(), "Moved away"));
        assertEquals(PlanStatus.CANCELLED, cancelled.status());
        assertEquals("Moved away", cancelled.cancelReason());
        assertEquals(
                "CANCELLED",
                refused(() -> plans.cancel(plan.id(), cancelled.version(), "Again"))
                        .code());
        PaymentPlanView next = agree(acme, weekly(3, invoice));
        assertEquals(
                List.of(next.id(), plan.id()),
                kontor.asSystem(() -> plans.ofCustomer(acme, PageRequest.first())).items().stream()
                        .map(PaymentPlanView::id)
                        .toList());
        assertEquals(
                "payment-plan.created,payment-plan.cancelled,payment-plan.created",
                kontor.sql(
                        "select string_agg(kind, ',' order by id) from timeline_entry where kind like 'payment-plan%'"));
        assertThrows(
                RuntimeException.class,
                () -> kontor.asSystem(() -> kontor.sql("update payment_plan_instalment set amount = 1 returning 1")));
    }

    /** Every field that cannot be is named. */
    @Test
    void whatCannotBeAgreedIsRefused() {
        InvoiceView invoice = invoice(acme, "1.00");
        InvoiceView disputed = invoice(acme, "5.00");
        InvoiceView foreign = invoice(customer("Other"), "5.00");
        kontor.asSystem(() -> actions.dispute(disputed.id(), "Wrong goods"));
        assertEquals("[invoiceIds REQUIRED]", codes(() -> plans.preview(acme, weekly(1))));
        assertEquals(
                "[invoiceIds DISPUTED, invoiceIds NOT_OPEN]",
                codes(() -> plans.preview(acme, weekly(1, invoice, disputed, foreign))));
        assertEquals("[instalments TOO_MANY]", codes(() -> plans.preview(acme, weekly(101, invoice))));
        assertEquals("[instalments OUT_OF_RANGE]", codes(() -> plans.preview(acme, weekly(121, invoice))));
        assertEquals(
                "[firstDate IN_PAST, interval REQUIRED, downPayment TOO_LARGE]",
                codes(() -> plans.preview(
                        acme,
                        new PaymentPlanDraft(
                                List.of(invoice.id()),
                                Optional.of(today().minusDays(1)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(BigDecimal.ONE),
                                "",
                                Optional.empty()))));
        PaymentPlanDraft seen = weekly(1, invoice);
        assertEquals(
                "CHANGED_MEANWHILE",
                refused(() -> plans.agree(
                                acme,
                                new PaymentPlanDraft(
                                        seen.invoiceIds(),
                                        seen.firstDate(),
                                        seen.interval(),
                                        seen.instalments(),
                                        seen.instalmentAmount(),
                                        seen.downPayment(),
                                        "",
                                        Optional.of(new BigDecimal("2")))))
                        .code());
        assertEquals("0", kontor.sql("select count(*) from payment_plan"));
    }

    /** Two clerks who agree on the same invoice at the same time: one does, the other is told. */
    @Test
    void twoClerksAtOnceAgreeOnce() throws Exception {
        InvoiceView invoice = invoice(acme, "100.00");
        PaymentPlanDraft draft = weekly(2, invoice);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<String> clerk = () -> {
            start.await();
            try {
                agree(acme, draft);
                return "done";
            } catch (AppException e) {
                return e.errors().get(0).code();
            }
        };
        List<String> answers = new java.util.ArrayList<>();
        for (Future<String> each : threads.invokeAll(List.of(clerk, clerk))) {
            answers.add(each.get());
        }
        threads.shutdown();
        assertEquals(
                List.of("IN_PAYMENT_PLAN", "done"), answers.stream().sorted().toList());
        assertEquals("1", kontor.sql("select count(*) from payment_plan"));
    }

    /** Who sees own customers alone sees no plan of others, whatever the way. */
    @Test
    void plansOfOthersAreNotThere() {
        InvoiceView invoice = invoice(acme, "100.00");
        PaymentPlanView plan = agree(acme, weekly(2, invoice));
        Caller own = new Caller(99, "own", Set.of("read:payment-plan", "write:payment-plan"), RowScope.OWN);
        assertTrue(kontor.as(own, () -> plans.find(plan.id())).isEmpty());
        assertEquals(List.of(), kontor.as(own, () -> plans.findAll(List.of(plan.id()))));
        assertEquals(Map.of(), kontor.as(own, () -> plans.plansOf(List.of(invoice.id()))));
        for (Callable<?> work : List.<Callable<?>>of(
                () -> plans.ofCustomer(acme, PageRequest.first()),
                () -> plans.candidates(acme),
                () -> plans.any(acme),
                () -> plans.agree(acme, weekly(1, invoice)))) {
            assertEquals(
                    "CUSTOMER_NOT_FOUND",
                    assertThrows(AppException.class, () -> kontor.as(own, work)).code());
        }
        assertEquals(
                "PAYMENT_PLAN_NOT_FOUND",
                assertThrows(AppException.class, () -> kontor.as(own, () -> plans.cancel(plan.id(), 1, "x")))
                        .code());
    }

    /** S4-120: plans go over with a merge, as many as there were and as they were; its undo brings them back. */
    @Test
    void plansMoveWithAMerge() {
        long other = customer("Acme Inc");
        PaymentPlanView mine = agree(acme, weekly(2, invoice(acme, "100.00")));
        PaymentPlanView theirs = agree(other, weekly(3, invoice(other, "50.00")));
        Merges merges = kontor.get(Merges.class);
        MergeView merge = kontor.asSystem(() -> merges.merge(new MergeDraft(acme, List.of(other))));

        assertEquals(acme, see(theirs).customerId());
        assertEquals(theirs.instalments(), see(theirs).instalments());
        assertEquals(theirs.invoices(), see(theirs).invoices());
        assertEquals(
                2,
                kontor.asSystem(() -> plans.ofCustomer(acme, PageRequest.first()))
                        .items()
                        .size());
        // Of one that was agreed over invoices of both nobody knows whose it would be.
        InvoiceView fresh = invoice(acme, "7.00");
        kontor.asSystem(() -> plans.cancel(theirs.id(), theirs.version(), "Together"));
        PaymentPlanView torn = agree(
                acme,
                new PaymentPlanDraft(
                        List.of(fresh.id(), theirs.invoices().get(0).invoiceId()),
                        Optional.of(today()),
                        Optional.of(PlanInterval.MONTHLY),
                        Optional.of(2),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty()));
        kontor.asSystem(() -> merges.undo(merge.id(), true));
        assertEquals(other, see(theirs).customerId());
        assertEquals(mine.status(), see(mine).status());
        assertEquals(PlanStatus.CANCELLED, see(torn).status());
        agree(acme, weekly(1, fresh));
    }
}
