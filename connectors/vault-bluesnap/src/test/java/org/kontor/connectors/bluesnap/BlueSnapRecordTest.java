package org.kontor.connectors.bluesnap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.connectors.tck.KitConnection;
import org.kontor.connectors.tck.StubServer;
import org.kontor.spi.Amount;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.Outcome;
import org.kontor.spi.PaymentVault;
import org.kontor.spi.PaymentVault.ChargeRequest;
import org.kontor.spi.PaymentVault.DeleteRequest;
import org.kontor.spi.PaymentVault.StoreRequest;
import org.kontor.spi.PaymentVault.StoredMethod;
import org.kontor.spi.Secret;

/** One run from the first token to the forgotten payer, written down request by request. */
class BlueSnapRecordTest {

    private final List<String> record = new ArrayList<>();
    private final BlueSnapStub blueSnap = new BlueSnapStub();
    private int shown;

    /** Store, charge, a lost reply reconciled by look-up, a deletion refused with 14110, methods removed, later accepted (V-16). */
    @Test
    @SuppressWarnings("SystemOut") // The record is what this test is run for.
    void storeChargeLoseReconcileAndForget() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);
        PaymentVault vault =
                (PaymentVault) new BlueSnapConnector(clock).capabilities().get(0);
        try (StubServer stub = new StubServer(blueSnap)) {
            KitConnection connection =
                    BlueSnapContractTest.to(stub.address().toString(), Map.of()).within(Duration.ofSeconds(2));
            Outcome<StoredMethod> stored = vault.store(
                    connection,
                    new StoreRequest(
                            new IdempotencyKey("store-1"),
                            "4711",
                            Optional.empty(),
                            new Secret("kit-token"),
                            "Wanda",
                            "Rook",
                            "wanda@rook.example"));
            StoredMethod method = ((Outcome.Done<StoredMethod>) stored).value();
            note(stub, "store a card", stored);

            ChargeRequest first = charge("charge-1", method, "25.50");
            note(stub, "charge 25.50 USD", vault.charge(connection, first));

            stub.misbehave(StubServer.Fault.LOSE_REPLY);
            note(
                    stub,
                    "charge 40.00 USD, the reply is lost",
                    vault.charge(connection, charge("charge-2", method, "40.00")));
            stub.misbehave(StubServer.Fault.NONE);
            note(stub, "look it up by its key", vault.lookUp(connection, new IdempotencyKey("charge-2")));

            DeleteRequest wish = new DeleteRequest(method.shopperId(), Optional.of(LocalDate.of(2026, 11, 22)));
            blueSnap.refuseDeletion("Shopper has made purchases in the past 12 months");
            note(stub, "forget the shopper", vault.deleteShopper(connection, wish));
            note(
                    stub,
                    "remove the method meanwhile",
                    vault.removeMethod(connection, method.shopperId(), method.methodId()));

            blueSnap.refuseDeletion("");
            note(stub, "forget the shopper, 12 months later", vault.deleteShopper(connection, wish));
            note(stub, "and once more", vault.deleteShopper(connection, wish));
        }
        System.out.println(String.join(System.lineSeparator(), record));
        assertEquals(
                List.of(
                        "Done",
                        "Done",
                        "Unknown",
                        "Done",
                        "RefusedUntil[earliest=Optional[2027-11-23]",
                        "Done",
                        "Accepted[by=2026-11-29]",
                        "AlreadyGone[]"),
                ends());
    }

    private List<String> ends() {
        return record.stream()
                .filter(line -> line.startsWith("  = "))
                .map(line -> {
                    String end = line.substring(4);
                    for (String deletion : List.of(
                            "RefusedUntil[earliest=Optional[2027-11-23]", "Accepted[by=2026-11-29]", "AlreadyGone[]")) {
                        if (end.contains(deletion)) {
                            return deletion;
                        }
                    }
                    return end.substring(0, end.indexOf('['));
                })
                .toList();
    }

    private void note(StubServer stub, String what, Outcome<?> outcome) {
        record.add(what);
        List<StubServer.Request> requests = stub.requests();
        for (StubServer.Request request : requests.subList(shown, requests.size())) {
            record.add("  > " + request.method() + " " + request.uri()
                    + (request.header("idempotency-key").isEmpty() ? "" : " key " + request.header("idempotency-key"))
                    + (request.body().isEmpty() ? "" : " " + request.body().replace("kit-token", "***")));
        }
        shown = requests.size();
        record.add("  = " + outcome);
    }

    private static ChargeRequest charge(String key, StoredMethod method, String amount) {
        return new ChargeRequest(
                new IdempotencyKey(key), method.shopperId(), method.methodId(), Amount.of(amount, "USD"), "Kontor");
    }
}
