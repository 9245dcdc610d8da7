package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.customer.Drafts;
import org.kontor.lifecycle.ErasureStep.State;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.kontor.spi.Amount;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.Outcome;
import org.kontor.spi.PaymentVault.Charge;
import org.kontor.spi.PaymentVault.Deletion;
import org.kontor.spi.Problem;
import org.kontor.spi.VaultNotice;
import org.kontor.spi.VaultNotice.Subject;
import org.kontor.testing.OnPostgres;
import org.kontor.wallet.AuthorisationDraft;
import org.kontor.wallet.PaymentMethodDraft;
import org.kontor.wallet.PaymentMethodType;
import org.kontor.wallet.PaymentMethods;
import org.kontor.wallet.VaultNoticeView;
import org.kontor.wallet.VaultNoticeView.Result;
import org.kontor.wallet.VaultNotices;

/** What a vault pushes: taken from the vault alone, once, and never believed before the vault was asked. */
@OnPostgres
class VaultNoticesTest {

    private static final String VAULT = "192.0.2.7";

    private final ErasureBench bench = new ErasureBench();
    private final VaultNotices notices = bench.kontor.get(VaultNotices.class);

    @AfterEach
    void close() {
        bench.close();
    }

    /** S4-100, X-28: a refused deletion is asked for again when the vault says that something happened to the payer. */
    @Test
    void aNoticeOfThePayerMovesTheErasureOn() {
        bench.vault.answers.add(() -> Outcome.done(new Deletion.RefusedUntil(
                Optional.of(LocalDate.now(bench.kontor.clock()).plusMonths(6)),
                new Problem(ScriptedVault.YOUNG, "Young", ""))));
        long erasure = bench.erase(bench.vaulted()).id();
        bench.run(erasure);
        assertEquals(State.REFUSED_UNTIL, bench.remote(erasure).state());
        bench.run(erasure);
        assertEquals(State.REFUSED_UNTIL, bench.remote(erasure).state());
        long version = certified(erasure);

        says("changed", Subject.SHOPPER, "", "", "900100200");
        assertTrue(take(VAULT, "changed"));
        assertTrue(take(VAULT, "changed"));
        bench.runNotices();
        bench.run(erasure);
        assertEquals(State.CONFIRMED, bench.remote(erasure).state());
        assertEquals(ErasureState.COMPLETED, bench.find(erasure).state());
        assertTrue(certified(erasure) > version);
        VaultNoticeView one = only();
        assertEquals(Result.DONE, one.outcome());
        assertEquals(2, one.times());
        assertEquals("", bench.kontor.sql("select payer || key from vault_notice"));
    }

    /** Whoever is not the vault learns nothing and leaves a line in the audit log, but no more than ten a minute. */
    @Test
    void othersAreRefusedAlike() {
        says("changed", Subject.SHOPPER, "", "", "1");
        assertFalse(take("198.51.100.1", "changed"));
        assertFalse(bench.kontor.asSystem(() -> notices.take(bench.connection + 999, VAULT, Map.of(), "changed")));
        bench.kontor.sql("update connection set enabled = false");
        assertFalse(take(VAULT, "changed"));
        bench.kontor.sql("update connection set enabled = true");
        for (int i = 0; i < 20; i++) {
            assertFalse(take("198.51.100.1", "changed"));
        }
        assertEquals("0", bench.kontor.sql("select count(*) from vault_notice"));
        assertEquals(
                "10,198.51.100.1",
                bench.kontor.sql(
                        "select count(*) || ',' || min(address) from access_event where kind = 'connection.notice-refused'"));
        AppException absent = assertThrows(
                AppException.class,
                () -> bench.kontor.asSystem(
                        () -> notices.list(bench.connection + 999, new PageRequest(10, Optional.empty()))));
        assertEquals("CONNECTION_NOT_FOUND", absent.code());
    }

    /** an authorised payment ends when the vault, asked by its key, says that the charge has. */
    @Test
    void theEndOfAChargeEndsTheAuthorisedPayment() {
        long customer = bench.register(Drafts.business("Acme"));
        long method = method(customer);
        authorise(method);
        bench.vault.lookUps.add(() -> Outcome.unknown(new Problem(ScriptedVault.YOUNG, "Lost", "")));
        bench.vault.lookUps.add(() -> Outcome.pending(new Charge("77", Amount.of("12.50", "EUR"), Optional.empty())));
        bench.vault.lookUps.add(() -> Outcome.done(new Charge("77", Amount.of("12.50", "EUR"), Optional.empty())));
        says("first", Subject.CHARGE, "charge-1", "77", "90210");
        says("second", Subject.CHARGE, "charge-1", "78", "90210");
        take(VAULT, "first");
        bench.runNotices();
        assertEquals(Result.OPEN, only().outcome());
        bench.kontor.clock().advance(Duration.ofMinutes(2));
        bench.runNotices();
        assertEquals(Result.RECORDED, only().outcome());
        assertEquals(List.of("charge-1"), underWay(method));
        take(VAULT, "second");
        bench.runNotices();
        assertEquals(List.of(), underWay(method));
        assertEquals(List.of(Result.DONE, Result.RECORDED), outcomes());
    }

    /** A vault that cannot tell is asked eleven times in about a day, however many jobs there are for the message. */
    @Test
    void aVaultThatCannotTellIsAskedForADay() {
        long method = method(bench.register(Drafts.business("Acme")));
        authorise(method);
        for (int i = 0; i < 11; i++) {
            bench.vault.lookUps.add(() -> Outcome.unknown(new Problem(ScriptedVault.YOUNG, "Lost", "")));
        }
        says("first", Subject.CHARGE, "charge-1", "77", "90210");
        take(VAULT, "first");
        long now = 0;
        for (long due : List.of(0L, 2L, 6L, 14L, 30L, 62L, 126L, 254L, 510L, 870L, 1230L)) {
            assertEquals(Result.OPEN, only().outcome());
            int before = bench.vault.calls.size();
            if (due > 0) {
                bench.kontor.clock().advance(Duration.ofMinutes(due - 1 - now));
                bench.runNotices();
                assertEquals(before, bench.vault.calls.size(), "a minute before " + due);
                bench.kontor.clock().advance(Duration.ofMinutes(1));
            }
            bench.runNotices();
            bench.runNotices();
            assertEquals(before + 1, bench.vault.calls.size(), "minute " + due);
            now = due;
        }
        assertEquals(Result.RECORDED, only().outcome());
        assertEquals(List.of("charge-1"), underWay(method));
    }

    /** What the vault keeps of a card is shown as it is there; what has no place here stands in the history by its name. */
    @Test
    void theRestIsNamed() {
        long customer = bench.register(Drafts.business("Acme"));
        long method = method(customer);
        bench.vault.expires = Optional.of(YearMonth.of(2031, 4));
        says("card", Subject.SHOPPER, "", "", "90210");
        says("refund", Subject.REFUND, "", "4711", "90210");
        says("stranger", Subject.CHARGEBACK, "", "4712", "1");
        bench.vault.notices.put("other", new VaultNotice.Unimportant("FRAUD_CHECK"));
        bench.vault.notices.put("broken", new VaultNotice.Unreadable(new Problem(ScriptedVault.YOUNG, "Broken", "")));
        for (String body : List.of("card", "refund", "stranger", "other", "broken")) {
            assertTrue(take(VAULT, body), body);
        }
        bench.runNotices();
        assertEquals(
                List.of(Result.UNREADABLE, Result.UNIMPORTANT, Result.NOBODY, Result.RECORDED, Result.DONE),
                outcomes());
        assertEquals(
                "2031-04",
                bench.kontor
                        .asSystem(() -> bench.kontor.get(PaymentMethods.class).find(method))
                        .orElseThrow()
                        .expires());
        assertEquals(
                "payment-method.updated card,payment-method.noticed refund 4711",
                bench.kontor.sql(
                        "select string_agg(kind || ' ' || (details ->> 'name'), ',' order by id) from timeline_entry"
                                + " where kind in ('payment-method.updated', 'payment-method.noticed')"));
    }

    private long method(long customer) {
        return bench.kontor
                .asSystem(() -> bench.kontor
                        .get(PaymentMethods.class)
                        .add(
                                customer,
                                new PaymentMethodDraft(
                                        bench.connection,
                                        "90210",
                                        "card-1",
                                        Optional.of(PaymentMethodType.CARD),
                                        "VISA",
                                        "1111",
                                        "2028-07")))
                .id();
    }

    private void authorise(long method) {
        bench.kontor.asSystem(() -> bench.kontor
                .get(PaymentMethods.class)
                .authorise(method, new AuthorisationDraft("charge-1", "12.50 EUR")));
    }

    private List<String> underWay(long method) {
        return bench.kontor
                .asSystem(() -> bench.kontor.get(PaymentMethods.class).find(method))
                .orElseThrow()
                .authorisations();
    }

    private void says(String body, Subject subject, String key, String remote, String payer) {
        bench.vault.notices.put(
                body,
                new VaultNotice.About(
                        subject,
                        body,
                        key.isEmpty() ? Optional.empty() : Optional.of(new IdempotencyKey(key)),
                        remote,
                        payer));
    }

    private boolean take(String from, String body) {
        return bench.kontor.asSystem(() -> notices.take(bench.connection, from, Map.of(), body));
    }

    private long certified(long erasure) {
        return bench.kontor
                .asSystem(() -> bench.kontor.get(ErasureCertificates.class).of(erasure))
                .getJsonObject("certificate")
                .getJsonNumber("version")
                .longValue();
    }

    private VaultNoticeView only() {
        List<VaultNoticeView> all = list();
        assertEquals(1, all.size(), all::toString);
        return all.get(0);
    }

    private List<Result> outcomes() {
        return list().stream().map(VaultNoticeView::outcome).toList();
    }

    private List<VaultNoticeView> list() {
        return bench.kontor
                .asSystem(() -> notices.list(bench.connection, new PageRequest(10, Optional.empty())))
                .items();
    }
}
