package org.kontor.connectors.tck;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.kontor.connectors.support.Exchange;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Amount;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.InboundMessage;
import org.kontor.spi.Outcome;
import org.kontor.spi.PaymentVault;
import org.kontor.spi.VaultNotice;

/** The vault of {@link RemoteSystem}. */
class SampleVault implements PaymentVault {

    private final SampleRemote remote;

    SampleVault(SampleRemote remote) {
        this.remote = remote;
    }

    @Override
    public String id() {
        return "sample-vault";
    }

    @Override
    public String name() {
        return "Sample vault";
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.allOf(Feature.class);
    }

    @Override
    public Outcome<StoredMethod> store(Connection connection, StoreRequest request) {
        String body = Json.createObjectBuilder()
                .add("token", request.token().reveal())
                .add("customer", request.customerRef())
                .build()
                .toString();
        return outcome(
                remote.send(connection, "POST", "/methods", request.key().value(), body),
                json -> stored(json.getString("shopper"), json.getString("method")));
    }

    @Override
    public Outcome<Charge> charge(Connection connection, ChargeRequest request) {
        return outcome(
                remote.send(connection, "POST", "/charges", request.key().value(), body(request.amount())),
                SampleVault::charge);
    }

    @Override
    public Outcome<Charge> lookUp(Connection connection, IdempotencyKey key) {
        return found(remote.get(connection, "/charges?key=" + key.value()), SampleVault::charge);
    }

    @Override
    public Outcome<Refund> refund(Connection connection, RefundRequest request) {
        return outcome(
                remote.send(connection, "POST", "/refunds", request.key().value(), body(request.amount())),
                SampleVault::refund);
    }

    @Override
    public Outcome<Refund> lookUpRefund(Connection connection, String chargeId, IdempotencyKey key) {
        return found(remote.get(connection, "/refunds?key=" + key.value()), SampleVault::refund);
    }

    @Override
    public Outcome<Removal> removeMethod(Connection connection, String shopperId, String methodId) {
        Exchange exchange = remote.send(connection, "DELETE", "/methods/" + methodId, "", "");
        if (exchange instanceof Exchange.Answered answer && answer.status() == 404) {
            return Outcome.done(Removal.ALREADY_GONE);
        }
        return RemoteCodes.outcome(
                exchange, good -> Outcome.done(Removal.REMOVED), no -> RemoteCodes.REFUSED.because("It refused."));
    }

    @Override
    public Outcome<Deletion> deleteShopper(Connection connection, DeleteRequest request) {
        Exchange exchange = remote.send(connection, "DELETE", "/shoppers/" + request.shopperId(), "", "");
        if (exchange instanceof Exchange.Answered answer && answer.status() == 404) {
            return Outcome.done(new Deletion.AlreadyGone());
        }
        if (exchange instanceof Exchange.Answered answer && answer.status() == 409) {
            return Outcome.done(new Deletion.RefusedUntil(
                    Optional.of(LocalDate.of(2027, 1, 1)), RemoteCodes.REFUSED.because("There are young charges.")));
        }
        return RemoteCodes.outcome(
                exchange,
                good -> Outcome.done(new Deletion.Accepted(LocalDate.of(2026, 11, 28))),
                no -> RemoteCodes.REFUSED.because("It refused."));
    }

    @Override
    public Optional<Shopper> shopper(Connection connection, String shopperId) throws ConnectorException {
        return read(connection, "/shoppers/" + shopperId);
    }

    @Override
    public Optional<Shopper> shopperOf(Connection connection, String customerRef) throws ConnectorException {
        return read(connection, "/shoppers?customer=" + customerRef);
    }

    @Override
    public VaultNotice notice(Connection connection, InboundMessage message) {
        if (!message.sourceAddress().equals("192.0.2.7")) {
            return new VaultNotice.Untrusted(RemoteCodes.REFUSED.because("Ask who sends this: it is not the vault."));
        }
        String[] parts = message.body().split(" ");
        return parts[0].equals("charged")
                ? new VaultNotice.About(
                        VaultNotice.Subject.CHARGE, parts[0], Optional.of(new IdempotencyKey(parts[1])), "", "")
                : new VaultNotice.Unreadable(RemoteCodes.UNREADABLE.because("Update the connector."));
    }

    private Optional<Shopper> read(Connection connection, String path) throws ConnectorException {
        Exchange exchange = remote.get(connection, path);
        if (exchange instanceof Exchange.Answered answer && answer.status() == 404) {
            return Optional.empty();
        }
        return Optional.of(RemoteCodes.read(exchange, good -> {
            JsonObject json = SampleRemote.json(good);
            return new Shopper(
                    json.getString("shopper"),
                    json.getString("customer"),
                    json.getJsonArray("methods").getValuesAs(JsonString.class).stream()
                            .map(method -> stored(json.getString("shopper"), method.getString()))
                            .toList());
        }));
    }

    private static StoredMethod stored(String shopper, String method) {
        return new StoredMethod(shopper, method, MethodType.CARD, "VISA", "1111", Optional.of(YearMonth.of(2031, 12)));
    }

    private static String body(Amount amount) {
        return Json.createObjectBuilder()
                .add("amount", amount.toString())
                .build()
                .toString();
    }

    private static Charge charge(JsonObject json) {
        return new Charge(json.getString("id"), amount(json), Optional.empty());
    }

    private static Refund refund(JsonObject json) {
        return new Refund(json.getString("id"), amount(json));
    }

    private static Amount amount(JsonObject json) {
        String[] parts = json.getString("amount").split(" ");
        return Amount.of(parts[0], parts[1]);
    }

    static <T> Outcome<T> outcome(Exchange exchange, java.util.function.Function<JsonObject, T> reader) {
        return RemoteCodes.outcome(
                exchange,
                good -> Outcome.done(reader.apply(SampleRemote.json(good))),
                no -> RemoteCodes.REFUSED.because("Ask the payer for another card.", "" + no.status()));
    }

    /** A look-up that did not succeed proves nothing, except 404, which the remote system promises to mean it. */
    static <T> Outcome<T> found(Exchange exchange, java.util.function.Function<JsonObject, T> reader) {
        if (exchange instanceof Exchange.Answered answer && answer.status() == 404) {
            return Outcome.notSent(RemoteCodes.REFUSED.because("Send it again: the key was never seen."));
        }
        Outcome<T> outcome = outcome(exchange, reader);
        return outcome instanceof Outcome.Done<T>
                ? outcome
                : Outcome.unknown(outcome.trouble().orElseThrow());
    }
}
