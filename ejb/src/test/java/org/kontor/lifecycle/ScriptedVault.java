package org.kontor.lifecycle;

import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.kontor.connector.ConnectorDirectory;
import org.kontor.spi.Connection;
import org.kontor.spi.ErrorCode;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.InboundMessage;
import org.kontor.spi.Outcome;
import org.kontor.spi.PaymentVault;
import org.kontor.spi.Problem;
import org.kontor.spi.VaultNotice;
import org.kontor.testing.ScriptedConnector;

/** A vault in memory that keeps two cards of each shopper and answers deletions as it is told, in turn; then that they are gone. */
final class ScriptedVault implements PaymentVault {

    static final ErrorCode YOUNG = new ErrorCode("YOUNG_CHARGES", ErrorCode.Kind.REMOTE_REFUSED, "Charges are young.");

    final Deque<Supplier<Outcome<Deletion>>> answers = new ArrayDeque<>();
    final Deque<Supplier<Outcome<Removal>>> removals = new ArrayDeque<>();
    final List<String> calls = new ArrayList<>();

    final Deque<Supplier<Outcome<Charge>>> lookUps = new ArrayDeque<>();

    /** What its notices say, by their bodies. */
    final Map<String, VaultNotice> notices = new HashMap<>();

    /** The last month of its cards. */
    Optional<YearMonth> expires = Optional.empty();

    /** What it foresees, of the deletion of whomever. */
    Optional<Deletion.RefusedUntil> rule = Optional.empty();

    private final List<String> methods = new ArrayList<>(List.of("card-1", "card-2"));

    ConnectorDirectory directory() {
        return new ScriptedConnector("vault-test", this).directory();
    }

    @Override
    public String id() {
        return "vault-test";
    }

    @Override
    public String name() {
        return "Test vault";
    }

    @Override
    public Set<Feature> features() {
        return Set.of(Feature.DELETE_SHOPPER, Feature.READ_SHOPPER, Feature.REMOVE_METHOD, Feature.NOTICES);
    }

    @Override
    public Outcome<Deletion> deleteShopper(Connection connection, DeleteRequest request) {
        calls.add("delete " + request.shopperId());
        return answers.isEmpty()
                ? Outcome.done(new Deletion.AlreadyGone())
                : answers.poll().get();
    }

    @Override
    public Optional<Deletion.RefusedUntil> foreseen(DeleteRequest request) {
        return rule;
    }

    @Override
    public Optional<Shopper> shopper(Connection connection, String shopperId) {
        return Optional.of(new Shopper(
                shopperId,
                "",
                methods.stream()
                        .map(id -> new StoredMethod(shopperId, id, MethodType.CARD, "VISA", "1111", expires))
                        .toList()));
    }

    @Override
    public Outcome<Removal> removeMethod(Connection connection, String shopperId, String methodId) {
        calls.add("remove " + methodId);
        if (!removals.isEmpty()) {
            return removals.poll().get();
        }
        methods.remove(methodId);
        return Outcome.done(Removal.REMOVED);
    }

    @Override
    public Outcome<StoredMethod> store(Connection connection, StoreRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<Charge> charge(Connection connection, ChargeRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<Charge> lookUp(Connection connection, IdempotencyKey key) {
        calls.add("look up " + key.value());
        return lookUps.remove().get();
    }

    @Override
    public Outcome<Refund> refund(Connection connection, RefundRequest request) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<Refund> lookUpRefund(Connection connection, String chargeId, IdempotencyKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Shopper> shopperOf(Connection connection, String customerRef) {
        return Optional.empty();
    }

    @Override
    public VaultNotice notice(Connection connection, InboundMessage message) {
        VaultNotice notice = notices.get(message.body());
        if (!message.sourceAddress().equals("192.0.2.7") || notice == null) {
            return new VaultNotice.Untrusted(new Problem(YOUNG, "Not ours", ""));
        }
        return notice;
    }
}
