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
        Optional<Open> open = repository.open(id);
        // Looked at when the row is held: of the jobs for a crash and for another try only one goes on.
        if (open.isEmpty() || !repository.due(id, clock.instant())) {
            return Optional.empty();
        }
        Open notice = open.get();
        boolean heard = false;
        if (notice.attempts() == 0 && !notice.told().payer().isEmpty()) {
            for (HearsVault feature : hearing) {
                heard |= feature.heard(notice.connectionId(), notice.told().payer());
            }
        }
        List<Long> customers = repository.customers(notice);
        if (customers.isEmpty()) {
            repository.settle(id, heard ? Result.DONE : Result.NOBODY, clock.instant());
            return Optional.empty();
        }
        Subject subject = Subject.valueOf(notice.told().subject());
        boolean asks = subject == Subject.SHOPPER
                || (subject == Subject.CHARGE && !repository.underWay(notice).isEmpty());
        if (!asks) {
            record(notice, customers);
            return Optional.empty();
        }
        Instant again = clock.instant().plus(LEASE);
        repository.tried(id, again);
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
        Optional<Open> open = repository.open(question.notice().id());
        if (open.isEmpty()) {
            return true;
        }
        Open notice = open.get();
        if (!answer.known() && notice.attempts() < TRIES) {
            later(notice.id(), RemotePause.doubling(Duration.ofMinutes(1), Duration.ofHours(6), notice.attempts()));
            return false;
        }
        // An erasure may have taken them meanwhile.
        List<Long> customers = repository.customers(notice);
        customers.forEach(gate::lock);
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
            repository.settle(notice.id(), Result.DONE, clock.instant());
        } else {
            record(notice, customers);
        }
        return true;
    }

    /** Notes that a message came of which nothing follows; whether it was open. */
    boolean record(long id) {
        Optional<Open> open = repository.open(id);
        open.ifPresent(notice -> record(notice, repository.customers(notice)));
        return open.isPresent();
    }

    private void later(long id, Duration pause) {
        Instant next = clock.instant().plus(pause);
        repository.postpone(id, next);
        jobs.enqueueAt(VaultNoticeJob.KIND, id, next);
    }

    private void record(Open notice, List<Long> customers) {
        customers.forEach(customer -> tell("payment-method.noticed", customer, notice));
        repository.settle(notice.id(), customers.isEmpty() ? Result.NOBODY : Result.RECORDED, clock.instant());
    }

    private void tell(String kind, long customer, Open notice) {
        Map<String, String> details = new TreeMap<>();
        details.put("name", (notice.told().event() + " " + notice.told().reference()).strip());
        happened.fire(new DomainEvent(kind, customer, Map.of(), details));
    }
}
