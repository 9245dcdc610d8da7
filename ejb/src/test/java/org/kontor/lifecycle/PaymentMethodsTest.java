package org.kontor.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.connector.Connections;
import org.kontor.customer.Drafts;
import org.kontor.shared.AppException;
import org.kontor.shared.FieldError;
import org.kontor.testing.OnPostgres;
import org.kontor.wallet.AuthorisationDraft;
import org.kontor.wallet.MethodTransfer;
import org.kontor.wallet.PaymentMethodDraft;
import org.kontor.wallet.PaymentMethodType;
import org.kontor.wallet.PaymentMethodView;
import org.kontor.wallet.PaymentMethods;

/** Payment methods given to others, merged, and what they hold back. */
@OnPostgres
class PaymentMethodsTest {

    private final ErasureBench bench = new ErasureBench();
    private final PaymentMethods methods = bench.kontor.get(PaymentMethods.class);
    private final Merges merges = bench.kontor.get(Merges.class);

    @AfterEach
    void close() {
        bench.close();
    }

    /** S4-34: it moves, both histories and the audit log tell it, and neither names what the vault calls it. */
    @Test
    void aMethodMovesAndBothHistoriesTellIt() {
        long from = bench.register(Drafts.business("Acme"));
        long to = bench.register(Drafts.business("Bravo"));
        PaymentMethodView card = card(from, "card-1");
        give(card, to);
        assertEquals(List.of(), of(from));
        assertEquals(card.id(), of(to).get(0).id());
        assertEquals(
                "payment-method.received " + to + " fromCustomerId:name,payment-method.transferred " + from
                        + " name:toCustomerId",
                bench.kontor.sql("select string_agg(kind || ' ' || customer_id || ' ' ||"
                        + " (select string_agg(k, ':' order by k) from jsonb_object_keys(details) k), ',' order by kind) from timeline_entry"
                        + " where kind in ('payment-method.transferred', 'payment-method.received')"));
        assertEquals(
                "payment method " + card.id() + " of customer " + from + " to customer " + to,
                bench.kontor.sql("select subject from access_event where kind = 'payment-method.transferred'"));
        assertEquals("STALE_VERSION", refused(() -> transfer(card, from)).code());
        assertEquals(
                "0",
                bench.kontor.sql("select (select count(*) from timeline_entry t where t::text like '%card-1%')"
                        + " + (select count(*) from access_event a where a::text like '%card-1%')"));
    }

    /** S4-35, X-20: within one company entity and currency. */
    @Test
    void itStaysWithinOneEntityAndCurrency() {
        long from = bench.register(Drafts.business("Acme").currency("USD"));
        long euro = bench.register(Drafts.business("Bravo").currency("EUR"));
        long abroad = bench.register(Drafts.business("Abroad").currency("USD"));
        bench.kontor.sql("insert into company_entity select (jsonb_populate_record(null::company_entity, to_jsonb(e) ||"
                + " '{\"id\": 77, \"name\": \"Abroad Inc\", \"is_default\": false}')).* from company_entity e limit 1");
        bench.kontor.sql("update customer set entity_id = 77 where id = " + abroad);
        PaymentMethodView card = card(from, "card-1");
        FieldError currency = field(() -> transfer(card, euro));
        assertEquals("OTHER_CURRENCY", currency.code());
        assertTrue(currency.message().contains("USD"));
        FieldError entity = field(() -> transfer(card, abroad));
        assertEquals("OTHER_ENTITY", entity.code());
        assertTrue(entity.message().contains("Abroad Inc"));
        assertEquals("SAME_CUSTOMER", field(() -> transfer(card, from)).code());
        assertEquals("UNKNOWN_CUSTOMER", field(() -> transfer(card, 999_999)).code());
        assertEquals(1, of(from).size());
    }

    /** a mandate holds for the payer who gave it; with one of their own another customer gets the account. */
    @Test
    void aBankAccountNeedsAMandateOfTheOther() {
        long from = bench.register(Drafts.business("Acme"));
        long to = bench.register(Drafts.business("Bravo"));
        PaymentMethodView account = add(from, "9001", "account", PaymentMethodType.BANK_DEBIT);
        LocalDate today = LocalDate.ofInstant(bench.kontor.clock().instant(), ZoneOffset.UTC);
        assertEquals("CONSENT_NEEDED", field(() -> transfer(account, to)).code());
        assertEquals(
                "IN_THE_FUTURE",
                field(() -> methods.transfer(
                                account.id(),
                                account.version(),
                                new MethodTransfer(to, Optional.of(today.plusDays(1)))))
                        .code());
        bench.kontor.asSystem(
                () -> methods.transfer(account.id(), account.version(), new MethodTransfer(to, Optional.of(today))));
        assertEquals(1, of(to).size());
        assertEquals(
                today.toString(),
                bench.kontor.sql(
                        "select details ->> 'consentedOn' from timeline_entry where kind = 'payment-method.received'"));
    }

    /** S4-36. */
    @Test
    void whileAPaymentIsUnderWayItStays() {
        long from = bench.register(Drafts.business("Acme"));
        long to = bench.register(Drafts.business("Bravo"));
        PaymentMethodView card = card(from, "card-1");
        authorise(card.id(), "PAY-1");
        authorise(card.id(), "PAY-1");
        PaymentMethodView busy = of(from).get(0);
        assertEquals(card.version() + 1, busy.version());
        AppException refused = refused(() -> transfer(busy, to));
        assertEquals("PAYMENT_UNDER_WAY", refused.code());
        assertTrue(refused.getMessage().contains("PAY-1"));
        assertEquals("PAYMENT_UNDER_WAY", refused(() -> retire(busy)).code());
        end(card.id(), "PAY-1");
        assertEquals(
                "AUTHORISATION_NOT_FOUND",
                refused(() -> ended(card.id(), "PAY-1")).code());
        give(of(from).get(0), to);
        PaymentMethodView theirs = of(to).get(0);
        bench.kontor.asSystem(() -> retire(theirs));
        assertFalse(of(to).get(0).active());
        assertEquals(
                "METHOD_INACTIVE", refused(() -> transfer(of(to).get(0), from)).code());
        assertEquals(
                "METHOD_INACTIVE", refused(() -> authorised(card.id(), "PAY-2")).code());
    }

    /** S4-113, S4-114, X-31: the target's stays; without one it gets the source's; the undo gives each back. */
    @Test
    void aMergeKeepsTheTargetsAndOrphansNone() {
        long target = bench.register(Drafts.business("Acme"));
        long source = bench.register(Drafts.business("Acme Two"));
        PaymentMethodView stays = card(target, "card-1");
        PaymentMethodView goes = card(source, "card-2");
        MergeView merge = merge(target, source);
        List<PaymentMethodView> after = of(target);
        assertEquals(
                List.of(stays.id(), goes.id()),
                after.stream().map(PaymentMethodView::id).toList());
        assertTrue(after.get(0).active());
        assertEquals(stays.version(), after.get(0).version());
        assertFalse(after.get(1).active());
        assertEquals(List.of(), undo(merge));
        assertTrue(of(source).get(0).active());

        long bare = bench.register(Drafts.business("Bare"));
        merge(bare, source);
        assertTrue(of(bare).get(0).active());
    }

    /** a payment under way keeps its method with the former customer until it has ended, through a second merge, too. */
    @Test
    void aPaymentUnderWayKeepsItsHolder() {
        long last = bench.register(Drafts.business("Acme"));
        long target = bench.register(Drafts.business("Acme Two"));
        long source = bench.register(Drafts.business("Acme Three"));
        PaymentMethodView account = add(source, "9003", "account", PaymentMethodType.BANK_DEBIT);
        authorise(account.id(), "PAY-1");
        merge(target, source);
        merge(last, target);
        PaymentMethodView held = of(last).get(0);
        assertEquals(Optional.of(source), held.heldFor());
        assertTrue(held.active());
        assertEquals(
                "METHOD_HELD", refused(() -> authorised(account.id(), "PAY-2")).code());
        authorise(account.id(), "PAY-1");
        assertEquals("PAYMENT_AUTHORISED", refused(() -> bench.erase(last)).code());
        end(account.id(), "PAY-1");
        assertEquals(Optional.empty(), of(last).get(0).heldFor());
        authorise(account.id(), "PAY-2");
    }

    /** what ended meanwhile keeps nobody from the undo; a method that went to somebody else since stays there, and is listed. */
    @Test
    void anUndoAfterLaterChanges() {
        long target = bench.register(Drafts.business("Acme"));
        long source = bench.register(Drafts.business("Acme Two"));
        long other = bench.register(Drafts.business("Other"));
        PaymentMethodView card = card(source, "card-1");
        authorise(card.id(), "PAY-1");
        MergeView merge = merge(target, source);
        end(card.id(), "PAY-1");
        assertEquals(List.of(), undo(merge));
        assertEquals(Optional.empty(), of(source).get(0).heldFor());

        MergeView again = merge(target, source);
        give(of(target).get(0), other);
        assertEquals("CHANGED_SINCE", refused(() -> undo(again)).code());
        List<UndoConflict> listed = bench.kontor.asSystem(() -> merges.undo(again.id(), true));
        assertEquals("payment-method", listed.get(0).noun());
        assertEquals(1, of(other).size());
        assertEquals(List.of(), of(source));
    }

    /** S4-104: every authorised payment is listed. X-31: of a payer who is another customer's, too, the own methods go alone. */
    @Test
    void anErasureWaitsAndForgetsNoMethodInTheVault() {
        long from = bench.register(Drafts.business("Acme"));
        long to = bench.register(Drafts.business("Bravo"));
        PaymentMethodView first = add(from, "9001", "card-1", PaymentMethodType.CARD);
        add(from, "9001", "card-2", PaymentMethodType.CARD);
        authorise(first.id(), "PAY-1");
        authorise(first.id(), "PAY-2");
        AppException refused = refused(() -> bench.erase(from));
        assertTrue(refused.getMessage().contains("PAY-1 (12.50 USD), PAY-2 (12.50 USD)"), refused.getMessage());
        end(first.id(), "PAY-1");
        end(first.id(), "PAY-2");
        give(of(from).get(0), to);

        ErasurePreview preview = bench.kontor.asSystem(() -> bench.erasures.preview(from));
        assertTrue(preview.vaults().get(0).shared());
        long asked = bench.erase(from).id();
        // One that comes between asking and doing is not forgotten.
        add(from, "9001", "card-3", PaymentMethodType.CARD);
        ErasureView erased = bench.run(asked);
        assertEquals(ErasureState.COMPLETED, erased.state());
        assertEquals(List.of("remove card-2", "remove card-3"), bench.vault.calls);
        ErasureStep step = bench.remote(asked);
        assertEquals("PAYER_SHARED", step.code());
        assertEquals(2, step.removed());

        bench.run(bench.erase(to).id());
        assertEquals("delete 9001", bench.vault.calls.get(2));
    }

    /** A connection behind which payment methods lie stays: nobody would find them there again. */
    @Test
    void aVaultWithMethodsStays() {
        long id = bench.register(Drafts.business("Acme"));
        card(id, "card-1");
        Connections connections = bench.kontor.get(Connections.class);
        assertEquals(
                "CONNECTION_IN_USE",
                refused(() -> {
                            connections.delete(bench.connection, 1);
                            return true;
                        })
                        .code());
    }

    /** S4-104, S4-105: whoever authorises first holds the erasure back; whoever erases first leaves nothing to authorise. */
    @Test
    void anAuthorisedPaymentAndAnErasureNeverBothHappen() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 6; round++) {
                long id = bench.register(Drafts.business("Acme " + round));
                PaymentMethodView card = card(id, "card-" + round);
                long erasure = bench.erase(id).id();
                CountDownLatch start = new CountDownLatch(1);
                Future<Boolean> authorised = two.submit(() -> {
                    start.await();
                    try {
                        authorise(card.id(), "PAY");
                        return true;
                    } catch (AppException e) {
                        return false;
                    }
                });
                Future<ErasureView> erased = two.submit(() -> {
                    start.await();
                    return bench.run(erasure);
                });
                start.countDown();
                boolean gone = erased.get().erasedAt().isPresent();
                assertEquals(!authorised.get(), gone, "round " + round);
                assertEquals(gone ? "0" : "1", bench.kontor.sql("select count(*) from customer where id = " + id));
            }
        } finally {
            two.shutdown();
        }
    }

    /** Whatever is against a rule is named, and a card number never stays. */
    @Test
    void whatIsAgainstARuleIsNamed() {
        long id = bench.register(Drafts.business("Acme"));
        AppException refused = refused(() -> methods.add(
                id, new PaymentMethodDraft(0, "", "4111111111111111", Optional.empty(), "", "12345", "07/28")));
        assertEquals(
                List.of("shopperId", "type", "expires", "lastDigits", "methodId", "connectionId"),
                refused.errors().stream().map(error -> error.field()).toList());
        AppException number = refused(() -> methods.add(
                id,
                new PaymentMethodDraft(
                        bench.connection,
                        "4111111111111111",
                        "card-1",
                        Optional.of(PaymentMethodType.CARD),
                        "VISA",
                        "1111",
                        "")));
        assertEquals("CARD_NUMBER", number.errors().get(0).code());
        assertEquals("0", bench.kontor.sql("select count(*) from payment_method"));
    }

    private PaymentMethodView card(long customer, String method) {
        return add(customer, "9" + customer, method, PaymentMethodType.CARD);
    }

    private PaymentMethodView add(long customer, String shopper, String method, PaymentMethodType type) {
        return bench.kontor.asSystem(() -> methods.add(
                customer,
                new PaymentMethodDraft(
                        bench.connection, shopper, method, Optional.of(type), "VISA", "1111", "2028-07")));
    }

    private PaymentMethodView transfer(PaymentMethodView method, long to) {
        return methods.transfer(method.id(), method.version(), new MethodTransfer(to, Optional.empty()));
    }

    private void give(PaymentMethodView method, long to) {
        bench.kontor.asSystem(() -> transfer(method, to));
    }

    private boolean retire(PaymentMethodView method) {
        methods.retire(method.id(), method.version());
        return true;
    }

    private PaymentMethodView authorised(long id, String reference) {
        return methods.authorise(id, new AuthorisationDraft(reference, "12.50 USD"));
    }

    private void authorise(long id, String reference) {
        bench.kontor.asSystem(() -> authorised(id, reference));
    }

    private boolean ended(long id, String reference) {
        methods.end(id, reference);
        return true;
    }

    private void end(long id, String reference) {
        bench.kontor.asSystem(() -> ended(id, reference));
    }

    private MergeView merge(long target, long source) {
        return bench.kontor.asSystem(() -> merges.merge(new MergeDraft(target, List.of(source))));
    }

    private List<UndoConflict> undo(MergeView merge) {
        return bench.kontor.asSystem(() -> merges.undo(merge.id(), false));
    }

    private List<PaymentMethodView> of(long customer) {
        return bench.kontor.asSystem(() -> methods.ofCustomer(customer));
    }

    private AppException refused(Callable<?> work) {
        return assertThrows(AppException.class, () -> bench.kontor.asSystem(work));
    }

    private FieldError field(Callable<?> work) {
        return refused(work).errors().get(0);
    }
}
