package org.kontor.connectors.bluesnap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.connectors.tck.KitConnection;
import org.kontor.connectors.tck.StubServer;
import org.kontor.connectors.tck.StubServer.Reply;
import org.kontor.connectors.tck.StubServer.Request;
import org.kontor.spi.Amount;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.Outcome;
import org.kontor.spi.PaymentVault;
import org.kontor.spi.PaymentVault.Billing;
import org.kontor.spi.PaymentVault.Charge;
import org.kontor.spi.PaymentVault.ChargeRequest;
import org.kontor.spi.PaymentVault.DeleteRequest;
import org.kontor.spi.PaymentVault.Deletion;
import org.kontor.spi.PaymentVault.MethodType;
import org.kontor.spi.PaymentVault.Refund;
import org.kontor.spi.PaymentVault.RefundRequest;
import org.kontor.spi.PaymentVault.Removal;
import org.kontor.spi.PaymentVault.StoreRequest;
import org.kontor.spi.PaymentVault.StoredMethod;
import org.kontor.spi.Problem;
import org.kontor.spi.Secret;

/** What BlueSnap does in its own way. */
class BlueSnapVaultTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
    private static final Billing BILLING =
            new Billing("Rook Ltd", "+13035550102", "1 Main St", "Denver", "CO", "80202", "US");

    private final BlueSnapStub blueSnap = new BlueSnapStub();
    private final PaymentVault vault =
            (PaymentVault) new BlueSnapConnector(CLOCK).capabilities().get(0);
    private StubServer stub = new StubServer(blueSnap);

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void aSecondMethodJoinsTheFirstAndTheSameOneIsRenewed() throws ConnectorException {
        StoredMethod card = stored("kit-token", Optional.empty());
        assertEquals("card:VISA:1111", card.methodId());
        assertEquals(Optional.of(YearMonth.of(2029, 7)), card.expires());
        StoredMethod account = stored("kit-token-ecp", Optional.of(card.shopperId()));
        assertEquals(MethodType.BANK_DEBIT, account.type());
        assertEquals("ecp:CONSUMER_CHECKING:99992:75150", account.methodId());
        assertEquals("9992", account.lastDigits());
        StoredMethod sepa = stored("kit-token-sepa", Optional.of(card.shopperId()));
        assertEquals("sepa:DE09:7891", sepa.methodId());
        StoredMethod renewed = stored("kit-token-renewed", Optional.of(card.shopperId()));
        assertEquals(card.methodId(), renewed.methodId());
        assertEquals(Optional.of(YearMonth.of(2032, 7)), renewed.expires());
        PaymentVault.Shopper shopper =
                vault.shopper(connection(), card.shopperId()).orElseThrow();
        assertEquals(
                List.of(renewed, account, sepa).stream()
                        .map(StoredMethod::methodId)
                        .toList(),
                shopper.methods().stream().map(StoredMethod::methodId).toList());
        assertEquals("4711", shopper.customerRef());
    }

    @Test
    void aStoreWhoseReplyWasLostIsFoundByTheCustomersNumber() throws ConnectorException {
        stub.misbehave(StubServer.Fault.LOSE_REPLY);
        assertInstanceOf(Outcome.Unknown.class, store("kit-token", Optional.empty(), BILLING));
        stub.misbehave(StubServer.Fault.NONE);
        assertEquals(
                List.of("card:VISA:1111"),
                vault.shopperOf(connection(), "4711").orElseThrow().methods().stream()
                        .map(StoredMethod::methodId)
                        .toList());
    }

    @Test
    void aBankAccountWithoutAPostalCodeIsRefusedWithWhatIsMissing() {
        Problem problem = refused(store("kit-token-ecp", Optional.empty(), Billing.NONE));
        assertEquals(BlueSnapErrors.PAYER, problem.code());
        assertEquals("20030 MISSING_VAULTED_SHOPPER_FIELDS", problem.remoteCode());
    }

    @Test
    void aTokenThatBlueSnapRepeatsInItsMessageIsMasked() {
        Problem problem = refused(store("kit-token-refused", Optional.empty(), BILLING));
        assertEquals(BlueSnapErrors.TOKEN, problem.code());
        assertTrue(problem.message().contains("Token *** was not found"), problem::message);
    }

    @Test
    void aDebitIsPendingUntilTheBankHasDecided() {
        StoredMethod account = stored("kit-token-ecp", Optional.empty());
        Outcome.Pending<?> pending = assertInstanceOf(Outcome.Pending.class, charge(account, "debit-1", "40.00"));
        assertEquals(Amount.of("40", "USD"), ((Charge) pending.value()).amount());
        assertInstanceOf(Outcome.Pending.class, lookUp("debit-1"));
        blueSnap.decide("debit-1", "SUCCESS");
        assertInstanceOf(Outcome.Done.class, lookUp("debit-1"));
        blueSnap.decide("debit-1", "FAIL");
        assertInstanceOf(Outcome.Refused.class, lookUp("debit-1"));
        blueSnap.decide("debit-1", "SOMETHING_NEW");
        assertInstanceOf(Outcome.Unknown.class, lookUp("debit-1"));
    }

    /** What a notice of an authorisation announces has not ended: the money comes when it is captured. */
    @ParameterizedTest
    @CsvSource({
        "AUTH_ONLY,SUCCESS,Pending",
        "AUTH_ONLY,FAIL,Refused",
        "AUTH_CAPTURE,SUCCESS,Done",
        "CAPTURE,SUCCESS,Done"
    })
    void anAuthorisationThatIsNotCapturedIsPending(String type, String status, String expected) {
        Outcome<Charge> outcome = Transactions.charge(
                jakarta.json.Json.createObjectBuilder()
                        .add("cardTransactionType", type)
                        .add("transactionId", "38486450")
                        .add("merchantTransactionId", "c-1")
                        .add("amount", 11)
                        .add("currency", "USD")
                        .add(
                                "processingInfo",
                                jakarta.json.Json.createObjectBuilder().add("processingStatus", status))
                        .build(),
                key("c-1"));
        assertEquals(expected, outcome.getClass().getSimpleName());
    }

    @Test
    void aFailureInTheMiddleIsNotTakenForARefusal() {
        Outcome<Charge> outcome = charge(stored("kit-token", Optional.empty()), "half-1", "14.14");
        assertInstanceOf(Outcome.Unknown.class, outcome);
        assertEquals(BlueSnapErrors.NOT_DECIDED, outcome.trouble().orElseThrow().code());
    }

    @Test
    void twoChargesUnderOneKeyAreADefectThatSomebodyMustLookAt() {
        charge(stored("kit-token", Optional.empty()), "twice-1", "20.00");
        blueSnap.doubleCharge("twice-1");
        Outcome<Charge> outcome = lookUp("twice-1");
        assertInstanceOf(Outcome.Unknown.class, outcome);
        assertEquals(BlueSnapErrors.TWO_CHARGES, outcome.trouble().orElseThrow().code());
    }

    @Test
    void partOfAChargeIsGivenBackAndFoundAmongSeveralRefunds() {
        Charge charge = done(charge(stored("kit-token", Optional.empty()), "c-1", "25.50"));
        Refund first = done(refund(charge, "r-1", "5.50"));
        Refund second = done(refund(charge, "r-2", "3.00"));
        assertEquals(Amount.of("5.50", "USD"), first.amount());
        assertEquals(second, done(vault.lookUpRefund(connection(), charge.chargeId(), key("r-2"))));
        assertInstanceOf(Outcome.NotSent.class, vault.lookUpRefund(connection(), charge.chargeId(), key("r-3")));
        assertInstanceOf(Outcome.Unknown.class, vault.lookUpRefund(connection(), "999999", key("r-1")));
    }

    @Test
    void aMethodThatASubscriptionNeedsStays() throws ConnectorException {
        StoredMethod amex = stored("kit-token-amex", Optional.empty());
        Problem problem = refused(vault.removeMethod(connection(), amex.shopperId(), amex.methodId()));
        assertEquals(BlueSnapErrors.METHOD_IN_USE, problem.code());
        assertFalse(vault.shopper(connection(), amex.shopperId())
                .orElseThrow()
                .methods()
                .isEmpty());
    }

    @Test
    void aLostReplyToARemovalIsUnknownAndTheNextTryFindsItGone() {
        StoredMethod card = stored("kit-token", Optional.empty());
        answersOnce(request -> request.method().equals("PUT") ? StubServer.Fault.LOSE_REPLY : StubServer.Fault.NONE);
        assertInstanceOf(Outcome.Unknown.class, vault.removeMethod(connection(), card.shopperId(), card.methodId()));
        assertEquals(Removal.ALREADY_GONE, done(vault.removeMethod(connection(), card.shopperId(), card.methodId())));
    }

    /** One error of BlueSnap stands for several reasons; a date is told only where it follows from the last charge (V-16). */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "Shopper has made purchases in the past 12 months,2026-03-15,SHOPPER_HAS_YOUNG_CHARGES,2027-03-16",
                "Shopper has made purchases in the past 12 months,2020-03-15,SHOPPER_HAS_YOUNG_CHARGES,-",
                "Shopper has made purchases in the past 12 months,-,SHOPPER_HAS_YOUNG_CHARGES,-",
                "Shopper has active subscriptions.,2026-03-15,SHOPPER_HAS_SUBSCRIPTION,-",
                "Shopper has pending SEPA or ECP payment,2026-03-15,SHOPPER_HAS_OPEN_DEBIT,-"
            })
    void aRefusedDeletionSaysWhyAndSinceWhenItIsWorthAskingAgain(
            String words, LocalDate lastCharged, String code, LocalDate earliest) {
        StoredMethod card = stored("kit-token", Optional.empty());
        blueSnap.refuseDeletion(words);
        Deletion.RefusedUntil refused = assertInstanceOf(
                Deletion.RefusedUntil.class, done(delete(card.shopperId(), Optional.ofNullable(lastCharged))));
        assertEquals(code, refused.reason().code().code());
        assertEquals("14110 DELETE_SHOPPER_VALIDATION_FAILURE", refused.reason().remoteCode());
        assertEquals(Optional.ofNullable(earliest), refused.earliest());
    }

    /** What follows from the last charge is told before anybody asks, and nobody is called for it. */
    @Test
    void aYoungChargeIsForeseen() {
        stub.close();
        Deletion.RefusedUntil young = vault.foreseen(
                        new PaymentVault.DeleteRequest("1", Optional.of(LocalDate.of(2026, 3, 15))))
                .orElseThrow();
        assertEquals(Optional.of(LocalDate.of(2027, 3, 16)), young.earliest());
        assertEquals(BlueSnapErrors.YOUNG_CHARGES, young.reason().code());
        assertEquals(
                Optional.empty(),
                vault.foreseen(new PaymentVault.DeleteRequest("1", Optional.of(LocalDate.of(2020, 3, 15)))));
        assertEquals(Optional.empty(), vault.foreseen(new PaymentVault.DeleteRequest("1", Optional.empty())));
    }

    @Test
    void anAcceptedDeletionIsDoneWithinSevenDaysAndThenTheShopperIsGone() throws ConnectorException {
        StoredMethod card = stored("kit-token", Optional.empty());
        assertEquals(
                new Deletion.Accepted(LocalDate.of(2026, 11, 29)), done(delete(card.shopperId(), Optional.empty())));
        assertEquals(new Deletion.AlreadyGone(), done(delete(card.shopperId(), Optional.empty())));
        assertEquals(Optional.empty(), vault.shopper(connection(), card.shopperId()));
        assertEquals(new Deletion.AlreadyGone(), done(delete("123", Optional.empty())));
    }

    /** A page of a gateway is no proof that nothing is there: neither that a charge may be sent again nor that a person is gone. */
    @Test
    void aNotFoundThatIsNotBlueSnapsProvesNothing() {
        stub.close();
        stub = new StubServer(request -> new Reply(404, "<html>no such page</html>"));
        assertInstanceOf(Outcome.Unknown.class, lookUp("c-1"));
        assertFalse(delete("123", Optional.empty()) instanceof Outcome.Done);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Client request rate is too high", "Client request concurrency is too high"})
    void throttlingBy503IsNotSentWhileAny503IsUnknown(String words) {
        StoredMethod card = stored("kit-token", Optional.empty());
        stub.close();
        stub = new StubServer(request -> BlueSnapStub.error(503, "503", "", words));
        assertInstanceOf(Outcome.NotSent.class, charge(card, "c-1", "25.50"));
        stub.close();
        stub = new StubServer(request -> BlueSnapStub.error(503, "503", "", "Maintenance"));
        assertInstanceOf(Outcome.Unknown.class, charge(card, "c-2", "25.50"));
    }

    @Test
    void theSameKeyInProgressIsUnknownAndAMissingRoleIsTheOperatorsMatter() {
        StoredMethod card = stored("kit-token", Optional.empty());
        stub.close();
        stub = new StubServer(request -> BlueSnapStub.error(409, "409", "", "In progress"));
        assertInstanceOf(Outcome.Unknown.class, charge(card, "c-1", "25.50"));
        stub.close();
        stub = new StubServer(request -> BlueSnapStub.error(403, "7", "INVALID_TRANSACTION_TYPE", "Invalid"));
        assertEquals(BlueSnapErrors.SETUP, refused(charge(card, "c-2", "25.50")).code());
        stub.close();
        stub = new StubServer(request -> new Reply(403, ""));
        assertEquals(
                RemoteCodes.CREDENTIALS, refused(charge(card, "c-3", "25.50")).code());
    }

    @ParameterizedTest
    @CsvSource({
        "14002,EXPIRED_CARD,CARD_EXPIRED",
        "14002,INSUFFICIENT_FUNDS,INSUFFICIENT_FUNDS",
        "14002,CARD_LOST_OR_STOLEN,CARD_LOST_OR_STOLEN",
        "14002,THREE_D_SECURITY_AUTHENTICATION_REQUIRED,PAYER_MUST_AUTHENTICATE",
        "14002,A_REASON_OF_TOMORROW,CARD_DECLINED",
        "20031,MISSING_RELEVANT_METHOD_FOR_SHOPPER,METHOD_MISSING",
        "10001,MERCHANT_CONFIGURATION_ERROR,ACCOUNT_SETUP",
        "11001,XSS_EXCEPTION,INPUT_NOT_ALLOWED",
        "99999,NEVER_HEARD_OF,REMOTE_REFUSED"
    })
    void errorsAreToldByName(String code, String name, String expected) {
        StoredMethod card = stored("kit-token", Optional.empty());
        stub.close();
        stub = new StubServer(request -> BlueSnapStub.error(400, code, name, "Words of BlueSnap"));
        Problem problem = refused(charge(card, "c-1", "25.50"));
        assertEquals(expected, problem.code().code());
        assertEquals(code + " " + name, problem.remoteCode());
        assertTrue(problem.message().contains("Words of BlueSnap"), problem::message);
    }

    @Test
    void idsOfAnotherVaultAreRefusedBeforeAnythingIsSent() {
        stub.forgetRequests();
        assertInstanceOf(
                Outcome.Refused.class,
                vault.charge(
                        connection(), new ChargeRequest(key("c-1"), "12", "pm_123", Amount.of("1", "USD"), "Kontor")));
        assertInstanceOf(Outcome.Refused.class, vault.removeMethod(connection(), "../1", "card:VISA:1111"));
        assertInstanceOf(Outcome.Refused.class, delete("merchant/4711", Optional.empty()));
        assertEquals(List.of(), stub.requests());
    }

    @Test
    void theDescriptorIsCutToWhatEveryBankShows() {
        StoredMethod card = stored("kit-token", Optional.empty());
        stub.forgetRequests();
        vault.charge(
                connection(),
                new ChargeRequest(
                        key("c-1"),
                        card.shopperId(),
                        card.methodId(),
                        Amount.of("900", "JPY"),
                        "Würfel & Söhne, Rechnung 12"));
        Request request = stub.requests().get(0);
        assertTrue(request.body().contains("\"softDescriptor\":\"W rfel & S hne Rechn\""), request::body);
        assertTrue(request.body().contains("\"amount\":900,"), request::body);
        assertEquals("c-1", request.header("idempotency-key"));
    }

    private void answersOnce(Function<Request, StubServer.Fault> fault) {
        stub.close();
        StubServer[] made = new StubServer[1];
        boolean[] used = new boolean[1];
        made[0] = new StubServer(request -> {
            StubServer.Fault how = used[0] ? StubServer.Fault.NONE : fault.apply(request);
            Reply reply = blueSnap.apply(request);
            if (how == StubServer.Fault.NONE) {
                return reply;
            }
            used[0] = true;
            throw new IllegalStateException("The connection breaks");
        });
        stub = made[0];
    }

    private StoredMethod stored(String token, Optional<String> shopper) {
        return done(store(token, shopper, BILLING));
    }

    private Outcome<StoredMethod> store(String token, Optional<String> shopper, Billing billing) {
        return vault.store(
                connection(),
                new StoreRequest(
                        key("store-" + token),
                        "4711",
                        shopper,
                        new Secret(token),
                        "Wanda",
                        "Rook",
                        "wanda@rook.example",
                        billing));
    }

    private Outcome<Charge> charge(StoredMethod method, String key, String amount) {
        return vault.charge(
                connection(),
                new ChargeRequest(key(key), method.shopperId(), method.methodId(), Amount.of(amount, "USD"), "Kontor"));
    }

    private Outcome<Charge> lookUp(String key) {
        return vault.lookUp(connection(), key(key));
    }

    private Outcome<Refund> refund(Charge charge, String key, String amount) {
        return vault.refund(
                connection(),
                new RefundRequest(key(key), charge.chargeId(), charge.amount(), Amount.of(amount, "USD")));
    }

    private Outcome<Deletion> delete(String shopperId, Optional<LocalDate> lastCharged) {
        return vault.deleteShopper(connection(), new DeleteRequest(shopperId, lastCharged));
    }

    private KitConnection connection() {
        return BlueSnapContractTest.to(stub.address().toString(), Map.of()).within(Duration.ofSeconds(2));
    }

    private static IdempotencyKey key(String value) {
        return new IdempotencyKey(value);
    }

    private static Problem refused(Outcome<?> outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).problem();
    }

    private static <T> T done(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Done<T> done) {
            return done.value();
        }
        throw new AssertionError("Done was expected, not " + outcome);
    }
}
