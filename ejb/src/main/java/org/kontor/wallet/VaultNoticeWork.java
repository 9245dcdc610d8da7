package org.kontor.wallet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kontor.access.CallerContext;
import org.kontor.connector.OpenConnections;
import org.kontor.connector.OpenConnections.Opened;
import org.kontor.connector.RemotePause;
import org.kontor.customer.CustomerGate;
import org.kontor.jobs.Jobs;
import org.kontor.shared.AppException;
import org.kontor.shared.DomainEvent;
import org.kontor.spi.ConnectorException;
import org.kontor.spi.IdempotencyKey;
import org.kontor.spi.Outcome;
import org.kontor.spi.PaymentVault;
import org.kontor.spi.PaymentVault.Feature;
import org.kontor.spi.PaymentVault.Shopper;
import org.kontor.spi.VaultNotice.Subject;
import org.kontor.wallet.HearsVault.Heard;
import org.kontor.wallet.VaultNoticeRepository.Open;
import org.kontor.wallet.VaultNoticeRepository.UnderWay;
import org.kontor.wallet.VaultNoticeView.Result;

/**
 * What is done with a notice. An erasure that waits for the payer asks the vault again. The end of a charge ends the authorised payment
 * that has its key, what the vault keeps of a payer is read anew: both are asked for first. Everything else, refunds and money that a bank
 * took back, has no place of its own, and stands in the history of the customer.
 */
@ApplicationScoped
class VaultNoticeWork {

    private static final Logger LOG = System.getLogger(VaultNoticeWork.class.getName());

    /** So long may the remote call take with all its repetitions. */
    private static final Duration CALL = Duration.ofSeconds(60);

    /** A vault that cannot tell is asked so often, which takes about a day; then it is recorded that the message came. */
    private static final int TRIES = 11;

    /** A message can be faster than the note of the payment that it is about: so often it is looked for, in half an hour. */
    private static final int EARLY = 5;

    /** After this time it is begun anew, when somebody else was in the midst of something with it. */
    private static final Duration SOON = Duration.ofMinutes(1);

    /** After a crash in the remote call another node asks again after this time. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    @Inject
    VaultNoticeRepository repository;

    @Inject
    PaymentMethods methods;

    @Inject
    CustomerGate gate;

    @Inject
    OpenConnections connections;

    @Inject
    Jobs jobs;

    @Inject
    @Any
    Instance<HearsVault> hearing;

    @Inject
    Event<DomainEvent> happened;

    @Inject
    Clock clock;

    /** A notice with the customers whom it is about, each held until the transaction ends. */
    private record Held(Open notice, List<Long> customers) {}

    /** What the vault is to be asked. */
    record Question(Open notice, Optional<Opened> opened) {}

    /**
     * What the vault says.
     *
     * @param known whether it could say
     * @param ended whether the charge has ended, however it did
     * @param shopper what it keeps of the payer
     */
    record Answer(boolean known, boolean ended, Optional<Shopper> shopper) {
        private static final Answer LATER = new Answer(false, false, Optional.empty());
        private static final Answer NOTHING = new Answer(true, false, Optional.empty());
    }

    /** Passes the hint on, and makes the question ready; empty when nothing is to be asked, or not now. */
    Optional<Question> begin(long id) {
        Optional<Held> held = hold(id);
        // Looked at when the row is held: of the jobs for a crash and for another try only one goes on.
        if (held.isEmpty() || !repository.due(id, clock.instant())) {
            return Optional.empty();
        }
        Open notice = held.get().notice();
        List<Long> customers = held.get().customers();
        Heard heard = notice.attempts() == 0 ? passOn(notice) : Heard.NOT_AWAITED;
        if (heard == Heard.AGAIN) {
            later(id, SOON);
            return Optional.empty();
        }
        if (customers.isEmpty() && heard == Heard.TAKEN) {
            repository.settle(id, Result.DONE, customers, clock.instant());
            return Optional.empty();
        }
        Subject subject = Subject.valueOf(notice.told().subject());
        boolean charge = subject == Subject.CHARGE && !notice.told().key().isEmpty();
        boolean underWay = charge && !repository.underWay(notice).isEmpty();
        if (charge && !underWay && notice.attempts() < EARLY) {
            Duration pause = pause(notice.attempts());
            repository.tried(id, customers, clock.instant().plus(pause));
            later(id, pause);
            return Optional.empty();
        }
        if (customers.isEmpty() || !(underWay || subject == Subject.SHOPPER)) {
            record(notice, customers);
            return Optional.empty();
        }
        Instant again = clock.instant().plus(LEASE);
        repository.tried(id, customers, again);
        jobs.enqueueAt(VaultNoticeJob.KIND, id, again);
        try {
            return Optional.of(new Question(notice, Optional.of(connections.open(notice.connectionId(), CALL))));
        } catch (AppException e) {
            return Optional.of(new Question(notice, Optional.empty()));
        }
    }

    /** Asks, outside of any transaction. */
    Answer ask(Question question) {
        Optional<PaymentVault> vault = question.opened().flatMap(opened -> opened.capability(PaymentVault.class));
        if (vault.isEmpty()) {
            return Answer.LATER;
        }
        Opened opened = question.opened().orElseThrow();
        Open notice = question.notice();
        try {
            if (notice.told().subject().equals(Subject.SHOPPER.name())) {
                return vault.get().features().contains(Feature.READ_SHOPPER)
                        ? new Answer(
                                true,
                                false,
                                vault.get()
                                        .shopper(
                                                opened.connection(),
                                                notice.told().payer()))
                        : Answer.NOTHING;
            }
            Outcome<PaymentVault.Charge> charge = vault.get()
                    .lookUp(
                            opened.connection(),
                            new IdempotencyKey(notice.told().key()));
            return charge instanceof Outcome.Unknown
                    ? Answer.LATER
                    : new Answer(
                            true,
                            charge instanceof Outcome.Done || charge instanceof Outcome.Refused,
                            Optional.empty());
        } catch (ConnectorException e) {
            return Answer.LATER;
        } catch (RuntimeException | LinkageError e) {
            // What a connector throws may quote the person: its type is enough to find the place.
            LOG.log(
                    Level.WARNING,
                    "Connector {0} failed when it was asked about a notice: {1}",
                    opened.connector().id(),
                    e.getClass().getName());
            return Answer.LATER;
        }
    }

    /** Lets what Kontor keeps follow; whether it is over. */
    boolean end(Question question, Answer answer) {
        Optional<Held> held = hold(question.notice().id());
        if (held.isEmpty()) {
            return false;
        }
        Open notice = held.get().notice();
        List<Long> customers = held.get().customers();
        if (customers.isEmpty()) {
            // An erasure has taken them meanwhile.
            record(notice, customers);
            return true;
        }
        if (!answer.known() && notice.attempts() < TRIES) {
            later(notice.id(), pause(notice.attempts()));
            return false;
        }
        int followed = 0;
        if (answer.ended()) {
            for (UnderWay payment : repository.underWay(notice)) {
                methods.end(payment.methodId(), payment.reference());
                followed++;
            }
        }
        List<PaymentVault.StoredMethod> kept =
                answer.shopper().map(Shopper::methods).orElse(List.of());
        for (PaymentVault.StoredMethod method : kept) {
            for (long customer : repository.shown(
                    notice.connectionId(),
                    method,
                    clock.instant(),
                    CallerContext.current().login())) {
                tell("payment-method.updated", customer, notice);
                followed++;
            }
        }
        if (followed > 0) {
            repository.settle(notice.id(), Result.DONE, customers, clock.instant());
        } else {
            record(notice, customers);
        }
        return true;
    }

    /** Notes that a message came of which nothing follows; whether it was open. */
    boolean record(long id) {
        Optional<Held> held = hold(id);
        held.ifPresent(it -> record(it.notice(), it.customers()));
        return held.isPresent();
    }

    /**
     * An open notice, and the customers whom it is about. An erasure holds a customer when it comes to the notices, so that everybody takes
     * them in this order. Empty when it is open no longer; and when somebody became one of them meanwhile, whereupon it is begun anew soon.
     */
    private Optional<Held> hold(long id) {
        List<Long> customers = repository.seen(id).map(repository::customers).orElse(List.of()).stream()
                .filter(customer -> gate.lockIfThere(customer).isPresent())
                .toList();
        Optional<Open> open = repository.open(id);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        List<Long> now = repository.customers(open.get());
        if (!customers.containsAll(now)) {
            later(id, SOON);
            return Optional.empty();
        }
        return Optional.of(new Held(open.get(), now));
    }

    private Heard passOn(Open notice) {
        Heard all = Heard.NOT_AWAITED;
        if (!notice.told().payer().isEmpty()) {
            for (HearsVault feature : hearing) {
                Heard heard = feature.heard(notice.connectionId(), notice.told().payer());
                all = heard.compareTo(all) > 0 ? heard : all;
            }
        }
        return all;
    }

    private static Duration pause(int attempts) {
        return RemotePause.doubling(Duration.ofMinutes(1), Duration.ofHours(6), attempts);
    }

    private void later(long id, Duration pause) {
        Instant next = clock.instant().plus(pause);
        repository.postpone(id, next);
        jobs.enqueueAt(VaultNoticeJob.KIND, id, next);
    }

    private void record(Open notice, List<Long> customers) {
        customers.forEach(customer -> tell("payment-method.noticed", customer, notice));
        repository.settle(
                notice.id(), customers.isEmpty() ? Result.NOBODY : Result.RECORDED, customers, clock.instant());
    }

    private void tell(String kind, long customer, Open notice) {
        Map<String, String> details = new TreeMap<>();
        details.put("name", (notice.told().event() + " " + notice.told().reference()).strip());
        happened.fire(new DomainEvent(kind, customer, Map.of(), details));
    }
}
