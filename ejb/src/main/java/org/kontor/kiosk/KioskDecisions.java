package org.kontor.kiosk;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.kontor.access.AccessLog;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerBulk;
import org.kontor.customer.CustomerGate;
import org.kontor.customer.CustomerReferences;
import org.kontor.customer.CustomerView;
import org.kontor.customer.Customers;
import org.kontor.medical.MedicalIntake;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/**
 * What staff decides about an entry that looks like an existing customer, besides keeping it as it is: that it is that customer, or
 * that it is nobody. Either way the customer that was created of the entry goes, so nobody may have worked with it since.
 */
@Stateless
public class KioskDecisions {

    @Inject
    KioskRepository repository;

    @Inject
    Customers customers;

    @Inject
    CustomerBulk bulk;

    @Inject
    CustomerReferences references;

    @Inject
    CustomerScope scope;

    @Inject
    MedicalIntake intake;

    @Inject
    KioskConsent consent;

    @Inject
    AccessLog log;

    /**
     * Says that an entry is of a known customer: what was typed fills the gaps there, how to reach them is added, medical answers and
     * consent go over, and the customer that was created of the entry is removed.
     *
     * @param customerId one of those who look like the entry
     * @throws AppException {@link ErrorKind#ABSENT} when the entry does not wait or a customer is not seen; {@link ErrorKind#INVALID}
     *     for a customer who does not look like it; {@link ErrorKind#CONFLICT} when somebody has worked with the entry's customer since
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public void join(long entryId, long customerId) {
        KioskRepository.Waiting entry = waiting(entryId);
        scope.require(customerId);
        if (!entry.similar().contains(customerId)) {
            throw AppException.invalid(
                    "customerId", "NOT_SIMILAR", "Choose one of the customers who look like the entry.");
        }
        List<CustomerView> both = bulk.lock(List.of(entry.customerId(), customerId));
        CustomerView typed = one(both, entry.customerId());
        CustomerView kept = one(both, customerId);
        untouched(entryId, typed);
        intake.takeOver(typed.id(), customerId);
        consent.takenOver(typed.id(), customerId);
        remove(typed, Map.of("joinedWith", Long.toString(customerId)));
        customers.revise(customerId, kept.version(), KioskRules.gapsFilled(kept.toDraft(), typed.toDraft()));
        log.write("kiosk-entry.joined", "customer " + customerId);
    }

    /**
     * Says that an entry is of nobody: the customer that was created of it is removed.
     *
     * @throws AppException as for {@link #join}
     */
    @Requires(Permission.WRITE_CUSTOMER)
    public void discard(long entryId) {
        KioskRepository.Waiting entry = waiting(entryId);
        CustomerView typed = one(bulk.lock(List.of(entry.customerId())), entry.customerId());
        untouched(entryId, typed);
        intake.forget(typed.id());
        remove(typed, Map.of("discarded", "true"));
        log.write("kiosk-entry.discarded", "customer " + typed.id());
    }

    private KioskRepository.Waiting waiting(long entryId) {
        return repository
                .locked(entryId)
                .filter(entry -> scope.sees(entry.customerId()))
                .orElseThrow(() -> KioskEntries.absent(entryId));
    }

    private void untouched(long entryId, CustomerView customer) {
        repository.workedSince(entryId).ifPresent(who -> {
            throw workedWith(who, customer);
        });
    }

    private void remove(CustomerView customer, Map<String, String> details) {
        if (references.keeping(List.of(customer.id())).containsKey(customer.id())) {
            throw workedWith("somebody", customer);
        }
        bulk.remove(List.of(customer.id()), details);
    }

    private static AppException workedWith(String who, CustomerView customer) {
        return new AppException(
                ErrorKind.CONFLICT,
                "WORKED_WITH_SINCE",
                "Keep it as a new customer: " + who + " has worked with " + customer.displayName() + " since.");
    }

    private static CustomerView one(List<CustomerView> found, long id) {
        return found.stream().filter(c -> c.id() == id).findFirst().orElseThrow(() -> CustomerGate.absent(id));
    }
}
