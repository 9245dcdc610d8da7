package org.kontor.lifecycle;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerClass;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.CustomerGate;
import org.kontor.customer.CustomerRules;
import org.kontor.customer.Phone;
import org.kontor.lifecycle.RecordRepository.Known;

/**
 * Who may be the same as one customer: one who is there, or one who is just being entered. It warns and never keeps anybody from
 * saving. Customers are found by what they have in common (e-mail address, phone number, external id, birthdate, whole name), so a
 * look costs a few index reads; a search over all customers finds more.
 */
@Stateless
public class Duplicates {

    private static final int MOST = 20;

    @Inject
    RecordRepository records;

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
        return alike(known.record(), known.member().phones(), known.member().displayName(), without);
    }

    /**
     * Customers who may be the same as one who is just being entered, the surest first. What is entered need not be complete or
     * right.
     */
    @Requires(Permission.READ_CUSTOMER)
    public List<DuplicateView> check(CustomerDraft typed) {
        CustomerDraft draft = CustomerRules.check(typed, today()).draft();
        boolean organisation = draft.customerClass() == CustomerClass.BUSINESS
                && !draft.companyName().isEmpty();
        List<String> phones = draft.phones().stream().map(Phone::number).toList();
        MatchRecord record = MatchRecord.folded(
                organisation,
                draft.firstName(),
                draft.middleName(),
                draft.lastName(),
                draft.companyName(),
                draft.birthdate().map(LocalDate::toString).orElse(""),
                draft.emails(),
                phones,
                draft.address(),
                draft.externalIds().stream()
                        .map(id -> id.system() + ":" + id.kind() + ":" + id.value())
                        .collect(Collectors.toSet()));
        String composed = organisation ? draft.companyName() : (draft.firstName() + " " + draft.lastName()).strip();
        String name = draft.displayName().isEmpty() ? composed : draft.displayName();
        return alike(record, phones, name, Set.of());
    }

    private List<DuplicateView> alike(MatchRecord record, List<String> phones, String displayName, Set<Long> without) {
        Set<Long> ids = new TreeSet<>(records.alike(record, phones, RecordRepository.sortName(displayName)));
        ids.removeAll(without);
        Map<Long, Known> known = records.of(scope.visible(ids));
        return known.values().stream()
                .map(other -> view(other, DuplicateMatcher.compare(record, other.record())))
                .filter(view -> view.band() != MatchScore.Band.UNLIKELY)
                .sorted(Comparator.comparing(DuplicateView::band).thenComparing(view -> -view.score()))
                .limit(MOST)
                .toList();
    }

    private static DuplicateView view(Known other, MatchScore score) {
        return new DuplicateView(
                other.member().id(), other.member().displayName(), score.band(), score.score(), score.reasons());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
