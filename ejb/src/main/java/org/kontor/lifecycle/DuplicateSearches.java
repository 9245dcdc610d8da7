package org.kontor.lifecycle;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kontor.access.AccessLog;
import org.kontor.access.Caller;
import org.kontor.access.CallerContext;
import org.kontor.access.CustomerScope;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.customer.CustomerGate;
import org.kontor.jobs.Jobs;
import org.kontor.lifecycle.DuplicateRepository.Two;
import org.kontor.lifecycle.RecordRepository.Known;
import org.kontor.shared.AppException;
import org.kontor.shared.Cursor;
import org.kontor.shared.DomainEvent;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/** Searches all customers for those who may be the same, shows the queue, and remembers what people decide. */
@Stateless
public class DuplicateSearches {

    private static final int MOST_AT_ONCE = 20;

    @Inject
    DuplicateRepository repository;

    @Inject
    RecordRepository records;

    @Inject
    CustomerGate gate;

    @Inject
    CustomerScope scope;

    @Inject
    Jobs jobs;

    @Inject
    AccessLog log;

    @Inject
    Event<DomainEvent> happened;

    @Inject
    Clock clock;

    /**
     * Starts a search; what former ones found is replaced when it is done (S3-47).
     *
     * @throws AppException {@link ErrorKind#CONFLICT} when one is under way
     */
    @Requires(Permission.FIND_DUPLICATE)
    public DuplicateSearchView start() {
        Caller caller = CallerContext.current();
        long id = repository
                .insert(caller.userId(), caller.login(), now())
                .orElseThrow(() -> new AppException(
                        ErrorKind.CONFLICT,
                        "SEARCH_RUNNING",
                        "Wait for the search that is under way, or cancel it: one at a time."));
        jobs.enqueue(DuplicateSearchJob.KIND, id);
        log.write("duplicate-search.started", "duplicate search " + id);
        return find(id).orElseThrow();
    }

    /** The search with this id. */
    @Requires(Permission.FIND_DUPLICATE)
    public Optional<DuplicateSearchView> find(long id) {
        return repository.find(id, false).map(DuplicateRepository.Search::view);
    }

    /** Searches, newest first. */
    @Requires(Permission.FIND_DUPLICATE)
    public Page<DuplicateSearchView> list(PageRequest page) {
        long before = Cursor.decode("duplicate-searches", page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(Long.MAX_VALUE);
        List<DuplicateSearchView> found = repository.list(before, page.limit() + 1);
        List<DuplicateSearchView> piece = found.subList(0, Math.min(found.size(), page.limit()));
        return new Page<>(
                piece,
                found.size() <= page.limit()
                        ? Optional.empty()
                        : Optional.of(Cursor.encode(
                                "duplicate-searches",
                                Long.toString(piece.get(piece.size() - 1).id()))));
    }

    /**
     * Stops a search before its next piece.
     *
     * @throws AppException {@link ErrorKind#ABSENT}; {@link ErrorKind#CONFLICT} when it is over
     */
    @Requires(Permission.FIND_DUPLICATE)
    public DuplicateSearchView cancel(long id) {
        DuplicateSearchView search =
                repository.find(id, true).orElseThrow(() -> absent(id)).view();
        if (!search.state().open()) {
            throw new AppException(ErrorKind.CONFLICT, "SEARCH_OVER", "Nothing to cancel: the search is over.");
        }
        repository.end(id, DuplicateSearchView.State.CANCELLED, "", now());
        return find(id).orElseThrow();
    }

    /**
     * The queue: groups with pairs that nobody has decided about, by who was created first (S3-51, S3-52). Customers whom the caller
     * does not see are not in it, nor is who looks like none but them.
     *
     * @param band groups with a pair of this band alone; empty for all
     * @throws AppException {@link ErrorKind#ABSENT}
     */
    @Requires(Permission.FIND_DUPLICATE)
    public Page<DuplicateGroup> groups(long id, Optional<MatchScore.Band> band, PageRequest page) {
        require(id);
        long after = Cursor.decode("duplicate-groups", page.cursor())
                .map(values -> Long.parseLong(values.get(0)))
                .orElse(0L);
        List<Long> found = repository.groups(id, after, band.map(Enum::name), today(), page.limit() + 1);
        List<Long> piece = found.subList(0, Math.min(found.size(), page.limit()));
        List<DuplicateGroup> groups = piece.isEmpty() ? List.of() : groups(id, piece);
        return new Page<>(
                groups,
                found.size() <= page.limit()
                        ? Optional.empty()
                        : Optional.of(Cursor.encode("duplicate-groups", Long.toString(piece.get(piece.size() - 1)))));
    }

    /**
     * How many groups wait in the queue of the last search that succeeded, counted up to {@code atMost}. 0 for whoever sees some
     * customers only: a count would tell of others.
     */
    @Requires(Permission.FIND_DUPLICATE)
    public int waiting(int atMost) {
        return CustomerScope.condition().isEmpty() ? repository.waiting(today(), atMost) : 0;
    }

    /**
     * Remembers that customers are different, or that they are to be looked at later. Stands in the history of each.
     *
     * @param searchId the search whose queue they were in
     * @throws AppException {@link ErrorKind#INVALID}; {@link ErrorKind#ABSENT} for a search or a customer that is not there
     */
    @Requires(Permission.FIND_DUPLICATE)
    public void decide(long searchId, DuplicateDecision decision) {
        require(searchId);
        TreeSet<Long> ids = new TreeSet<>(decision.customerIds());
        if (ids.size() < 2 || ids.size() > MOST_AT_ONCE) {
            throw AppException.invalid("customerIds", "SIZE", "Name 2 to " + MOST_AT_ONCE + " different customers.");
        }
        boolean later = decision.decision() == DuplicateDecision.Kind.LATER;
        if (later && decision.until().filter(day -> day.isAfter(today())).isEmpty()) {
            throw AppException.invalid("until", "DATE_PAST", "Say until when: a day after today.");
        }
        ids.forEach(gate::lock);
        String by = CallerContext.current().login();
        for (long low : ids) {
            for (long high : ids.tailSet(low, false)) {
                repository.decide(new Two(low, high), decision, now(), by);
            }
        }
        String kind = later ? "customer.duplicate-postponed" : "customer.not-duplicate";
        for (long id : ids) {
            TreeSet<Long> others = new TreeSet<>(ids);
            others.remove(id);
            happened.fire(new DomainEvent(kind, id, Map.of(), Map.of("others", text(others))));
        }
        log.write(later ? "duplicate.postponed" : "duplicate.dismissed", "customers " + text(ids));
    }

    private List<DuplicateGroup> groups(long id, List<Long> groupIds) {
        Map<Long, List<Two>> groups = repository.pairs(id, groupIds, today());
        TreeSet<Long> ids = new TreeSet<>();
        groups.values()
                .forEach(pairs -> pairs.forEach(two -> {
                    ids.add(two.low());
                    ids.add(two.high());
                }));
        Map<Long, Known> known = records.of(scope.visible(ids));
        return groups.values().stream()
                .map(pairs -> group(pairs, known))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The group as its customers are now; empty when none of its pairs looks alike any more. */
    private static Optional<DuplicateGroup> group(List<Two> pairs, Map<Long, Known> known) {
        TreeSet<Long> members = new TreeSet<>();
        List<DuplicateGroup.Pair> compared = new ArrayList<>();
        for (Two two : pairs) {
            Known low = known.get(two.low());
            Known high = known.get(two.high());
            if (low == null || high == null) {
                continue;
            }
            MatchScore score = DuplicateMatcher.compare(low.record(), high.record());
            if (score.band() != MatchScore.Band.UNLIKELY) {
                compared.add(
                        new DuplicateGroup.Pair(two.low(), two.high(), score.band(), score.score(), score.reasons()));
                members.add(two.low());
                members.add(two.high());
            }
        }
        return compared.stream()
                .min(Comparator.comparing(DuplicateGroup.Pair::band).thenComparing(pair -> -pair.score()))
                .map(best -> new DuplicateGroup(
                        best.band(),
                        best.score(),
                        best.reasons(),
                        members.stream()
                                .map(member -> Objects.requireNonNull(known.get(member))
                                        .member())
                                .toList(),
                        compared));
    }

    private void require(long id) {
        if (repository.find(id, false).isEmpty()) {
            throw absent(id);
        }
    }

    private static String text(Set<Long> ids) {
        return String.join(", ", ids.stream().map(String::valueOf).toList());
    }

    private static AppException absent(long id) {
        return new AppException(
                ErrorKind.ABSENT,
                "SEARCH_NOT_FOUND",
                "Look for another search: there is none with id " + id + ". A newer one replaces the former.");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Instant now() {
        return clock.instant();
    }
}
