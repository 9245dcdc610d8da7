package org.kontor.connectors.bluesnap;

import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kontor.connectors.bluesnap.BlueSnapClient.Call;
import org.kontor.connectors.support.Exchange;
import org.kontor.connectors.support.RemoteCodes;
import org.kontor.spi.Connection;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.InboundMessage;
import org.kontor.spi.Outcome;
import org.kontor.spi.PaymentVault;
import org.kontor.spi.Problem;
import org.kontor.spi.VaultNotice;

/** BlueSnap as a vault. Every request that changes something leaves once; what is not certain is {@link Outcome.Unknown}. */
final class BlueSnapVault implements PaymentVault {

    private static final int DAYS_TO_DELETE = 7;
    private static final int MONTHS_AFTER_A_CHARGE = 12;

    private final BlueSnapClient client;
    private final Clock clock;

    BlueSnapVault(BlueSnapClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "bluesnap";
    }

    @Override
    public String name() {
        return "BlueSnap";
    }

    @Override
    public Set<Feature> features() {
        return EnumSet.allOf(Feature.class);
    }

    @Override
    public Outcome<StoredMethod> store(Connection connection, StoreRequest request) {
        Call call = client.call(connection);
        if (request.shopperId().isEmpty()) {
            return outcome(
                    call.post("vaulted-shoppers", request.key(), Shoppers.body(request), request.token()),
                    json -> Outcome.done(Shoppers.stored(Optional.empty(), json)));
        }
        String shopperId = request.shopperId().orElseThrow();
        if (!isId(shopperId)) {
            return Outcome.refused(foreign("shopper"));
        }
        Exchange read = call.get("vaulted-shoppers/" + shopperId);
        Outcome<JsonObject> before = outcome(read, Outcome::done);
        if (!(before instanceof Outcome.Done<JsonObject> known)) {
            // Nothing was changed yet, so an uncertain read is no uncertain change.
            return before instanceof Outcome.Unknown
                    ? Outcome.notSent(before.trouble().orElseThrow())
                    : before.map(json -> Shoppers.stored(Optional.empty(), json), RemoteCodes.UNREADABLE);
        }
        return outcome(
                call.put("vaulted-shoppers/" + shopperId, Shoppers.body(request), request.token()),
                json -> Outcome.done(Shoppers.stored(Optional.of(known.value()), json)));
    }

    @Override
    public Outcome<Charge> charge(Connection connection, ChargeRequest request) {
        Optional<MethodId> method = MethodId.parse(request.methodId(), severalAccounts(connection));
        if (method.isEmpty() || !isId(request.shopperId())) {
            return Outcome.refused(foreign("method"));
        }
        return outcome(
                client.call(connection)
                        .post(Transactions.path(method.get()), request.key(), Transactions.body(request, method.get())),
                json -> Transactions.charge(json, request.key()));
    }

    @Override
    public Outcome<Charge> lookUp(Connection connection, IdempotencyKey key) {
        String name = key.value() + "," + BlueSnapSettings.merchantId(connection.settings());
        return find(
                client.call(connection),
                name,
                json -> Transactions.charge(json, key),
                Outcome.notSent(RemoteCodes.REFUSED.because("Send it again: BlueSnap has never seen the key.")));
    }

    @Override
    public Outcome<Refund> refund(Connection connection, RefundRequest request) {
        if (!isId(request.chargeId())) {
            return Outcome.refused(foreign("charge"));
        }
        Exchange exchange = client.call(connection)
                .post("transactions/refund/" + request.chargeId(), request.key(), Transactions.body(request));
        if (exchange instanceof Exchange.Answered answer && says(answer, "REFUND_IN_PROCESS")) {
            return Outcome.notSent(
                    RemoteCodes.BUSY.because("Wait a little: another refund of the charge is going on.", "14023"));
        }
        return outcome(exchange, json -> Transactions.refund(json, Optional.of(request.amount())));
    }

    @Override
    public Outcome<Refund> lookUpRefund(Connection connection, String chargeId, IdempotencyKey key) {
        if (!isId(chargeId)) {
            return Outcome.refused(foreign("charge"));
        }
        return find(
                client.call(connection),
                chargeId,
                json -> refund(json, key),
                Outcome.unknown(BlueSnapErrors.METHOD.because("Look into BlueSnap: it does not know the charge.")));
    }

    private static Outcome<Refund> refund(JsonObject charge, IdempotencyKey key) {
        List<JsonObject> refunds = Transactions.refunds(charge, key);
        if (refunds.size() > 1) {
            return Outcome.unknown(BlueSnapErrors.TWO_CHARGES.because("Compare by hand: two refunds carry one key."));
        }
        return refunds.isEmpty()
                ? Outcome.notSent(RemoteCodes.REFUSED.because("Send it again: BlueSnap has no such refund."))
                : Transactions.refund(refunds.get(0), Optional.empty());
    }

    @Override
    public Optional<Shopper> shopper(Connection connection, String shopperId) throws ConnectorException {
        return isId(shopperId) ? read(connection, shopperId) : Optional.empty();
    }

    @Override
    public Optional<Shopper> shopperOf(Connection connection, String customerRef) throws ConnectorException {
        return customerRef.matches("[A-Za-z0-9_-]{1,50}")
                ? read(connection, "merchant/" + customerRef)
                : Optional.empty();
    }

    @Override
    public Outcome<Removal> removeMethod(Connection connection, String shopperId, String methodId) {
        Optional<MethodId> method = MethodId.parse(methodId, severalAccounts(connection));
        if (method.isEmpty() || !isId(shopperId)) {
            return Outcome.refused(foreign("method"));
        }
        String path = "vaulted-shoppers/" + shopperId;
        Call call = client.call(connection);
        Exchange read = call.get(path);
        if (read instanceof Exchange.Answered answer && BlueSnapErrors.saysNotFound(answer)) {
            return Outcome.done(Removal.ALREADY_GONE);
        }
        Outcome<JsonObject> before = outcome(read, Outcome::done);
        if (!(before instanceof Outcome.Done<JsonObject> known)) {
            return before instanceof Outcome.Unknown
                    ? Outcome.notSent(before.trouble().orElseThrow())
                    : before.map(json -> Removal.REMOVED, RemoteCodes.UNREADABLE);
        }
        if (!Shoppers.has(known.value(), method.get())) {
            return Outcome.done(Removal.ALREADY_GONE);
        }
        Exchange exchange = call.put(path, Shoppers.bodyWithout(known.value(), method.get()));
        if (exchange instanceof Exchange.Answered answer && says(answer, "VALIDATION_GENERAL_FAILURE")) {
            BlueSnapErrors.Told told = BlueSnapErrors.told(answer).orElseThrow();
            if (told.mentions("subscription") || told.mentions("pending")) {
                return Outcome.refused(BlueSnapErrors.problem(answer, BlueSnapErrors.METHOD_IN_USE, told));
            }
        }
        return outcome(
                exchange,
                json -> Shoppers.has(json, method.get())
                        ? Outcome.unknown(
                                RemoteCodes.UNREADABLE.because("Look into BlueSnap: the method is still there."))
                        : Outcome.done(Removal.REMOVED));
    }

    @Override
    public Outcome<Deletion> deleteShopper(Connection connection, DeleteRequest request) {
        if (!isId(request.shopperId())) {
            return Outcome.refused(foreign("shopper"));
        }
        Call call = client.call(connection);
        Exchange exchange = call.delete("vaulted-shoppers/" + request.shopperId());
        if (exchange instanceof Exchange.Answered answer) {
            if (BlueSnapErrors.saysNotFound(answer)) {
                return Outcome.done(new Deletion.AlreadyGone());
            }
            Optional<BlueSnapErrors.Told> no =
                    BlueSnapErrors.told(answer).filter(told -> told.code().equals("14110"));
            if (!answer.good() && no.isPresent()) {
                return Outcome.done(refusedDeletion(call, request, answer, no.get()));
            }
        }
        return RemoteCodes.outcome(
                exchange,
                good -> {
                    Json.needed(Json.object(good), "description");
                    return Outcome.done(new Deletion.Accepted(today().plusDays(DAYS_TO_DELETE)));
                },
                BlueSnapErrors::problem);
    }

    @Override
    public Optional<Deletion.RefusedUntil> foreseen(DeleteRequest request) {
        return worthAsking(request)
                .map(day -> new Deletion.RefusedUntil(
                        Optional.of(day),
                        BlueSnapErrors.YOUNG_CHARGES.because(BlueSnapErrors.YOUNG_CHARGES.meaning())));
    }

    /** The first day on which the last charge is old enough; empty when it is. */
    private Optional<LocalDate> worthAsking(DeleteRequest request) {
        return request.lastCharged()
                .map(day -> day.plusMonths(MONTHS_AFTER_A_CHARGE).plusDays(1))
                .filter(day -> day.isAfter(today()));
    }

    @Override
    public VaultNotice notice(Connection connection, InboundMessage message) {
        return Notices.read(connection.settings(), message);
    }

    /** One error of BlueSnap stands for four reasons; which one it is decides whether a date can be told. */
    private Deletion refusedDeletion(
            Call call, DeleteRequest request, Exchange.Answered answer, BlueSnapErrors.Told told) {
        if (told.mentions("already") && told.mentions("deleted")) {
            return new Deletion.AlreadyGone();
        }
        Exchange read = call.get("vaulted-shoppers/" + request.shopperId());
        if (read instanceof Exchange.Answered gone && BlueSnapErrors.saysNotFound(gone)) {
            return new Deletion.AlreadyGone();
        }
        boolean young = told.mentions("12 months") || told.mentions("purchase") || told.mentions("transaction");
        ErrorCode reason = BlueSnapErrors.YOUNG_CHARGES;
        if (!young && told.mentions("subscription")) {
            reason = BlueSnapErrors.SUBSCRIPTION;
        } else if (!young && told.mentions("pending")) {
            reason = BlueSnapErrors.OPEN_DEBIT;
        }
        Optional<LocalDate> earliest =
                reason.equals(BlueSnapErrors.YOUNG_CHARGES) ? worthAsking(request) : Optional.empty();
        return new Deletion.RefusedUntil(earliest, BlueSnapErrors.problem(answer, reason, told));
    }

    /** A charge by name, among cards and then among bank debits: the name does not tell which it was. */
    private static <T> Outcome<T> find(
            Call call, String name, Function<JsonObject, Outcome<T>> reader, Outcome<T> nowhere) {
        for (String path : List.of("transactions/", "alt-transactions/")) {
            Exchange exchange = call.get(path + name);
            if (exchange instanceof Exchange.Answered answer && BlueSnapErrors.saysNotFound(answer)) {
                continue;
            }
            Outcome<T> outcome = outcome(exchange, reader);
            boolean answered = exchange instanceof Exchange.Answered answer && answer.good();
            return answered ? outcome : Outcome.unknown(outcome.trouble().orElseThrow());
        }
        return nowhere;
    }

    private Optional<Shopper> read(Connection connection, String name) throws ConnectorException {
        Exchange exchange = client.call(connection).get("vaulted-shoppers/" + name);
        if (exchange instanceof Exchange.Answered answer && BlueSnapErrors.saysNotFound(answer)) {
            return Optional.empty();
        }
        return Optional.of(RemoteCodes.read(exchange, good -> Shoppers.read(Json.object(good))));
    }

    /** The rule of all connectors, but for what BlueSnap says in its own way. */
    private static <T> Outcome<T> outcome(Exchange exchange, Function<JsonObject, Outcome<T>> reader) {
        if (exchange instanceof Exchange.Answered answer && !answer.good()) {
            if (BlueSnapErrors.saysTooFast(answer)) {
                return new Outcome.NotSent<>(
                        RemoteCodes.BUSY.because("Wait a little: BlueSnap takes no more calls now.", "503"),
                        answer.retryAfter(Clock.systemUTC().instant()));
            }
            Optional<ErrorCode> meaning = BlueSnapErrors.told(answer).map(BlueSnapErrors::meaning);
            boolean decided = answer.status() / 100 == 4 && answer.status() != 408 && answer.status() != 409;
            if (meaning.filter(
                            code -> code.equals(BlueSnapErrors.NOT_DECIDED) || code.equals(BlueSnapErrors.TWO_CHARGES))
                    .isPresent()) {
                return Outcome.unknown(BlueSnapErrors.problem(answer));
            }
            if (decided
                    && answer.status() == 403
                    && meaning.filter(BlueSnapErrors.SETUP::equals).isPresent()) {
                return Outcome.refused(BlueSnapErrors.problem(answer));
            }
        }
        return RemoteCodes.outcome(exchange, good -> reader.apply(Json.object(good)), BlueSnapErrors::problem);
    }

    private static boolean says(Exchange.Answered answer, String name) {
        return !answer.good()
                && BlueSnapErrors.told(answer)
                        .filter(told -> told.name().equals(name))
                        .isPresent();
    }

    private static boolean severalAccounts(Connection connection) {
        return BlueSnapSettings.apiVersion(connection.settings()).equals("3.0");
    }

    private static boolean isId(String text) {
        return text.matches("[0-9]{1,18}");
    }

    private static Problem foreign(String what) {
        return BlueSnapErrors.METHOD.because("Store the method again: this " + what + " is not one of BlueSnap's.");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
