package org.kontor.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.subscription.SubscriptionDesk.draft;
import static org.kontor.subscription.SubscriptionDesk.line;
import static org.kontor.subscription.SubscriptionDesk.monthly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.access.Caller;
import org.kontor.access.RowScope;
import org.kontor.lifecycle.MergeDraft;
import org.kontor.lifecycle.MergeView;
import org.kontor.lifecycle.Merges;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.kontor.testing.OnPostgres;

/** What people do with subscriptions, on a real PostgreSQL. */
@OnPostgres
class SubscriptionsTest {

    private final SubscriptionDesk desk = new SubscriptionDesk();
    private final Subscriptions subscriptions = desk.subscriptions;
    private final LocalDate today = desk.today();

    @AfterEach
    void close() {
        desk.kontor.close();
    }

    /** S4-132: what is left out is filled in, and what recurs of a customer counts what is charged again. */
    @Test
    void whatRecursOfACustomer() {
        SubscriptionView month = desk.make(
                desk.acme,
                monthly(
                        today,
                        line("Server", "49.90"),
                        line("Set-up", "500", true, Optional.empty(), Optional.empty()),
                        line("Later", "20", false, Optional.of(today.plusDays(1)), Optional.empty()),
                        line("Over", "30", false, Optional.empty(), Optional.of(today))));
        desk.make(desk.acme, draft(SubscriptionInterval.YEARLY, today, 0, Optional.empty(), line("Domain", "100")));
        SubscriptionView trial = desk.make(
                desk.acme, draft(SubscriptionInterval.MONTHLY, today, 30, Optional.empty(), line("Trying", "1000")));
        assertEquals("79.90", month.mrr().toPlainString());
        assertEquals(SubscriptionState.TRIAL, trial.state());
        assertEquals("0.00", trial.mrr().toPlainString());
        assertEquals(
                List.of(new RecurringRevenue("EUR", 2, new BigDecimal("88.23"))),
                desk.kontor.asSystem(() -> subscriptions.revenue(desk.acme)));

        SubscriptionView paused = desk.kontor.asSystem(() -> subscriptions.pause(month.id(), month.version()));
        assertEquals("0.00", paused.mrr().toPlainString());
        assertEquals(
                List.of(new RecurringRevenue("EUR", 1, new BigDecimal("8.33"))),
                desk.kontor.asSystem(() -> subscriptions.revenue(desk.acme)));
        desk.later(1);
        SubscriptionView again = desk.kontor.asSystem(() -> subscriptions.resume(month.id(), paused.version()));
        assertEquals("69.90", again.mrr().toPlainString());
    }

    /** Every field that cannot be is named, those of lines as an invoice names them. */
    @Test
    void whatCannotBeIsRefused() {
        SubscriptionDraft wrong = new SubscriptionDraft(
                " ",
                "XXX",
                Optional.empty(),
                Optional.of(0),
                Optional.of(today.minusYears(2)),
                Optional.of(-1),
                Optional.of(0),
                Optional.empty(),
                Optional.of(400),
                "",
                "nowhere",
                "",
                "",
                List.of(line("", "5", false, Optional.of(today), Optional.of(today.minusDays(1)))));
        assertEquals(
                "[description REQUIRED, interval REQUIRED, every OUT_OF_RANGE, trialDays OUT_OF_RANGE, invoices OUT_OF_RANGE,"
                        + " dueDays OUT_OF_RANGE, billingStart TOO_EARLY, lines[0].endsOn BEFORE_START, currency CURRENCY_UNKNOWN,"
                        + " template TEMPLATE_UNKNOWN, lines[0].description REQUIRED]",
                desk.codes(() -> subscriptions.make(desk.acme, wrong)));
        assertEquals("[lines REQUIRED]", desk.codes(() -> subscriptions.preview(desk.acme, monthly(today))));
        assertEquals(
                "[lines NOTHING_CHARGED]",
                desk.codes(() -> subscriptions.make(
                        desk.acme,
                        monthly(today, line("Over", "5", false, Optional.empty(), Optional.of(today.minusDays(1)))))));
        assertEquals(
                "CUSTOMER_NOT_FOUND",
                desk.refused(() -> subscriptions.make(4711, monthly(today, line("Server", "5"))))
                        .code());
        assertEquals("0", desk.kontor.sql("select count(*) from subscription"));
    }

    /** What was invoiced stays as it was agreed; whoever has not seen what changed does not overwrite it. */
    @Test
    void aChangeCountsFromTheNextInvoice() {
        SubscriptionView made = desk.make(desk.acme, monthly(today, line("Server", "10")));
        SubscriptionView moved = desk.kontor.asSystem(() ->
                subscriptions.change(made.id(), made.version(), monthly(today.plusDays(2), line("Server", "12"))));
        assertEquals(Optional.of(today.plusDays(2)), moved.nextOn());
        desk.later(2);
        desk.run();
        SubscriptionView invoiced = desk.see(made);
        assertEquals(
                "STALE_VERSION",
                desk.refused(() -> subscriptions.change(made.id(), moved.version(), moved.toDraft()))
                        .code());
        assertEquals(
                "[interval READ_ONLY, billingStart READ_ONLY]",
                desk.codes(() -> subscriptions.change(
                        made.id(),
                        invoiced.version(),
                        draft(SubscriptionInterval.YEARLY, today, 0, Optional.empty(), line("Server", "10")))));
        assertEquals(
                "[invoices TOO_FEW]",
                desk.codes(() -> subscriptions.change(
                        made.id(),
                        invoiced.version(),
                        draft(
                                SubscriptionInterval.MONTHLY,
                                today.plusDays(2),
                                0,
                                Optional.of(1),
                                line("Server", "10")))));
        assertEquals(
                "INVOICED",
                desk.refused(() -> {
                            subscriptions.remove(made.id(), invoiced.version());
                            return true;
                        })
                        .code());
        desk.kontor.asSystem(() -> subscriptions.change(
                made.id(), invoiced.version(), monthly(today.plusDays(2), line("Server", "15"), line("Backup", "5"))));
        desk.later(31);
        desk.run();
        assertEquals(
                List.of("14.28", "23.80"),
                desk.invoices(made).stream()
                        .map(each -> each.total().toPlainString())
                        .toList());
        assertEquals("created,updated,invoiced,updated,invoiced", desk.history());
    }

    /** Paused, resumed, about to be cancelled, not after all, cancelled: each is told, and refused where it cannot be. */
    @Test
    void pausedResumedAndCancelled() {
        SubscriptionView made = desk.make(desk.acme, monthly(today, line("Server", "10")));
        desk.run();
        SubscriptionView paused = desk.kontor.asSystem(
                () -> subscriptions.pause(made.id(), desk.see(made).version()));
        assertEquals(
                "PAUSED",
                desk.refused(() -> subscriptions.pause(made.id(), paused.version()))
                        .code());
        desk.later(70);
        desk.run();
        assertEquals("PAUSED - 1", desk.standing(made));
        SubscriptionView resumed = desk.kontor.asSystem(() -> subscriptions.resume(made.id(), paused.version()));
        assertEquals("ACTIVE 2027-02-21 1", desk.standing(made));
        assertEquals(
                "RUNNING",
                desk.refused(() -> subscriptions.resume(made.id(), resumed.version()))
                        .code());
        assertEquals(
                "[reason REQUIRED]",
                desk.codes(() -> subscriptions.cancel(made.id(), resumed.version(), Optional.empty(), " ")));
        SubscriptionView leaving = desk.kontor.asSystem(() -> subscriptions.cancel(
                made.id(), resumed.version(), Optional.of(CancellationTime.END_OF_PERIOD), "Moved"));
        assertEquals(Optional.of(LocalDate.parse("2027-02-21")), leaving.cancelOn());
        assertEquals(
                "TO_BE_CANCELLED",
                desk.refused(() -> subscriptions.pause(made.id(), leaving.version()))
                        .code());
        SubscriptionView staying = desk.kontor.asSystem(() -> subscriptions.resume(made.id(), leaving.version()));
        assertTrue(staying.cancelOn().isEmpty());
        desk.kontor.asSystem(() -> subscriptions.cancel(
                made.id(), staying.version(), Optional.of(CancellationTime.END_OF_PERIOD), "Moved"));
        desk.run();
        assertEquals("ACTIVE - 1", desk.standing(made));
        desk.later(22);
        desk.run();
        assertEquals("CANCELLED - 1", desk.standing(made));
        assertEquals("Moved", desk.see(made).cancelReason());
        assertEquals(
                "OVER",
                desk.refused(() ->
                                subscriptions.resume(made.id(), desk.see(made).version()))
                        .code());
        assertEquals(
                "created,invoiced,paused,resumed,cancellation-scheduled,resumed,cancellation-scheduled,cancelled",
                desk.history());

        SubscriptionView other = desk.make(desk.acme, monthly(desk.today(), line("Server", "10")));
        desk.kontor.asSystem(
                () -> subscriptions.cancel(other.id(), other.version(), Optional.of(CancellationTime.NOW), "No"));
        desk.run();
        assertEquals("CANCELLED - 0", desk.standing(other));
        desk.kontor.asSystem(() -> {
            subscriptions.remove(other.id(), desk.see(other).version());
            return true;
        });
        assertEquals("1", desk.kontor.sql("select count(*) from subscription"));
    }

    /** Who sees own customers alone sees no subscription of others, whatever the way. */
    @Test
    void subscriptionsOfOthersAreNotThere() {
        SubscriptionView made = desk.make(desk.acme, monthly(today, line("Server", "10")));
        Caller own = new Caller(
                99, "own", Set.of("read:subscription", "write:subscription", "write:receivable"), RowScope.OWN);
        assertTrue(desk.kontor.as(own, () -> subscriptions.find(made.id())).isEmpty());
        assertEquals(List.of(), desk.kontor.as(own, () -> subscriptions.findAll(List.of(made.id()))));
        for (Callable<?> work : List.<Callable<?>>of(
                () -> subscriptions.ofCustomer(desk.acme, PageRequest.first()),
                () -> subscriptions.revenue(desk.acme),
                () -> subscriptions.make(desk.acme, made.toDraft()),
                () -> subscriptions.preview(desk.acme, made.toDraft()))) {
            assertEquals(
                    "CUSTOMER_NOT_FOUND",
                    assertThrows(AppException.class, () -> desk.kontor.as(own, work))
                            .code());
        }
        for (Callable<?> work : List.<Callable<?>>of(
                () -> subscriptions.next(made.id()),
                () -> subscriptions.previewOf(made.id(), made.toDraft()),
                () -> subscriptions.invoices(made.id(), PageRequest.first()),
                () -> subscriptions.change(made.id(), 1, made.toDraft()),
                () -> subscriptions.pause(made.id(), 1),
                () -> subscriptions.resume(made.id(), 1),
                () -> subscriptions.cancel(made.id(), 1, Optional.empty(), "x"))) {
            assertEquals(
                    "SUBSCRIPTION_NOT_FOUND",
                    assertThrows(AppException.class, () -> desk.kontor.as(own, work))
                            .code());
        }
    }

    /** S4-119: subscriptions go over with a merge, as many as there were and as they were, and go on; its undo brings them back. */
    @Test
    void subscriptionsMoveWithAMerge() {
        long other = desk.customer("Acme Inc");
        SubscriptionView mine = desk.make(desk.acme, monthly(today, line("Server", "10")));
        SubscriptionView theirs = desk.make(other, monthly(today, line("Backup", "20")));
        desk.run();
        SubscriptionView before = desk.see(theirs);
        Merges merges = desk.kontor.get(Merges.class);
        MergeView merge = desk.kontor.asSystem(() -> merges.merge(new MergeDraft(desk.acme, List.of(other))));

        assertEquals("2", desk.kontor.sql("select count(*) from subscription where customer_id = " + desk.acme));
        assertEquals("2", desk.kontor.sql("select count(*) from subscription_line"));
        assertEquals(before.toDraft(), desk.see(theirs).toDraft());
        assertEquals(before.nextOn(), desk.see(theirs).nextOn());
        assertEquals(
                List.of(new RecurringRevenue("EUR", 2, new BigDecimal("30.00"))),
                desk.kontor.asSystem(() -> subscriptions.revenue(desk.acme)));
        desk.later(30);
        desk.run();
        assertEquals(
                List.of(desk.acme, desk.acme),
                desk.invoices(theirs).stream().map(each -> each.customerId()).toList());

        desk.kontor.asSystem(() -> merges.undo(merge.id(), true));
        assertEquals(other, desk.see(theirs).customerId());
        assertEquals(desk.acme, desk.see(mine).customerId());
        desk.later(31);
        desk.run();
        assertEquals("ACTIVE 2027-02-21 3", desk.standing(theirs));
        assertEquals(other, desk.invoices(theirs).get(2).customerId());
    }
}
