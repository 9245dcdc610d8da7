package org.kontor.cadence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.kontor.cadence.CadenceCondition.AFTER_ASSIGNED;
import static org.kontor.cadence.CadenceCondition.AFTER_DUE;
import static org.kontor.cadence.CadenceCondition.AFTER_LAST_CONTACT;
import static org.kontor.cadence.CadenceCondition.BALANCE_EXCEEDS;
import static org.kontor.cadence.CadenceCondition.BEFORE_DUE;
import static org.kontor.cadence.CadenceCondition.INVOICE_CREATED;
import static org.kontor.cadence.CadenceCondition.OLDEST_PAST_DUE;
import static org.kontor.cadence.CadenceCondition.ON_DUE;
import static org.kontor.cadence.CadenceCondition.PAYMENT_RECEIVED;
import static org.kontor.cadence.CadenceDesk.mail;
import static org.kontor.cadence.CadenceDesk.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.customer.CustomerMarks;
import org.kontor.lifecycle.MergeDraft;
import org.kontor.lifecycle.Merges;
import org.kontor.paymentplan.PaymentPlanDraft;
import org.kontor.paymentplan.PaymentPlanView;
import org.kontor.paymentplan.PaymentPlans;
import org.kontor.paymentplan.PlanInterval;
import org.kontor.receivable.AllocationPolicy;
import org.kontor.receivable.InvoiceActions;
import org.kontor.receivable.InvoiceView;
import org.kontor.testing.OnPostgres;

/** Which steps follow from a cadence, and which of them go again. */
@OnPostgres
class CadencePlanTest {

    private final CadenceDesk desk = new CadenceDesk();
    private final long acme = desk.customer("Acme");

    @AfterEach
    void close() {
        desk.kontor.close();
    }

    /** S4-130: putting a cadence on plans its steps for the invoices that there are; those that come later follow. */
    @Test
    void everyStepIsPlannedAtOnceAndForWhatComesLater() {
        InvoiceView first = desk.invoice(acme, "50.00");
        CadenceView cadence = desk.cadence(
                "Reminders",
                mail(INVOICE_CREATED, 0),
                mail(BEFORE_DUE, 3),
                mail(ON_DUE, 0),
                mail(AFTER_DUE, 5),
                mail(AFTER_DUE, 15),
                mail(AFTER_ASSIGNED, 2));
        desk.assign(acme, cadence);

        assertEquals(
                List.of(
                        "INVOICE_CREATED 0 SCHEDULED",
                        "AFTER_ASSIGNED 2 SCHEDULED",
                        "BEFORE_DUE 27 SCHEDULED",
                        "ON_DUE 30 SCHEDULED",
                        "AFTER_DUE 35 SCHEDULED",
                        "AFTER_DUE 45 SCHEDULED"),
                desk.list(acme));
        desk.invoice(acme, "60.00");
        assertEquals(6, desk.list(acme).size());
        desk.kontor.clock().advance(Duration.ofHours(12));
        desk.run();
        assertEquals(11, desk.list(acme).size());
        desk.run();
        assertEquals(11, desk.list(acme).size(), "each step once");
        assertEquals(first.number(), desk.first(acme).documentNumber());
    }

    /** What was due before cadence and invoice came together does not happen, nor what is in a file of old invoices. */
    @Test
    void whatHasPassedIsNotMadeUp() {
        desk.ledger.invoice(acme, desk.today().minusDays(50).toString(), "50.00");
        CadenceView cadence = desk.cadence(
                "Reminders", mail(INVOICE_CREATED, 0), mail(AFTER_DUE, 5), mail(AFTER_DUE, 15), mail(AFTER_DUE, 45));
        desk.assign(acme, cadence);
        assertEquals(List.of("AFTER_DUE 25 SCHEDULED"), desk.list(acme), "20 days past due");
        long old = desk.customer("Old");
        desk.assign(old, cadence);
        desk.ledger.invoice(old, desk.today().minusDays(10).toString(), "50.00");
        desk.run();
        assertFalse(desk.list(old).contains("INVOICE_CREATED 0 SCHEDULED"));
        desk.ledger.invoice(old, desk.today().minusDays(2).toString(), "50.00");
        desk.run();
        assertEquals(
                "1",
                desk.kontor.sql("select count(*) from to_do where subject is null and kind = 'EMAIL' and state = 'DONE'"
                        .replace("subject is null and ", "")));
    }

    /** S4-133: nobody is reminded of an invoice in a payment plan that is kept to; once an instalment is overdue, of what is still to come. */
    @Test
    void anInvoiceInAPaymentPlanLeavesUntilAnInstalmentIsOverdue() {
        desk.assign(acme, desk.cadence("Reminders", mail(BEFORE_DUE, 3), mail(AFTER_DUE, 5)));
        InvoiceView invoice = desk.invoice(acme, "50.00");
        desk.run();
        assertEquals(2, desk.list(acme).size());
        PaymentPlans plans = desk.kontor.get(PaymentPlans.class);
        java.time.LocalDate first = desk.today().plusDays(10);
        PaymentPlanView plan = desk.does(() -> plans.agree(
                acme,
                new PaymentPlanDraft(
                        List.of(invoice.id()),
                        Optional.of(first),
                        Optional.of(PlanInterval.MONTHLY),
                        Optional.of(2),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty())));
        desk.run();
        assertEquals(List.of(), desk.list(acme));
        desk.on(first);
        assertEquals(List.of(), desk.list(acme), "the day itself");
        desk.on(first.plusDays(1));
        assertEquals(List.of("BEFORE_DUE 16 SCHEDULED", "AFTER_DUE 24 SCHEDULED"), desk.list(acme));
        desk.ledger.pay(acme, desk.today().toString(), "25.00", AllocationPolicy.OLDEST_DUE_FIRST);
        desk.run();
        assertEquals(List.of(), desk.list(acme), "kept to again");
        desk.does(() -> plans.cancel(plan.id(), plan.version(), "Moved away"));
        desk.run();
        assertEquals(2, desk.list(acme).size(), "as without a plan");
    }

    /** An invoice that is paid, voided or in dispute leaves; what was resolved comes back with what is still to come. */
    @Test
    void aSettledInvoiceLeaves() {
        CadenceView cadence = desk.cadence("Reminders", mail(BEFORE_DUE, 3), mail(AFTER_DUE, 5));
        desk.assign(acme, cadence);
        InvoiceView paid = desk.invoice(acme, "50.00");
        desk.run();
        assertEquals(2, desk.list(acme).size());
        desk.ledger.pay(acme, desk.today().toString(), "20.00", AllocationPolicy.OLDEST_DUE_FIRST);
        desk.run();
        assertEquals(2, desk.list(acme).size(), "a part is paid");
        desk.ledger.pay(acme, desk.today().toString(), "30.00", AllocationPolicy.OLDEST_DUE_FIRST);
        desk.run();
        assertEquals(List.of(), desk.list(acme));
        assertEquals(
                List.of("AFTER_DUE 35 CANCELLED NO_LONGER_DUE", "BEFORE_DUE 27 CANCELLED NO_LONGER_DUE"),
                desk.list(acme, ToDoState.CANCELLED));
        assertEquals("to-do.cancelled,to-do.cancelled", desk.history("to-do.%"));

        InvoiceActions actions = desk.kontor.get(InvoiceActions.class);
        InvoiceView disputed = desk.invoice(acme, "70.00");
        desk.run();
        assertEquals(2, desk.list(acme).size());
        desk.does(() -> actions.dispute(disputed.id(), "Wrong goods"));
        desk.run();
        assertEquals(List.of(), desk.list(acme));
        desk.on(desk.today().plusDays(28));
        desk.does(() -> actions.resolve(disputed.id()));
        desk.run();
        assertEquals(List.of("AFTER_DUE 7 SCHEDULED"), desk.list(acme), "what passed meanwhile does not happen");
        assertTrue(paid.id() < disputed.id());
    }

    /** The amount, the oldest invoice, the last e-mail, a payment: each fires once for what it is about. */
    @Test
    void otherConditions() {
        CadenceView cadence = desk.cadence(
                "Watch",
                step(BALANCE_EXCEEDS, 0, StepKind.CALL, false),
                step(OLDEST_PAST_DUE, 10, StepKind.REMINDER, false),
                step(AFTER_LAST_CONTACT, 7, StepKind.CALL, false),
                step(PAYMENT_RECEIVED, 0, StepKind.EMAIL, true));
        desk.assign(acme, cadence);
        desk.ledger.invoice(acme, desk.today().minusDays(35).toString(), "60.00");
        desk.ledger.invoice(acme, desk.today().minusDays(34).toString(), "40.00");
        desk.run();
        assertEquals(List.of("OLDEST_PAST_DUE 5 SCHEDULED"), desk.list(acme), "exactly 100 does not exceed it");
        desk.invoice(acme, "1.00");
        desk.on(desk.today());
        assertEquals(List.of("BALANCE_EXCEEDS 0 PENDING TASK", "OLDEST_PAST_DUE 5 SCHEDULED"), desk.list(acme));
        desk.ledger.pay(acme, desk.today().toString(), "60.00", AllocationPolicy.OLDEST_DUE_FIRST);
        desk.on(desk.today());
        assertEquals(List.of("OLDEST_PAST_DUE 6 SCHEDULED"), desk.list(acme), "of the next oldest one");
        assertEquals("1", desk.messages(), "thanks for the payment");
        desk.kontor.sql("update message set state = 'SENT', happened_at = '"
                + desk.kontor.clock().instant() + "'");
        desk.run();
        assertEquals(List.of("OLDEST_PAST_DUE 6 SCHEDULED", "AFTER_LAST_CONTACT 7 SCHEDULED"), desk.list(acme));
    }

    /** S4-20, S4-21, S4-22: what was planned and not sent is cancelled; another cadence plans its own. */
    @Test
    void changingAndRemovingCancelsWhatWasNotSent() {
        desk.invoice(acme, "50.00");
        CadenceView one = desk.cadence("One", mail(INVOICE_CREATED, 0), mail(AFTER_DUE, 5));
        CadenceView other = desk.cadence("Other", mail(AFTER_DUE, 9));
        assertTrue(desk.assign(acme, one).manual());
        desk.run();
        desk.assign(acme, other);
        assertEquals(List.of("AFTER_DUE 39 SCHEDULED"), desk.list(acme));
        assertEquals(
                List.of("AFTER_DUE 35 CANCELLED CADENCE_REMOVED", "INVOICE_CREATED 0 DONE"),
                desk.list(acme, ToDoState.CANCELLED, ToDoState.DONE));
        desk.does(() -> {
            desk.assignments.remove(acme);
            return true;
        });
        assertEquals(List.of(), desk.list(acme));
        assertEquals(
                Optional.empty(), desk.does(() -> desk.assignments.of(acme)).cadenceId());
        assertEquals("cadence.assigned,cadence.changed,cadence.removed", desk.history("cadence.%"));
        desk.assign(acme, one);
        desk.run();
        assertEquals(List.of("AFTER_DUE 35 SCHEDULED"), desk.list(acme), "what was sent is not sent again");
        assertEquals("1", desk.messages());
    }

    /** S4-59: every new customer gets the default; it is told apart from a choice, and a choice is kept. */
    @Test
    void theDefaultIsPutOnNewCustomersAlone() {
        CadenceView one = desk.byDefault(desk.cadence("One", mail(AFTER_ASSIGNED, 1)));
        long bolt = desk.customer("Bolt");
        CustomerCadenceView seen = desk.does(() -> desk.assignments.of(bolt));
        assertEquals("One", seen.name());
        assertFalse(seen.manual());
        assertEquals(
                Optional.empty(), desk.does(() -> desk.assignments.of(acme)).cadenceId());
        desk.run();
        assertEquals(List.of("AFTER_ASSIGNED 1 SCHEDULED"), desk.list(bolt));
        assertTrue(desk.assign(bolt, one).manual());
        assertEquals(1, desk.list(bolt).size(), "nothing of it is planned anew");
        CadenceView other = desk.byDefault(desk.cadence("Other"));
        assertTrue(other.byDefault());
        assertFalse(desk.does(() -> desk.cadences.find(one.id())).orElseThrow().byDefault());
        assertEquals("One", desk.does(() -> desk.assignments.of(bolt)).name());
        assertEquals("cadence.assigned", desk.history("cadence.%"));
    }

    /** A cadence that is changed changes what was planned; one that is not active plans nothing. */
    @Test
    void plansFollowTheirCadence() {
        desk.invoice(acme, "50.00");
        CadenceView cadence = desk.cadence("One", mail(BEFORE_DUE, 3), mail(AFTER_DUE, 5));
        desk.assign(acme, cadence);
        CadenceStepDraft kept = cadence.steps().get(1).toDraft();
        CadenceStepDraft later = new CadenceStepDraft(
                kept.id(),
                kept.condition(),
                Optional.of(8),
                kept.amount(),
                kept.kind(),
                "New",
                "Text",
                true,
                false,
                List.of());
        CadenceView changed = desk.does(() -> desk.cadences.revise(
                cadence.id(),
                cadence.version(),
                new CadenceDraft("One", "", true, false, List.of(later, mail(AFTER_DUE, 20)))));
        desk.run();
        assertEquals(List.of("AFTER_DUE 38 SCHEDULED", "AFTER_DUE 50 SCHEDULED"), desk.list(acme));
        assertEquals("New", desk.first(acme).subject());
        assertEquals(List.of("- 27 CANCELLED NO_LONGER_DUE"), desk.list(acme, ToDoState.CANCELLED));
        desk.does(() -> desk.cadences.revise(
                changed.id(),
                changed.version(),
                new CadenceDraft("One", "", false, false, changed.toDraft().steps())));
        desk.run();
        assertEquals(List.of(), desk.list(acme));
    }

    /** S4-39: while somebody is archived nothing runs; afterwards nothing is made up unseen. */
    @Test
    void theArchiveStandsStill() {
        desk.assign(acme, desk.cadence("One", mail(AFTER_ASSIGNED, 1), mail(INVOICE_CREATED, 0)));
        CustomerMarks marks = desk.kontor.get(CustomerMarks.class);
        desk.does(() -> marks.archive(acme, true));
        desk.invoice(acme, "50.00");
        desk.on(desk.today().plusDays(7));
        assertEquals(List.of("AFTER_ASSIGNED -6 SCHEDULED"), desk.list(acme));
        assertEquals("0", desk.messages());
        desk.does(() -> marks.archive(acme, false));
        desk.on(desk.today());
        assertEquals(List.of("AFTER_ASSIGNED -6 PENDING LATE"), desk.list(acme));
        assertEquals("0", desk.messages());
    }

    /** The target keeps its cadence, else it takes over that of the source; taken back, each has its own again. */
    @Test
    void aMergeKeepsOneCadence() {
        long bolt = desk.customer("Bolt");
        long crane = desk.customer("Crane");
        CadenceView one = desk.cadence("One", mail(AFTER_DUE, 5));
        CadenceView other = desk.cadence("Other", mail(AFTER_DUE, 9));
        desk.assign(acme, one);
        desk.assign(bolt, other);
        desk.invoice(bolt, "50.00");
        desk.run();
        Merges merges = desk.kontor.get(Merges.class);
        long kept = desk.does(() -> merges.merge(new MergeDraft(acme, List.of(bolt))))
                .id();
        desk.run();
        assertEquals("One", desk.does(() -> desk.assignments.of(acme)).name());
        assertEquals(List.of("AFTER_DUE 35 SCHEDULED"), desk.list(acme));
        desk.does(() -> merges.undo(kept, true));
        desk.run();
        assertEquals("Other", desk.does(() -> desk.assignments.of(bolt)).name());
        assertEquals(List.of(), desk.list(acme));
        assertEquals(List.of("AFTER_DUE 39 SCHEDULED"), desk.list(bolt));

        desk.does(() -> merges.merge(new MergeDraft(crane, List.of(bolt))));
        desk.run();
        assertEquals("Other", desk.does(() -> desk.assignments.of(crane)).name());
        assertEquals(List.of("AFTER_DUE 39 SCHEDULED"), desk.list(crane));
    }

    /** A cadence that somebody has stays. */
    @Test
    void aCadenceInUseIsNotRemoved() {
        CadenceView one = desk.cadence("One", mail(AFTER_DUE, 5));
        desk.assign(acme, one);
        assertEquals(
                "CADENCE_IN_USE",
                desk.refused(() -> {
                            desk.cadences.delete(one.id(), one.version());
                            return true;
                        })
                        .code());
        CadenceView free = desk.cadence("Free");
        assertEquals(
                "NAME_TAKEN",
                desk.refused(() -> desk.cadences.create(new CadenceDraft("FREE", "", true, false, List.of())))
                        .errors()
                        .get(0)
                        .code());
        desk.does(() -> {
            desk.cadences.delete(free.id(), free.version());
            return true;
        });
        assertEquals(1, desk.does(desk.cadences::list).size());
    }
}
