package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.kontor.connectors.tck.Outcomes.done;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.kontor.connectors.tck.StubServer.Fault;
import org.kontor.spi.Amount;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode.Kind;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.InboundMessage;
import org.kontor.spi.Outcome;
import org.kontor.spi.PaymentVault;
import org.kontor.spi.PaymentVault.Charge;
import org.kontor.spi.PaymentVault.ChargeRequest;
import org.kontor.spi.PaymentVault.Deletion;
import org.kontor.spi.PaymentVault.Feature;
import org.kontor.spi.PaymentVault.Refund;
import org.kontor.spi.PaymentVault.RefundRequest;
import org.kontor.spi.PaymentVault.StoreRequest;
import org.kontor.spi.PaymentVault.StoredMethod;
import org.kontor.spi.Secret;
import org.kontor.spi.VaultNotice;

/**
 * What every payment vault must hold: money moves once or not at all, and nobody claims to know what he does not know.
 *
 * <p>The stub must know the token {@code kit-token}, refuse the token {@code kit-token-refused}, refuse charges of {@code
 * 13.13}, and refuse to delete the shopper that {@link #busyShopper()} names.
 */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public interface PaymentVaultContract extends RemoteContract {

    /** The vault under test. */
    PaymentVault testee();

    /** Whether a request to the stub moves money. */
    boolean movesMoney(StubServer.Request request);

    /** The vault's id of a shopper who cannot be deleted now. */
    default String busyShopper() {
        return "busy";
    }

    /** The message that the vault would push about a charge with this key. For vaults with {@link Feature#NOTICES}. */
    default InboundMessage noticeOfCharge(String key) {
        throw new AssertionError("Say how the vault tells of the charge " + key + ": override noticeOfCharge");
    }

    /** PV01. */
    @Test
    default void required_PV01_aMethodIsStoredFromATokenAndNoMoreThanFourDigitsComeBack() {
        StoredMethod method = stored();
        assertFalse(method.shopperId().isBlank());
        assertFalse(method.methodId().isBlank());
        Outcome<StoredMethod> refused = testee().store(connection(), store("kit-token-refused"));
        assertInstanceOf(Outcome.Refused.class, refused);
        assertDeclared(refused);
    }

    /** PV02. */
    @Test
    default void required_PV02_aChargeTellsItsIdAndTheAmountThatWasAskedFor() {
        Charge charge = charged("pv02");
        assertFalse(charge.chargeId().isBlank());
        assertEquals(amount(), charge.amount());
    }

    /** PV03: the key goes along, and the same key moves money once. */
    @Test
    default void required_PV03_theSameKeyChargesOnce() {
        Charge first = charged("pv03");
        Charge again = charged("pv03");
        assertEquals(first.chargeId(), again.chargeId(), "a second charge was made");
        assertTrue(
                stub().requests().stream()
                        .filter(this::movesMoney)
                        .allMatch(r -> (r.headers() + " " + r.uri() + " " + r.body()).contains("pv03")),
                "the key is not in the request");
    }

    /** PV04. */
    @Test
    default void required_PV04_aRefusedChargeIsRefusedWithAReason() {
        StoredMethod method = stored();
        Outcome<Charge> outcome = testee().charge(
                        connection(),
                        new ChargeRequest(
                                key("pv04"),
                                method.shopperId(),
                                method.methodId(),
                                Amount.of("13.13", "USD"),
                                "Kontor"));
        assertInstanceOf(Outcome.Refused.class, outcome);
        assertKind(Kind.REMOTE_REFUSED, outcome);
    }

    /** PV05: money may have moved. */
    @Test
    default void required_PV05_aLostReplyIsUnknownAndIsNotSentAgain() {
        unknownAfter(Fault.LOSE_REPLY, "pv05");
    }

    /** PV06: money may have moved. */
    @Test
    default void required_PV06_aReplyThatIsTooLateIsUnknownWithinTheTimeLimit() {
        unknownAfter(Fault.NEVER_ANSWER, "pv06");
    }

    /** PV07: money may have moved. */
    @Test
    default void required_PV07_garbageIsUnknown() {
        unknownAfter(Fault.GARBAGE, "pv07");
    }

    /** PV08: money may have moved. */
    @Test
    default void required_PV08_anInternalErrorIsUnknown() {
        unknownAfter(Fault.ANSWER_500, "pv08");
    }

    /** PV09. */
    @Test
    default void required_PV09_tooManyCallsIsNotSentAndTellsHowLongToWait() {
        StoredMethod method = stored();
        stub().misbehave(Fault.ANSWER_429);
        Outcome<Charge> outcome = testee().charge(connection(), request("pv09", method));
        Outcome.NotSent<?> notSent = assertInstanceOf(Outcome.NotSent.class, outcome);
        assertEquals(Optional.of(Duration.ofSeconds(7)), notSent.retryAfter());
        assertKind(Kind.REMOTE_DOWN, outcome);
    }

    /** PV10. */
    @Test
    default void required_PV10_withoutAConnectionNothingIsSent() {
        StoredMethod method = stored();
        Outcome<Charge> outcome = testee().charge(connectionToNowhere(), request("pv10", method));
        assertInstanceOf(Outcome.NotSent.class, outcome);
        assertKind(Kind.REMOTE_DOWN, outcome);
    }

    /** PV11: the reconciler asks. */
    @Test
    default void required_PV11_aChargeIsFoundByItsKeyAlsoWhenItsReplyWasLost() {
        StoredMethod method = stored();
        stub().misbehave(Fault.LOSE_REPLY);
        testee().charge(connection(), request("pv11", method));
        stub().misbehave(Fault.NONE);
        Outcome<Charge> found = testee().lookUp(connection(), key("pv11"));
        assertEquals(amount(), done(found).amount());
    }

    /** PV12: it may be sent again then. */
    @Test
    default void required_PV12_aKeyThatWasNeverSeenIsNotSent() {
        assertInstanceOf(Outcome.NotSent.class, testee().lookUp(connection(), key("pv12-never")));
    }

    /** PV13: not to know is not to have not. */
    @Test
    default void required_PV13_aLookUpThatFailsIsUnknown() {
        for (Fault fault :
                new Fault[] {Fault.GARBAGE, Fault.ANSWER_500, Fault.LOSE_REPLY, Fault.ANSWER_429, Fault.ANSWER_401}) {
            stub().misbehave(fault);
            Outcome<Charge> outcome = testee().lookUp(connection(), key("pv13"));
            assertInstanceOf(Outcome.Unknown.class, outcome, fault + " must be Unknown");
            assertDeclared(outcome);
        }
        assertInstanceOf(Outcome.Unknown.class, testee().lookUp(connectionToNowhere(), key("pv13")));
    }

    /** PV14. */
    @Test
    default void optional_PV14_aChargeIsGivenBackOnceAndFoundByKey() {
        assumeTrue(testee().features().contains(Feature.REFUND), "refunds are denied");
        Charge charge = charged("pv14");
        RefundRequest request = new RefundRequest(key("pv14-r"), charge.chargeId(), amount(), amount());
        Refund refund = done(testee().refund(connection(), request));
        assertEquals(amount(), refund.amount());
        assertEquals(
                refund.refundId(), done(testee().refund(connection(), request)).refundId());
        assertEquals(
                refund.refundId(),
                done(testee().lookUpRefund(connection(), charge.chargeId(), key("pv14-r")))
                        .refundId());
        assertInstanceOf(
                Outcome.NotSent.class, testee().lookUpRefund(connection(), charge.chargeId(), key("pv14-never")));
        stub().misbehave(Fault.LOSE_REPLY);
        assertInstanceOf(
                Outcome.Unknown.class,
                testee().refund(connection(), new RefundRequest(key("pv14-s"), charge.chargeId(), amount(), amount())));
    }

    /** PV15: forgetting twice does no harm. */
    @Test
    default void optional_PV15_aMethodIsForgottenAndTheSecondTimeItWasGoneBefore() {
        assumeTrue(testee().features().contains(Feature.REMOVE_METHOD), "removing methods is denied");
        StoredMethod method = stored();
        assertEquals(
                PaymentVault.Removal.REMOVED,
                done(testee().removeMethod(connection(), method.shopperId(), method.methodId())));
        assertEquals(
                PaymentVault.Removal.ALREADY_GONE,
                done(testee().removeMethod(connection(), method.shopperId(), method.methodId())));
    }

    /** PV16: a shopper is forgotten, was forgotten, or cannot be forgotten yet (V-16). */
    @Test
    default void optional_PV16_deletingAShopperHasThreeEnds() {
        assumeTrue(testee().features().contains(Feature.DELETE_SHOPPER), "deleting shoppers is denied");
        StoredMethod method = stored();
        assertInstanceOf(
                Deletion.Accepted.class, done(testee().deleteShopper(connection(), delete(method.shopperId()))));
        assertInstanceOf(
                Deletion.AlreadyGone.class, done(testee().deleteShopper(connection(), delete(method.shopperId()))));
        Deletion.RefusedUntil refused = assertInstanceOf(
                Deletion.RefusedUntil.class, done(testee().deleteShopper(connection(), delete(busyShopper()))));
        assertDeclared(refused.reason());
        stub().misbehave(Fault.ANSWER_500);
        assertInstanceOf(Outcome.Unknown.class, testee().deleteShopper(connection(), delete(method.shopperId())));
    }

    /** PV17: what is not offered is refused before anything is sent. */
    @Test
    default void required_PV17_whatIsDeniedIsRefusedAndNothingIsSent() {
        stub().forgetRequests();
        assertAll(
                () -> denied(Feature.REFUND, () -> testee().refund(connection(), refund(amount()))),
                () -> denied(Feature.REFUND, () -> testee().lookUpRefund(connection(), "1", key("pv17"))),
                () -> denied(
                        Feature.PARTIAL_REFUND, () -> testee().refund(connection(), refund(Amount.of("1", "USD")))),
                () -> denied(Feature.REMOVE_METHOD, () -> testee().removeMethod(connection(), "1", "1")),
                () -> denied(Feature.DELETE_SHOPPER, () -> testee().deleteShopper(connection(), delete("1"))));
    }

    /** PV18: what was kept is found again, by its own id and by Kontor's number of the customer. */
    @Test
    default void optional_PV18_aShopperIsFoundWithItsMethods() throws ConnectorException {
        assumeTrue(testee().features().contains(Feature.READ_SHOPPER), "reading shoppers is denied");
        StoredMethod method = stored();
        PaymentVault.Shopper shopper =
                testee().shopper(connection(), method.shopperId()).orElseThrow();
        assertEquals(method.shopperId(), shopper.shopperId());
        assertTrue(shopper.methods().contains(method), () -> method + " is not among " + shopper);
        assertEquals(
                Optional.of(method.shopperId()),
                testee().shopperOf(connection(), "4711").map(PaymentVault.Shopper::shopperId));
        assertEquals(Optional.empty(), testee().shopperOf(connection(), "4712"));
        stub().misbehave(Fault.ANSWER_500);
        ConnectorException failure =
                assertThrows(ConnectorException.class, () -> testee().shopper(connection(), method.shopperId()));
        assertDeclared(failure.problem());
    }

    /** PV19: a message is a hint, and one of a stranger not even that. */
    @Test
    default void optional_PV19_aMessageOfTheVaultNamesTheKeyAndAStrangerIsNotBelieved() {
        assumeTrue(testee().features().contains(Feature.NOTICES), "notices are denied");
        stub().forgetRequests();
        InboundMessage good = noticeOfCharge("pv19");
        VaultNotice.About about = assertInstanceOf(VaultNotice.About.class, testee().notice(connection(), good));
        assertEquals(VaultNotice.Subject.CHARGE, about.subject());
        assertEquals(Optional.of(key("pv19")), about.key());
        VaultNotice.Untrusted untrusted = assertInstanceOf(
                VaultNotice.Untrusted.class,
                testee().notice(connection(), new InboundMessage("198.51.100.9", good.headers(), good.body())));
        assertDeclared(untrusted.reason());
        assertInstanceOf(
                VaultNotice.Unreadable.class,
                testee().notice(
                                connection(),
                                new InboundMessage(good.sourceAddress(), good.headers(), "\u0000 what is this")));
        assertTrue(stub().requests().isEmpty(), "something was sent");
    }

    private void denied(Feature feature, java.util.function.Supplier<Outcome<?>> call) {
        if (testee().features().contains(feature)) {
            return;
        }
        Outcome<?> outcome = call.get();
        assertInstanceOf(Outcome.Refused.class, outcome, feature + " is denied");
        assertKind(Kind.USER, outcome);
        assertTrue(stub().requests().isEmpty(), feature + " is denied, and something was sent");
    }

    private void unknownAfter(Fault fault, String key) {
        StoredMethod method = stored();
        stub().forgetRequests();
        stub().misbehave(fault);
        Outcome<Charge> outcome = assertTimeoutPreemptively(
                connection().timeLimit().plusSeconds(1), () -> testee().charge(connection(), request(key, method)));
        assertInstanceOf(Outcome.Unknown.class, outcome, fault + " must be Unknown");
        assertDeclared(outcome);
        assertEquals(1, changes(this::movesMoney), "the request that moves money was sent again");
    }

    private StoredMethod stored() {
        return done(testee().store(connection(), store("kit-token")));
    }

    private Charge charged(String key) {
        return done(testee().charge(connection(), request(key, stored())));
    }

    private static PaymentVault.DeleteRequest delete(String shopperId) {
        return new PaymentVault.DeleteRequest(shopperId, Optional.empty());
    }

    private static StoreRequest store(String token) {
        return new StoreRequest(
                key("store"), "4711", Optional.empty(), new Secret(token), "Wanda", "Rook", "wanda@rook.example");
    }

    private static ChargeRequest request(String key, StoredMethod method) {
        return new ChargeRequest(key(key), method.shopperId(), method.methodId(), amount(), "Kontor");
    }

    private static RefundRequest refund(Amount amount) {
        return new RefundRequest(key("pv17"), "1", amount(), amount);
    }

    private static Amount amount() {
        return Amount.of("25.50", "USD");
    }

    private static IdempotencyKey key(String value) {
        return new IdempotencyKey(value);
    }
}
