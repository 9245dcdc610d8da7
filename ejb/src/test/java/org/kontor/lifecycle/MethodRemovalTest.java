package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.customer.Drafts;
import org.kontor.shared.AppException;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.Outcome;
import org.kontor.spi.Problem;
import org.kontor.testing.OnPostgres;
import org.kontor.wallet.AuthorisationDraft;
import org.kontor.wallet.MethodRemoval;
import org.kontor.wallet.MethodRemoval.State;
import org.kontor.wallet.PaymentMethodDraft;
import org.kontor.wallet.PaymentMethodType;
import org.kontor.wallet.PaymentMethodView;
import org.kontor.wallet.PaymentMethods;
import org.kontor.wallet.VaultChoice;

/** A vault is asked to forget one method. */
@OnPostgres
class MethodRemovalTest {

    private static final ErrorCode DOWN = new ErrorCode("DOWN", ErrorCode.Kind.REMOTE_DOWN, "It is down.");

    private final ErasureBench bench = new ErasureBench();
    private final PaymentMethods methods = bench.kontor.get(PaymentMethods.class);
    private final long customer = bench.register(Drafts.business("Acme"));

    @AfterEach
    void close() {
        bench.close();
    }

    /** what a merge kept as history can be deleted at the vault; it stays as history and may be added again. */
    @Test
    void whatAMergeKeptIsForgottenByItsVault() {
        long other = bench.register(Drafts.business("Bravo"));
        add(customer, "card-1");
        long kept = add(other, "card-2").id();
        bench.kontor.asSystem(() -> bench.kontor.get(Merges.class).merge(new MergeDraft(customer, List.of(other))));
        assertFalse(find(kept).active());

        request(kept);
        bench.runRemoval(kept, 9, false);
        assertEquals(List.of("remove card-2"), bench.vault.calls);
        assertEquals(State.REMOVED, removal(kept).state());
        assertEquals(
                "payment-method.removal-requested,payment-method.removed",
                bench.kontor.sql(
                        "select string_agg(kind, ',' order by id) from timeline_entry where kind like 'payment-method.remov%'"));
        assertEquals("METHOD_REMOVED", refused(kept).code());
        bench.runRemoval(kept, 9, false);
        assertEquals(1, bench.vault.calls.size());
        add(customer, "card-2");
        assertEquals(
                "0",
                bench.kontor.sql("select (select count(*) from timeline_entry t where t::text like '%card-2%')"
                        + " + (select count(*) from access_event a where a::text like '%card-2%')"));
    }

    /** A vault that is down, or whose answer is lost, is asked again; what it says never quotes its own names. */
    @Test
    void aVaultThatDoesNotAnswerIsAskedAgain() {
        long card = add(customer, "card-1").id();
        bench.vault.removals.add(() ->
                new Outcome.NotSent<>(new Problem(DOWN, "No line for card-1", ""), Optional.of(Duration.ofMinutes(7))));
        bench.vault.removals.add(() -> Outcome.unknown(new Problem(DOWN, "Lost", "")));
        bench.vault.removals.add(() -> {
            throw new IllegalStateException("card-1");
        });
        request(card);
        assertFalse(find(card).active());
        Instant before = bench.kontor.clock().instant();
        bench.runRemoval(card, 9, false);
        assertEquals(State.REQUESTED, removal(card).state());
        assertEquals("No line for …", removal(card).message());
        assertEquals("1", jobsBetween(before.plusSeconds(400), before.plusSeconds(440)));
        assertEquals("REMOVAL_UNDER_WAY", refused(card).code());
        bench.runRemoval(card, 9, false);
        assertEquals("Lost", removal(card).message());
        bench.runRemoval(card, 9, false);
        assertTrue(removal(card).message().startsWith("Update the connector"));
        bench.runRemoval(card, 9, false);
        assertEquals(State.REMOVED, removal(card).state());
        assertEquals(4, bench.vault.calls.size());
    }

    /** A vault that refuses is not asked again by itself; somebody may ask again. */
    @Test
    void aVaultThatRefusesSaysWhy() {
        long card = add(customer, "card-1").id();
        bench.vault.removals.add(
                () -> Outcome.refused(new Problem(ScriptedVault.YOUNG, "A subscription uses it.", "")));
        bench.vault.removals.add(() -> Outcome.pending(org.kontor.spi.PaymentVault.Removal.REMOVED));
        request(card);
        bench.runRemoval(card, 9, false);
        assertEquals(new MethodRemoval(State.REFUSED, removal(card).at(), "A subscription uses it."), removal(card));
        bench.runRemoval(card, 9, false);
        assertEquals(1, bench.vault.calls.size());
        request(card);
        bench.runRemoval(card, 9, false);
        assertEquals(State.PENDING, removal(card).state());
        bench.runRemoval(card, 9, false);
        assertEquals(State.REMOVED, removal(card).state());
    }

    /** Killed at any point, it is asked again when the lease is over, and ends once. */
    @Test
    void aCrashLosesNothing() {
        for (int last = 1; last <= 2; last++) {
            for (boolean afterCommit : List.of(false, true)) {
                long card = add(customer, "card-" + last + afterCommit).id();
                request(card);
                int dying = last;
                assertThrows(ErasureBench.Killed.class, () -> bench.runRemoval(card, dying, afterCommit));
                Instant now = bench.kontor.clock().instant();
                assertEquals(
                        last == 1 && !afterCommit ? "0" : "1", jobsBetween(now.plusSeconds(290), now.plusSeconds(310)));
                bench.runRemoval(card, 9, false);
                assertEquals(State.REMOVED, removal(card).state());
                bench.kontor.sql("delete from job");
            }
        }
        assertEquals(
                "4", bench.kontor.sql("select count(*) from timeline_entry where kind = 'payment-method.removed'"));
    }

    /** What a payment needs stays; an erasure in between leaves nothing to ask. */
    @Test
    void aPaymentUnderWayHoldsItAndAnErasureTakesIt() {
        long card = add(customer, "card-1").id();
        bench.kontor.asSystem(() -> methods.authorise(card, new AuthorisationDraft("PAY-1", "")));
        assertEquals("PAYMENT_UNDER_WAY", refused(card).code());
        bench.kontor.asSystem(() -> {
            methods.end(card, "PAY-1");
            return true;
        });
        AppException stale =
                assertThrows(AppException.class, () -> bench.kontor.asSystem(() -> methods.removeAtVault(card, 1)));
        assertEquals("STALE_VERSION", stale.code());
        request(card);
        bench.run(bench.erase(customer).id());
        int calls = bench.vault.calls.size();
        bench.runRemoval(card, 9, false);
        assertEquals(calls, bench.vault.calls.size());
    }

    /** A connection that is switched off is waited for, and one without a vault behind it is not offered. */
    @Test
    void theConnectionIsWaitedFor() {
        assertEquals(List.of(new VaultChoice(bench.connection, "Vault")), bench.kontor.asSystem(methods::vaults));
        long card = add(customer, "card-1").id();
        bench.kontor.sql("update connection set enabled = false");
        request(card);
        bench.runRemoval(card, 9, false);
        assertEquals(State.REQUESTED, removal(card).state());
        assertTrue(removal(card).message().contains("Enable the connection Vault"));
        bench.kontor.sql("update connection set enabled = true");
        bench.runRemoval(card, 9, false);
        assertEquals(State.REMOVED, removal(card).state());
    }

    private String jobsBetween(Instant from, Instant to) {
        return bench.kontor.sql(
                "select count(*) from job where task_name = 'payment-method-removal' and execution_time between '"
                        + from + "' and '" + to + "'");
    }

    private PaymentMethodView add(long owner, String method) {
        return bench.kontor.asSystem(() -> methods.add(
                owner,
                new PaymentMethodDraft(
                        bench.connection,
                        "90210",
                        method,
                        Optional.of(PaymentMethodType.CARD),
                        "VISA",
                        "1111",
                        "2028-07")));
    }

    private PaymentMethodView find(long id) {
        return bench.kontor.asSystem(() -> methods.find(id)).orElseThrow();
    }

    private MethodRemoval removal(long id) {
        return find(id).removal().orElseThrow();
    }

    private void request(long id) {
        bench.kontor.asSystem(() -> methods.removeAtVault(id, find(id).version()));
    }

    private AppException refused(long id) {
        return assertThrows(AppException.class, () -> request(id));
    }
}
