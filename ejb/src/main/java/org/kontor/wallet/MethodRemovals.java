package org.kontor.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.kontor.connector.OpenConnections;
import org.kontor.connector.OpenConnections.Opened;
import org.kontor.connector.RemoteMessage;
import org.kontor.connector.RemotePause;
import org.kontor.customer.CustomerGate;
import org.kontor.jobs.Jobs;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.spi.Outcome;
import org.kontor.spi.PaymentVault;
import org.kontor.spi.PaymentVault.Feature;
import org.kontor.spi.PaymentVault.Removal;
import org.kontor.spi.Problem;
import org.kontor.wallet.MethodRemoval.State;
import org.kontor.wallet.PaymentMethodRepository.AtVault;

/**
 * The parts of asking a vault to forget one method. Each is called in a transaction of its own, as Kontor itself, but for the
 * remote call. Every call may be repeated.
 */
@ApplicationScoped
class MethodRemovals {

    private static final Logger LOG = System.getLogger(MethodRemovals.class.getName());

    /** So long may the remote call take with all its repetitions. */
    private static final Duration CALL = Duration.ofSeconds(60);

    /** After a crash in the remote call another node asks again after this time. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    @Inject
    PaymentMethodRepository repository;

    @Inject
    CustomerGate gate;

    @Inject
    OpenConnections connections;

    @Inject
    Jobs jobs;

    @Inject
    Event<DomainEvent> happened;

    @Inject
    Clock clock;

    /** A call to be made: the connection ready, or why there is none. */
    record Call(long id, AtVault method, Optional<Opened> opened, String message) {}

    /** How a call ended, and when to make it again; empty when it is not made again. */
    record Answer(State state, String message, Optional<Instant> nextAt) {}

    /** Notes that the vault is asked now, and makes the call ready; empty when nothing is to be asked any more. */
    Optional<Call> begin(long id) {
        if (open(id).isEmpty()) {
            return Optional.empty();
        }
        jobs.enqueueAt(MethodRemovalJob.KIND, id, clock.instant().plus(LEASE));
        AtVault method = repository.atVault(id);
        try {
            return Optional.of(new Call(id, method, Optional.of(connections.open(method.connectionId(), CALL)), ""));
        } catch (AppException e) {
            return Optional.of(new Call(id, method, Optional.empty(), String.valueOf(e.getMessage())));
        }
    }

    /** Asks, outside of any transaction. */
    Answer ask(Call call) {
        int attempts = call.method().attempts();
        if (call.opened().isEmpty()) {
            return again(call.message(), RemotePause.untilThere());
        }
        Opened opened = call.opened().get();
        try {
            Optional<PaymentVault> vault = opened.capability(PaymentVault.class)
                    .filter(able -> able.features().contains(Feature.REMOVE_METHOD));
            return vault.isEmpty()
                    ? new Answer(
                            State.REFUSED,
                            "Delete it there by hand: its connector cannot ask for it.",
                            Optional.empty())
                    : answer(
                            vault.get()
                                    .removeMethod(
                                            opened.connection(),
                                            call.method().shopperId(),
                                            call.method().methodId()),
                            call.method());
        } catch (RuntimeException | LinkageError e) {
            // What a connector throws may quote the person: its type is enough to find the place.
            LOG.log(
                    Level.WARNING,
                    "Connector {0} failed when it was to forget a payment method: {1}",
                    opened.connector().id(),
                    e.getClass().getName());
            return again("Update the connector: it failed instead of answering.", RemotePause.untilMended(attempts));
        }
    }

    private Answer answer(Outcome<Removal> outcome, AtVault method) {
        if (outcome instanceof Outcome.Done<Removal>) {
            return new Answer(State.REMOVED, "", Optional.empty());
        }
        String message = RemoteMessage.without(
                outcome.trouble().map(Problem::message).orElse(""), method.shopperId(), method.methodId());
        if (outcome instanceof Outcome.Refused<Removal>) {
            return new Answer(State.REFUSED, message, Optional.empty());
        }
        Instant next = clock.instant().plus(RemotePause.after(outcome, method.attempts()));
        return new Answer(
                outcome instanceof Outcome.Pending<Removal> ? State.PENDING : State.REQUESTED,
                message,
                Optional.of(next));
    }

    private Answer again(String message, Duration pause) {
        return new Answer(State.REQUESTED, message, Optional.of(clock.instant().plus(pause)));
    }

    /** Writes down how it ended, and when it is asked again. */
    void end(Call call, Answer answer) {
        Optional<PaymentMethodView> method = open(call.id());
        if (method.isEmpty()) {
            return;
        }
        repository.removal(
                call.id(), answer.state(), answer.message(), call.method().attempts() + 1);
        answer.nextAt().ifPresent(at -> jobs.enqueueAt(MethodRemovalJob.KIND, call.id(), at));
        if (answer.state() == State.REMOVED || answer.state() == State.REFUSED) {
            happened.fire(new DomainEvent(
                    answer.state() == State.REMOVED ? "payment-method.removed" : "payment-method.removal-refused",
                    method.get().customerId(),
                    Map.of(),
                    Map.of("name", method.get().label())));
        }
    }

    /** Notes that it went wrong on our side; it is tried again in an hour. */
    void failed(long id, String incident) {
        if (open(id).isPresent()) {
            repository.removal(
                    id,
                    State.REQUESTED,
                    "Something went wrong on our side; it is tried again in an hour. If it stays, tell an administrator: incident "
                            + incident,
                    repository.atVault(id).attempts() + 1);
            jobs.enqueueAt(MethodRemovalJob.KIND, id, clock.instant().plus(Duration.ofHours(1)));
        }
    }

    /** The method with the row of its customer held, if its vault has still to be asked: an erasure may have taken both. */
    private Optional<PaymentMethodView> open(long id) {
        Optional<PaymentMethodView> seen = repository.find(id);
        if (seen.isEmpty() || gate.find(seen.get().customerId()).isEmpty()) {
            return Optional.empty();
        }
        gate.lock(seen.get().customerId());
        return repository
                .find(id)
                .filter(method -> method.removal()
                        .filter(wish -> wish.state() == State.REQUESTED || wish.state() == State.PENDING)
                        .isPresent());
    }
}
