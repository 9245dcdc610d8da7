package org.kontor.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.subscription.SubscriptionDesk.draft;
import static org.kontor.subscription.SubscriptionDesk.line;
import static org.kontor.subscription.SubscriptionDesk.monthly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.receivable.DocumentKind;
import org.kontor.receivable.InvoiceLineView;
import org.kontor.receivable.InvoiceStatus;
import org.kontor.receivable.InvoiceView;
import org.kontor.receivable.Invoices;
import org.kontor.testing.OnPostgres;

/** Which invoices the job makes of subscriptions, on a real PostgreSQL. */
@OnPostgres
class SubscriptionJobTest {

    private final SubscriptionDesk desk = new SubscriptionDesk();
    private final Subscriptions subscriptions = desk.subscriptions;
    private final LocalDate today = desk.today();

    @AfterEach
    void close() {
        desk.kontor.close();
    }

    /** S4-132: an invoice is what its preview said; what is charged once comes once. */
    @Test
    void anInvoiceIsWhatItsPreviewSaid() {
        SubscriptionDraft draft = monthly(
                today.plusDays(10),
                line("Server", "49.90"),
                line("Set-up", "100", true, Optional.empty(), Optional.empty()));
        SubscriptionPreview first = desk.kontor.asSystem(() -> subscriptions.preview(desk.acme, draft));
        SubscriptionView made = desk.make(desk.acme, draft);
        assertEquals(
                first, desk.kontor.asSystem(() -> subscriptions.next(made.id())).orElseThrow());
        assertEquals("49.90", first.mrr().toPlainString());
        assertEquals(
                "[2026-12-01, 2027-01-01, 2027-02-01, 2027-03-01, 2027-04-01, 2027-05-01]",
                first.days().toString());
        desk.run();
        assertEquals("ACTIVE 2026-12-01 0", desk.standing(made));
        desk.later(10);
        desk.run();
        desk.run();
        assertEquals("ACTIVE 2027-01-01 1", desk.standing(made));
        InvoiceView invoice = desk.invoices(made).get(0);
        assertEquals(first.invoice().lines(), invoice.lines());
        assertEquals(first.invoice().total(), invoice.total());
        assertEquals(first.invoice().issueDate(), invoice.issueDate());
        assertEquals(first.invoice().dueDate(), invoice.dueDate());
        assertEquals(InvoiceStatus.OPEN, invoice.status());
        assertEquals("178.38", invoice.balance().toPlainString());
        assertEquals(
                List.of("Server (2026-12-01 – 2026-12-31)", "Set-up"),
                invoice.lines().stream().map(InvoiceLineView::description).toList());
        SubscriptionPreview second =
                desk.kontor.asSystem(() -> subscriptions.next(made.id())).orElseThrow();
        desk.later(31);
        desk.run();
        assertEquals(second.invoice().lines(), desk.invoices(made).get(1).lines());
        assertEquals("59.38", desk.invoices(made).get(1).total().toPlainString());
        assertEquals("created,invoiced,invoiced", desk.history());
    }

    /** S4-132: what was missed is made up, an invoice for each period, none dated back; then it ends after as many as were agreed. */
    @Test
    void whatWasMissedIsMadeUp() {
        SubscriptionView made = desk.make(
                desk.acme,
                draft(
                        SubscriptionInterval.MONTHLY,
                        LocalDate.parse("2026-08-31"),
                        0,
                        Optional.of(4),
                        line("Server", "10"),
                        line(
                                "Autumn",
                                "5",
                                false,
                                Optional.of(LocalDate.parse("2026-09-30")),
                                Optional.of(LocalDate.parse("2026-10-30")))));
        desk.run();
        assertEquals(
                List.of(
                        "Server (2026-08-31 – 2026-09-29)",
                        "Server (2026-09-30 – 2026-10-30)",
                        "Server (2026-10-31 – 2026-11-29)"),
                desk.invoices(made).stream()
                        .map(each -> each.lines().get(0).description())
                        .toList());
        assertEquals(
                List.of(1, 2, 1),
                desk.invoices(made).stream().map(each -> each.lines().size()).toList());
        assertTrue(
                desk.invoices(made).stream().allMatch(each -> each.issueDate().equals(today)));
        assertEquals("ACTIVE 2026-11-30 3", desk.standing(made));
        desk.later(9);
        desk.run();
        assertEquals("ENDED - 4", desk.standing(made));
        desk.later(60);
        desk.run();
        assertEquals("ENDED - 4", desk.standing(made));
        assertEquals("created,invoiced,invoiced,invoiced,invoiced,ended", desk.history());
    }

    /** A trial comes first; drafts stay drafts, and one that was thrown away is not made again; it ends when nothing is left to charge. */
    @Test
    void draftsAfterATrial() {
        SubscriptionDraft issued = draft(
                SubscriptionInterval.WEEKLY,
                today,
                5,
                Optional.empty(),
                line("Course", "10", false, Optional.empty(), Optional.of(today.plusDays(12))));
        SubscriptionView made = desk.make(
                desk.acme,
                new SubscriptionDraft(
                        issued.description(),
                        issued.currency(),
                        issued.interval(),
                        issued.every(),
                        issued.billingStart(),
                        issued.trialDays(),
                        issued.invoices(),
                        Optional.of(false),
                        Optional.empty(),
                        "",
                        "",
                        "",
                        "",
                        issued.lines()));
        desk.later(4);
        desk.run();
        assertEquals("TRIAL 2026-11-26 0", desk.standing(made));
        desk.later(1);
        desk.run();
        InvoiceView draft = desk.invoices(made).get(0);
        assertEquals(InvoiceStatus.DRAFT, draft.status());
        assertEquals("ACTIVE 2026-12-03 1", desk.standing(made));
        desk.kontor.asSystem(() -> {
            desk.kontor.get(Invoices.class).discard(DocumentKind.INVOICE, draft.id());
            return true;
        });
        desk.run();
        assertEquals(0, desk.invoices(made).size());
        desk.later(7);
        desk.run();
        assertEquals("ENDED - 2", desk.standing(made));
        assertEquals(1, desk.invoices(made).size());
    }

    /** S4-132: two who make what is due at the same time make it once. */
    @Test
    void twoAtOnceMakeItOnce() throws Exception {
        List<SubscriptionView> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(desk.make(desk.acme, monthly(today.minusMonths(2), line("Server " + i, "10"))));
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        CyclicBarrier start = new CyclicBarrier(2);
        Callable<Boolean> node = () -> {
            start.await(30, TimeUnit.SECONDS);
            desk.run();
            return true;
        };
        for (Future<Boolean> each : threads.invokeAll(List.of(node, node), 60, TimeUnit.SECONDS)) {
            assertTrue(each.get());
        }
        threads.shutdown();
        all.forEach(each -> assertEquals("ACTIVE 2026-12-21 3", desk.standing(each)));
        assertEquals("15", desk.kontor.sql("select count(*) from invoice"));
        assertEquals("0", desk.kontor.sql("select count(*) from subscription where problem <> ''"));
    }

    /** One that fails says why, is tried again, and keeps no other from its turn. */
    @Test
    void oneThatFailsStopsNoOther() {
        SubscriptionView broken = desk.make(desk.acme, monthly(today, line("Server", "10")));
        SubscriptionView taken = desk.make(desk.acme, monthly(today, line("Server", "10")));
        SubscriptionView sound = desk.make(desk.acme, monthly(today, line("Server", "10")));
        desk.kontor.sql("update subscription_line set tax_code = 'GONE' where subscription_id = " + broken.id());
        // As if somebody had made it who was not seen: the key refuses, and no invoice stays.
        desk.kontor.sql("insert into subscription_invoice values (" + taken.id()
                + ", 0, '2026-11-21', '2026-12-20', null, now())");
        desk.run();
        assertEquals("ACTIVE 2026-11-21 0", desk.standing(broken));
        assertEquals("ACTIVE 2026-12-21 1", desk.standing(sound));
        assertEquals(
                "Choose a tax rate of the list, or give taxRate alone.",
                desk.see(broken).problem());
        assertEquals(
                "Look into the log of the server: the invoice could not be made.",
                desk.see(taken).problem());
        assertEquals("1", desk.kontor.sql("select count(*) from invoice"));
        desk.kontor.sql("update subscription_line set tax_code = ''");
        desk.run();
        assertEquals("ACTIVE 2026-11-21 0", desk.standing(broken));
        desk.later(1);
        desk.run();
        assertEquals("ACTIVE 2026-12-21 1", desk.standing(broken));
        assertEquals("", desk.see(broken).problem());
        assertEquals(
                "failed,invoiced",
                desk.kontor.sql("select string_agg(substr(kind, 14), ',' order by id) from timeline_entry"
                        + " where kind like 'subscription.%' and kind <> 'subscription.created'"
                        + " and details ->> 'documentId' = '" + broken.id() + "'"));
    }

    /** A customer in the archive is left alone; afterwards somebody decides. */
    @Test
    void nothingIsInvoicedInTheArchive() {
        SubscriptionView made = desk.make(desk.acme, monthly(today, line("Server", "10")));
        desk.kontor.sql("update customer set archived = true where id = " + desk.acme);
        desk.run();
        assertEquals("PAUSED - 0", desk.standing(made));
        desk.kontor.sql("update customer set archived = false where id = " + desk.acme);
        desk.later(40);
        desk.run();
        assertEquals("PAUSED - 0", desk.standing(made));
        desk.kontor.asSystem(
                () -> subscriptions.resume(made.id(), desk.see(made).version()));
        assertEquals("ACTIVE 2027-01-21 0", desk.standing(made));
        assertEquals("created,paused,resumed", desk.history());
    }

    /** Nothing is posted in a locked period unasked: what was missed is dated today. */
    @Test
    void aLockedPeriodStaysAsItIs() {
        SubscriptionView made = desk.make(desk.acme, monthly(today.minusMonths(1), line("Server", "10")));
        desk.kontor.sql(
                "insert into receivable_setting select entity_id, 1, now(), 'x', now(), 'x', date '2026-11-20', 30, '', 'LINE', false,"
                        + " 'OLDEST_DUE_FIRST' from customer where id = " + desk.acme);
        desk.run();
        assertEquals("ACTIVE 2026-12-21 2", desk.standing(made));
        desk.kontor.sql("update receivable_setting set locked_through = date '2026-12-31'");
        desk.later(30);
        desk.run();
        assertEquals("ACTIVE 2026-12-21 2", desk.standing(made));
        assertTrue(desk.see(made).problem().startsWith("Choose a day after 2026-12-31"));
    }
}
