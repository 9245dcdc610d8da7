package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.customer.Drafts;
import org.kontor.lifecycle.ErasureStep.State;
import org.kontor.spi.Amount;
import org.kontor.spi.Outcome;
import org.kontor.spi.PaymentVault.Charge;
import org.kontor.spi.PaymentVault.Deletion;
import org.kontor.spi.Problem;
import org.kontor.spi.VaultNotice.Subject;
import org.kontor.testing.OnPostgres;
import org.kontor.testing.TestJobRun;
import org.kontor.wallet.PaymentMethods;
import org.kontor.wallet.VaultNoticeTidyJob;
import org.kontor.wallet.VaultNoticeView.Result;

/** A vault pushes at times of its own: before Kontor has noted a payment, while it is asked, and behind an erasure. */
@OnPostgres
class VaultNoticeTimesTest {

    private final ErasureBench bench = new ErasureBench();
    private final NoticeDesk desk = new NoticeDesk(bench);

    @AfterEach
    void close() {
        bench.close();
    }

    /** S4-91, S4-100: what is open about an erased customer tells no payer, and what was settled no payment. */
    @Test
    void anErasureReachesWhatWasPushed() {
        long customer = bench.register(Drafts.business("Acme"));
        long method = desk.method(customer);
        long other =
                bench.register(Drafts.business("Other").externalId(Long.toString(bench.connection), "shopper", "7"));
        desk.says("settled", Subject.REFUND, "", "4711", NoticeDesk.PAYER);
        desk.says("others", Subject.REFUND, "", "4712", "7");
        desk.says("stranger", Subject.REFUND, "", "4713", "8");
        desk.authorise(method);
        bench.vault.lookUps.add(() -> Outcome.unknown(new Problem(ScriptedVault.YOUNG, "Lost", "")));
        desk.says("by key", Subject.CHARGE, "charge-1", "4714", "");
        for (String body : List.of("settled", "others", "stranger", "by key")) {
            assertTrue(desk.take(NoticeDesk.VAULT, body));
        }
        bench.runNotices();
        assertEquals(List.of(Result.OPEN, Result.NOBODY, Result.RECORDED, Result.RECORDED), desk.outcomes());
        bench.kontor.asSystem(() -> {
            bench.kontor.get(PaymentMethods.class).end(method, "charge-1");
            return true;
        });
        desk.says("open", Subject.CHARGEBACK, "", "4715", NoticeDesk.PAYER);
        desk.take(NoticeDesk.VAULT, "open");
        assertEquals("4711 4712 4714:charge-1 4715:90210", told());

        // A merge before it does not hide whose they were.
        bench.kontor.asSystem(() -> bench.kontor.get(Merges.class).merge(new MergeDraft(other, List.of(customer))));
        assertEquals(ErasureState.COMPLETED, bench.run(bench.erase(other).id()).state());
        assertEquals("", told());
        bench.kontor.clock().advance(Duration.ofHours(1));
        bench.runNotices();
        assertEquals(0, desk.outcomes().stream().filter(Result.OPEN::equals).count());
        assertEquals("5", bench.kontor.sql("select count(*) from vault_notice"));
    }

    private String told() {
        return bench.kontor.sql(
                "select coalesce(string_agg(concat_ws(':', reference, nullif(key, ''), nullif(payer, '')), ' ' order by id), '')"
                        + " from vault_notice where reference || key || payer <> ''");
    }

    /** What came is removed after 90 days, though nothing comes any more. */
    @Test
    void oldOnesGoByThemselves() throws Exception {
        desk.says("stranger", Subject.REFUND, "", "4713", "8");
        desk.take(NoticeDesk.VAULT, "stranger");
        bench.runNotices();
        bench.kontor.clock().advance(Duration.ofDays(89));
        bench.kontor.get(VaultNoticeTidyJob.class).run(new TestJobRun(bench.kontor));
        assertEquals(Result.NOBODY, desk.only().outcome());
        bench.kontor.clock().advance(Duration.ofDays(1).plusMinutes(1));
        bench.kontor.get(VaultNoticeTidyJob.class).run(new TestJobRun(bench.kontor));
        assertEquals(List.of(), desk.outcomes());
    }

    /** the vault may tell of a charge before its authorisation is noted; one that never is is recorded. */
    @Test
    void aChargeThatIsNotNotedYetIsLookedForAgain() {
        long method = desk.method(bench.register(Drafts.business("Acme")));
        desk.says("fast", Subject.CHARGE, "charge-1", "77", "");
        desk.take(NoticeDesk.VAULT, "fast");
        bench.runNotices();
        assertEquals(Result.OPEN, desk.only().outcome());
        desk.authorise(method);
        bench.vault.lookUps.add(() -> Outcome.done(new Charge("77", Amount.of("12.50", "EUR"), Optional.empty())));
        bench.runNotices();
        assertEquals(List.of(), bench.vault.calls);
        bench.kontor.clock().advance(Duration.ofMinutes(1));
        bench.runNotices();
        assertEquals(List.of(), desk.underWay(method));
        assertEquals(Result.DONE, desk.only().outcome());

        desk.says("foreign", Subject.CHARGE, "charge-2", "78", NoticeDesk.PAYER);
        desk.take(NoticeDesk.VAULT, "foreign");
        int tries = 0;
        for (int minute = 0; minute <= 31; minute++) {
            bench.runNotices();
            tries += desk.outcomes().get(0) == Result.OPEN ? 1 : 0;
            bench.kontor.clock().advance(Duration.ofMinutes(1));
        }
        assertEquals(31, tries);
        assertEquals(Result.RECORDED, desk.outcomes().get(0));
        assertEquals("5", bench.kontor.sql("select max(attempts) from vault_notice"));
    }

    /** S4-100: what the vault pushes while it is asked is passed on when it has answered. */
    @Test
    void aHintDuringTheQuestionIsNotLost() {
        long customer = bench.vaulted();
        desk.says("changed", Subject.SHOPPER, "", "", ErasureBench.SHOPPER);
        bench.vault.answers.add(() -> {
            desk.take(NoticeDesk.VAULT, "changed");
            bench.runNotices();
            return young();
        });
        long erasure = bench.erase(customer).id();
        bench.run(erasure);
        assertEquals(State.REFUSED_UNTIL, bench.remote(erasure).state());
        assertEquals(Result.OPEN, desk.only().outcome());
        bench.kontor.clock().advance(Duration.ofMinutes(1));
        bench.runNotices();
        assertEquals(Result.DONE, desk.only().outcome());
        assertEquals(ErasureState.COMPLETED, bench.run(erasure).state());
    }

    /** S4-100: the answer to an earlier question, which comes later, does not undo that the vault has confirmed. */
    @Test
    void aSlowAnswerDoesNotTakeTheConfirmationBack() {
        bench.vault.answers.add(VaultNoticeTimesTest.this::young);
        long erasure = bench.erase(bench.vaulted()).id();
        bench.run(erasure);
        desk.says("changed", Subject.SHOPPER, "", "", ErasureBench.SHOPPER);
        bench.vault.answers.add(() -> {
            desk.take(NoticeDesk.VAULT, "changed");
            bench.runNotices();
            assertEquals(ErasureState.COMPLETED, bench.run(erasure).state());
            return young();
        });
        bench.kontor.clock().advance(Duration.ofDays(200));
        assertEquals(ErasureState.COMPLETED, bench.run(erasure).state());
        assertEquals(State.CONFIRMED, bench.remote(erasure).state());
    }

    private Outcome<Deletion> young() {
        return Outcome.done(new Deletion.RefusedUntil(
                Optional.of(LocalDate.now(bench.kontor.clock()).plusMonths(6)),
                new Problem(ScriptedVault.YOUNG, "Young", "")));
    }

    /** a method that the vault has forgotten stays as it was, though one with its name there came after it. */
    @Test
    void historyIsNotRewritten() {
        long customer = bench.register(Drafts.business("Acme"));
        long gone = desk.method(customer);
        bench.kontor.sql(
                "update payment_method set active = false, removal = 'REMOVED', removal_at = now() where id = " + gone);
        long here = desk.method(customer);
        bench.vault.expires = Optional.of(YearMonth.of(2031, 4));
        desk.says("card", Subject.SHOPPER, "", "", NoticeDesk.PAYER);
        desk.take(NoticeDesk.VAULT, "card");
        bench.runNotices();
        assertEquals(
                gone + " 2028-07," + here + " 2031-04",
                bench.kontor.sql("select string_agg(id || ' ' || expires, ',' order by id) from payment_method"));
    }
}
