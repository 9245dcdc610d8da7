package org.kontor.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kontor.access.AccessLog;
import org.kontor.connector.OpenConnections;
import org.kontor.connector.OpenConnections.Opened;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerView;
import org.kontor.jobs.Jobs;
import org.kontor.lifecycle.ErasureRepository.Due;
import org.kontor.lifecycle.ErasureStep.Kind;
import org.kontor.lifecycle.ErasureStep.State;
import org.kontor.shared.AppException;
import org.kontor.shared.CustomerErased;
import org.kontor.shared.CustomerErasing;
import org.kontor.shared.ErasureObstacle;
import org.kontor.shared.HoldsBackErasure;
import org.kontor.shared.OwnedTable;
import org.kontor.shared.OwnedTable.Erase;
import org.kontor.suppression.Suppressions;
import org.kontor.timeline.TimelineStrike;

/** What the steps of an erasure do. Each method is called in a transaction of its own, as Kontor itself, but for the remote call. */
@ApplicationScoped
class ErasureWork {

    /** So long may a remote call take with all its repetitions. */
    static final Duration CALL = Duration.ofSeconds(60);

    /** After a crash in a remote call another node asks again after this time. */
    static final Duration LEASE = Duration.ofMinutes(5);

    @Inject
    ErasureRepository repository;

    @Inject
    ErasureSubjects subjects;

    @Inject
    OwnedRemoval owned;

    @Inject
    FormerSelves former;

    @Inject
    TimelineStrike histories;

    @Inject
    Suppressions suppressions;

    @Inject
    CustomerBulk customers;

    @Inject
    OpenConnections connections;

    @Inject
    VaultDeletion vault;

    @Inject
    Jobs jobs;

    @Inject
    AccessLog log;

    @Inject
    @Any
    Instance<HoldsBackErasure> holdingBack;

    @Inject
    Event<CustomerErasing> erasing;

    @Inject
    Event<CustomerErased> erased;

    @Inject
    Clock clock;

    /** A call to be made: the connection ready, or why there is none. */
    record Call(Due step, VaultSubject subject, Optional<Opened> opened, String code, String message) {}

    /** What stands in the way of an erasure now. */
    List<ErasureObstacle> obstacles(long customerId) {
        List<ErasureObstacle> all = new ArrayList<>();
        for (HoldsBackErasure feature : holdingBack) {
            all.addAll(feature.obstacles(customerId));
        }
        return all;
    }

    /** Notes which vaults are asked: those that know the customer now. */
    void noteVaults(long erasureId, long customerId) {
        repository.forgetVaults(erasureId);
        Optional<LocalDate> lastCharged = subjects.lastCharged(customerId);
        for (ErasureSubjects.KnownBy vault : subjects.vaults(customerId)) {
            repository.addVault(
                    erasureId,
                    vault.connectionId(),
                    vault.name(),
                    vault.subject().text(),
                    lastCharged,
                    now());
        }
    }

    /** Does the next step that Kontor does itself; whether there was one. */
    boolean local(long erasureId) {
        repository.lock(erasureId);
        Optional<Due> due =
                repository.due(erasureId, now()).filter(step -> step.view().kind() != Kind.VAULT);
        if (due.isEmpty()) {
            return false;
        }
        ErasureView erasure = repository.find(erasureId).orElseThrow();
        Optional<CustomerView> customer =
                customers.lock(List.of(erasure.customerId())).stream().findFirst();
        List<ErasureObstacle> obstacles = obstacles(erasure.customerId());
        if (customer.isEmpty() || !obstacles.isEmpty()) {
            suppressions.forget(erasureId);
            repository.blocked(
                    erasureId,
                    obstacles.isEmpty()
                            ? "Somebody else removed the customer meanwhile."
                            : obstacles.get(0).message(),
                    now());
            return false;
        }
        if (due.get().view().kind() == Kind.SUPPRESSION) {
            suppressions.remember(erasureId, subjects.identities(customer.get()));
        } else {
            remove(erasureId, customer.get());
        }
        repository.confirmed(due.get().view().id(), 0, "", now());
        repository.changed(erasureId, "", now());
        return true;
    }

    private void remove(long erasureId, CustomerView customer) {
        long id = customer.id();
        // Payment methods may have come or gone since the erasure was asked for.
        noteVaults(erasureId, id);
        List<String> traces = subjects.traces(customer);
        List<Long> numbers = former.numbers(id);
        List<Long> formerIds = numbers.subList(1, numbers.size());
        List<Long> contacts = subjects.contacts(id);
        // Before that, since merges go with the customer.
        histories.texts(former.onceOne(numbers), subjects.values(customer, traces));
        Map<String, Long> gone = new TreeMap<>();
        Map<String, String> kept = new TreeMap<>();
        for (Map.Entry<OwnedTable, Long> rows : owned.counts(id).entrySet()) {
            OwnedTable table = rows.getKey();
            if (table.erase() == Erase.KEEP) {
                kept.put(table.noun(), table.keptBecause());
            } else {
                gone.put(table.noun(), rows.getValue());
            }
        }
        erasing.fire(new CustomerErasing(numbers));
        owned.remove(id);
        erased.fire(new CustomerErased(id, formerIds, traces));
        repository.erased(erasureId, formerIds, contacts, gone, kept, now());
        log.write("customer.erased", "customer " + id + ", erasure " + erasureId);
    }

    /** Notes that the next vault is asked now, and makes the call ready; empty when none is due. */
    Optional<Call> begin(long erasureId) {
        repository.lock(erasureId);
        Instant now = now();
        Optional<Due> due = repository.due(erasureId, now);
        if (due.isEmpty()) {
            return Optional.empty();
        }
        ErasureStep step = due.get().view();
        Instant again = now.plus(LEASE);
        repository.requested(step.id(), again, now);
        jobs.enqueueAt(ErasureJob.KIND, erasureId, again);
        VaultSubject subject = VaultSubject.of(repository.subject(step.id()));
        try {
            Opened opened = connections.open(step.connectionId().orElseThrow(), CALL);
            return Optional.of(new Call(due.get(), subject, Optional.of(opened), "", ""));
        } catch (AppException e) {
            return Optional.of(
                    new Call(due.get(), subject, Optional.empty(), e.code(), String.valueOf(e.getMessage())));
        }
    }

    /** Asks, outside of any transaction. */
    VaultAnswer ask(Call call) {
        int attempts = call.step().view().attempts();
        return call.opened()
                .map(opened -> vault.ask(opened, call.subject(), call.step().lastCharged(), attempts))
                .orElseGet(() -> vault.notAsked(call.code(), call.message()));
    }

    /** Writes down how it ended, and when it is asked again. */
    void end(Call call, VaultAnswer answer) {
        long erasureId = call.step().erasureId();
        repository.lock(erasureId);
        if (answer.state() == State.CONFIRMED) {
            repository.confirmed(call.step().view().id(), answer.removed(), answer.code(), now());
        } else {
            repository.open(call.step().view().id(), answer, now());
            jobs.enqueueAt(ErasureJob.KIND, erasureId, answer.nextAt());
        }
        repository.changed(erasureId, "", now());
    }

    /** Notes that it went wrong on our side; it is tried again in an hour. */
    void failed(long erasureId, String incident) {
        repository.lock(erasureId);
        repository.changed(
                erasureId,
                "Something went wrong on our side; it is tried again in an hour. If it stays, tell an administrator: incident "
                        + incident,
                now());
        jobs.enqueueAt(ErasureJob.KIND, erasureId, now().plus(Duration.ofHours(1)));
    }

    private Instant now() {
        return clock.instant();
    }
}
