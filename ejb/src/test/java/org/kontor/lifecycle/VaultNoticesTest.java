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
import org.kontor.mail.BaseUrl;
import org.kontor.shared.AppException;
import org.kontor.shared.PageRequest;
import org.kontor.spi.Amount;
import org.kontor.spi.Outcome;
import org.kontor.spi.PaymentVault.Charge;
import org.kontor.spi.PaymentVault.Deletion;
import org.kontor.spi.Problem;
import org.kontor.spi.VaultNotice;
import org.kontor.spi.VaultNotice.Subject;
import org.kontor.testing.OnPostgres;
import org.kontor.wallet.NoticeAddress;
import org.kontor.wallet.PaymentMethods;
import org.kontor.wallet.VaultNoticeView;
import org.kontor.wallet.VaultNoticeView.Result;
import org.kontor.wallet.VaultNotices;

/** What a vault pushes: taken from the vault alone, once, and never believed before the vault was asked. */
@OnPostgres
class VaultNoticesTest {

    private final ErasureBench bench = new ErasureBench();
    private final VaultNotices notices = bench.kontor
            .with(BaseUrl.class, new BaseUrl() {
                @Override
                public Optional<String> of(String page) {
                    return Optional.of("https://kontor.example" + page);
                }
            })
            .get(VaultNotices.class);
    private final NoticeDesk desk = new NoticeDesk(bench);

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

        desk.says("changed", Subject.SHOPPER, "", "", "900100200");
        assertTrue(desk.take(NoticeDesk.VAULT, "changed"));
        assertTrue(desk.take(NoticeDesk.VAULT, "changed"));
        bench.runNotices();
        bench.run(erasure);
        assertEquals(State.CONFIRMED, bench.remote(erasure).state());
        assertEquals(ErasureState.COMPLETED, bench.find(erasure).state());
        assertTrue(certified(erasure) > version);
        VaultNoticeView one = desk.only();
        assertEquals(Result.DONE, one.outcome());
        assertEquals(2, one.times());
        assertEquals("", bench.kontor.sql("select payer || key from vault_notice"));
    }

    /** Whoever is not the vault learns nothing and leaves a line in the audit log, but no more than ten a minute. */
    @Test
    void othersAreRefusedAlike() {
        desk.says("changed", Subject.SHOPPER, "", "", "1");
        assertFalse(desk.take("198.51.100.1", "changed"));
        assertFalse(bench.kontor.asSystem(
                () -> notices.take(bench.connection + 999, NoticeDesk.VAULT, Map.of(), "changed")));
        bench.kontor.sql("update connection set enabled = false");
        assertFalse(desk.take(NoticeDesk.VAULT, "changed"));
        bench.kontor.sql("update connection set enabled = true");
        for (int i = 0; i < 20; i++) {
            assertFalse(desk.take("198.51.100.1", "changed"));
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

    /** Whoever sets up the vault is told to where it sends; of a connector that takes no messages nothing is told. */
    @Test
    void itIsToldToWhereAVaultSendsItsMessages() {
        String connector = bench.kontor.sql("select connector from connection where id = " + bench.connection);
        String path = "/api/v1/connections/" + bench.connection + "/notices";
        assertEquals(
                Optional.of(new NoticeAddress(path, Optional.of("https://kontor.example" + path))),
                bench.kontor.asSystem(() -> notices.address(bench.connection, connector)));
        assertEquals(
                Optional.empty(), bench.kontor.asSystem(() -> notices.address(bench.connection, "not-a-" + connector)));
    }

    /** an authorised payment ends when the vault, asked by its key, says that the charge has. */
    @Test
    void theEndOfAChargeEndsTheAuthorisedPayment() {
        long customer = bench.register(Drafts.business("Acme"));
        long method = desk.method(customer);
        desk.authorise(method);
        bench.vault.lookUps.add(() -> Outcome.unknown(new Problem(ScriptedVault.YOUNG, "Lost", "")));
        bench.vault.lookUps.add(() -> Outcome.pending(new Charge("77", Amount.of("12.50", "EUR"), Optional.empty())));
        bench.vault.lookUps.add(() -> Outcome.done(new Charge("77", Amount.of("12.50", "EUR"), Optional.empty())));
        desk.says("first", Subject.CHARGE, "charge-1", "77", "90210");
        desk.says("second", Subject.CHARGE, "charge-1", "78", "90210");
        desk.take(NoticeDesk.VAULT, "first");
        bench.runNotices();
        assertEquals(Result.OPEN, desk.only().outcome());
        bench.kontor.clock().advance(Duration.ofMinutes(2));
        bench.runNotices();
        assertEquals(Result.RECORDED, desk.only().outcome());
        assertEquals(List.of("charge-1"), desk.underWay(method));
        desk.take(NoticeDesk.VAULT, "second");
        bench.runNotices();
        assertEquals(List.of(), desk.underWay(method));
        assertEquals(List.of(Result.DONE, Result.RECORDED), desk.outcomes());
    }

    /** A vault that cannot tell is asked eleven times in about a day, however many jobs there are for the message. */
    @Test
    void aVaultThatCannotTellIsAskedForADay() {
        long method = desk.method(bench.register(Drafts.business("Acme")));
        desk.authorise(method);
        for (int i = 0; i < 11; i++) {
            bench.vault.lookUps.add(() -> Outcome.unknown(new Problem(ScriptedVault.YOUNG, "Lost", "")));
        }
        desk.says("first", Subject.CHARGE, "charge-1", "77", "90210");
        desk.take(NoticeDesk.VAULT, "first");
        long now = 0;
        for (long due : List.of(0L, 2L, 6L, 14L, 30L, 62L, 126L, 254L, 510L, 870L, 1230L)) {
            assertEquals(Result.OPEN, desk.only().outcome());
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
        assertEquals(Result.RECORDED, desk.only().outcome());
        assertEquals(List.of("charge-1"), desk.underWay(method));
    }

    /** What the vault keeps of a card is shown as it is there; what has no place here stands in the history by its name. */
    @Test
    void theRestIsNamed() {
        long customer = bench.register(Drafts.business("Acme"));
        long method = desk.method(customer);
        bench.vault.expires = Optional.of(YearMonth.of(2031, 4));
        desk.says("card", Subject.SHOPPER, "", "", "90210");
        desk.says("refund", Subject.REFUND, "", "4711", "90210");
        desk.says("stranger", Subject.CHARGEBACK, "", "4712", "1");
        bench.vault.notices.put("other", new VaultNotice.Unimportant("FRAUD_CHECK"));
        bench.vault.notices.put("broken", new VaultNotice.Unreadable(new Problem(ScriptedVault.YOUNG, "Broken", "")));
        for (String body : List.of("card", "refund", "stranger", "other", "broken")) {
            assertTrue(desk.take(NoticeDesk.VAULT, body), body);
        }
        bench.runNotices();
        assertEquals(
                List.of(Result.UNREADABLE, Result.UNIMPORTANT, Result.NOBODY, Result.RECORDED, Result.DONE),
                desk.outcomes());
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

    private long certified(long erasure) {
        return bench.kontor
                .asSystem(() -> bench.kontor.get(ErasureCertificates.class).of(erasure))
                .getJsonObject("certificate")
                .getJsonNumber("version")
                .longValue();
    }
}
