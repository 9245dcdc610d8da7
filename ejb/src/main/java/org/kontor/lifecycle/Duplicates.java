package org.kontor.lifecycle;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerGate;
import org.kontor.customer.CustomerRules;
import org.kontor.lifecycle.RecordRepository.Known;

/**
 * Who may be the same as one customer: one who is there, or one who is just being entered. It warns and never keeps anybody from
 * saving. Customers are found by what they have in common (e-mail address, phone number, external id, birthdate, whole name), so a
 * look costs a few index reads; a search over all customers finds more.
 */
@Stateless
public class Duplicates {

    @Inject
    RecordRepository records;

    @Inject
    Comparison comparison;

    @Inject
    DuplicateRepository repository;

    @Inject
    CustomerGate gate;

    @Inject
    CustomerScope scope;

    @Inject
    Clock clock;

    /**
     * Customers who may be the same as this one, the surest first; without those about whom somebody has decided, and without those
     * whom the caller does not see (S3-54).
     *
     * @throws org.kontor.shared.AppException absent
     */
    @Requires(Permission.READ_CUSTOMER)
    public List<DuplicateView> of(long customerId) {
        gate.name(customerId);
        Known known = Objects.requireNonNull(records.of(List.of(customerId)).get(customerId));
        Set<Long> without = new HashSet<>(repository.decided(customerId, today()));
        without.add(customerId);
        return alike(Asked.of(known), without);
    }

    /**
     * Customers who may be the same as one who is just being entered, the surest first; without those whom the caller does not see.
     * What is entered need not be complete or right.
     */
    @Requires(Permission.READ_CUSTOMER)
    public List<DuplicateView> check(CustomerDraft typed) {
        return alike(Asked.of(CustomerRules.check(typed, today()).draft()), Set.of());
    }

    private List<DuplicateView> alike(Asked asked, Set<Long> without) {
        return comparison
                .of(List.of(asked), found -> {
                    found.removeAll(without);
                    return scope.visible(found);
                })
                .get(0);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
