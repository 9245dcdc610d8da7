package org.kontor.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.kontor.jobs.PieceByPiece;
import org.kontor.lifecycle.DuplicateRepository.Search;
import org.kontor.lifecycle.DuplicateRepository.Two;
import org.kontor.lifecycle.DuplicateRepository.Waiting;
import org.kontor.lifecycle.DuplicateSearchView.State;
import org.kontor.lifecycle.DuplicateSearchView.Step;
import org.kontor.lifecycle.RecordRepository.Known;
import org.kontor.shared.BulkCopy;

/** The pieces of a search. Called in a transaction each; what a piece did and where it stands are committed together. */
@ApplicationScoped
class DuplicateSearchPieces implements PieceByPiece.Pieces {

    /** Customers, or pairs, in one transaction. */
    static final int PIECE = 5_000;

    /** A key that more customers share says nothing, and its pairs would grow with the square. */
    static final int MOST_OF_A_KEY = 100;

    /** Of the keys that many share those that fewer share say more: so many pairs for each customer are looked at, of the rarest keys. */
    static final int PAIRS_EACH = 10;

    /** Below this many pairs there is no need to leave any out. */
    static final long PAIRS_ANYHOW = 1_000_000;

    @Inject
    DuplicateRepository repository;

    @Inject
    RecordRepository records;

    @Inject
    Clock clock;

    /** Marks the search as running; gives who started it, or nothing when there is nothing to do. */
    @Override
    public Optional<Long> begin(long id) {
        Optional<Search> search =
                repository.find(id, true).filter(s -> s.view().state().open());
        search.ifPresent(s -> advance(
                s, State.RUNNING, s.view().step(), s.view().total(), s.view().done(), 0, s.nextId()));
        return search.map(Search::userId);
    }

    /** Does the next piece; whether there is another one. */
    @Override
    public boolean next(long id) {
        Search search = repository.find(id, true).orElseThrow();
        if (!search.view().state().open()) {
            return false;
        }
        switch (search.view().step()) {
            case KEYS -> keys(search);
            case PAIRS -> pairs(search);
            case COMPARE -> compare(search);
            default -> {
                group(search);
                return false;
            }
        }
        return true;
    }

    /** Notes why it ended. */
    @Override
    public void fail(long id, String message) {
        repository.find(id, true).ifPresent(search -> repository.end(id, State.FAILED, message, now()));
    }

    private void keys(Search search) {
        DuplicateSearchView view = search.view();
        Map<Long, Known> piece = records.after(search.nextId(), PIECE);
        BulkCopy rows = new BulkCopy("duplicate_key", "search_id, key, customer_id");
        long last = search.nextId();
        for (Map.Entry<Long, Known> customer : piece.entrySet()) {
            last = Math.max(last, customer.getKey());
            for (String key : BlockingKeys.of(customer.getValue().record())) {
                rows.number(view.id()).number(BlockingKeys.number(key)).number(customer.getKey());
                rows.endRow();
            }
        }
        repository.copy(rows);
        boolean over = piece.size() < PIECE;
        long done = view.done() + piece.size();
        advance(
                search,
                State.RUNNING,
                over ? Step.PAIRS : Step.KEYS,
                Math.max(done, view.total()),
                over ? 0 : done,
                0,
                last);
    }

    private void pairs(Search search) {
        long id = search.view().id();
        long wanted = Math.max(PAIRS_ANYHOW, PAIRS_EACH * search.view().total());
        int candidates = repository.block(id, rarest(repository.sharing(id, MOST_OF_A_KEY), wanted));
        advance(search, State.RUNNING, Step.COMPARE, candidates, 0, 0, 0);
    }

    /** The largest number of customers of a key with which there are no more pairs than wanted; at least two. */
    static int rarest(SortedMap<Integer, Long> keysBySharing, long wanted) {
        int most = 2;
        long pairs = 0;
        for (Map.Entry<Integer, Long> keys : keysBySharing.entrySet()) {
            long sharing = keys.getKey();
            pairs += sharing * (sharing - 1) / 2 * keys.getValue();
            if (pairs > wanted) {
                break;
            }
            most = keys.getKey();
        }
        return most;
    }

    private void compare(Search search) {
        DuplicateSearchView view = search.view();
        List<Waiting> piece = repository.next(view.id(), search.nextId(), PIECE);
        Map<Two, MatchScore> alike = alike(piece);
        repository.found(view.id(), alike.keySet()).forEach(alike::remove);
        BulkCopy rows = new BulkCopy("duplicate_pair", "search_id, low_id, high_id, group_id, band, weight");
        alike.forEach((two, score) -> {
            rows.number(view.id()).number(two.low()).number(two.high()).number(two.low());
            rows.text(score.band().name()).text(Double.toString(score.weight()));
            rows.endRow();
        });
        repository.copy(rows);
        // What an import adds meanwhile has a key that may have had its turn: once more from the first one.
        boolean over = piece.isEmpty() && search.nextId() == Long.MIN_VALUE;
        advance(
                search,
                State.RUNNING,
                over ? Step.GROUP : Step.COMPARE,
                view.total(),
                view.done() + piece.size(),
                rows.size(),
                piece.isEmpty() ? Long.MIN_VALUE : piece.get(piece.size() - 1).key());
    }

    private Map<Two, MatchScore> alike(List<Waiting> piece) {
        TreeSet<Long> ids = new TreeSet<>();
        piece.forEach(each -> {
            ids.add(each.two().low());
            ids.add(each.two().high());
        });
        Map<Long, Known> known = records.of(ids);
        Map<Two, MatchScore> alike = new LinkedHashMap<>();
        for (Waiting each : piece) {
            Known low = known.get(each.two().low());
            Known high = known.get(each.two().high());
            if (low != null && high != null) {
                MatchScore score = DuplicateMatcher.compare(low.record(), high.record());
                if (score.band() != MatchScore.Band.UNLIKELY) {
                    alike.put(each.two(), score);
                }
            }
        }
        return alike;
    }

    private void group(Search search) {
        repository.measurePairs();
        int changed = 1;
        while (changed > 0) {
            changed = repository.group(search.view().id());
        }
        repository.forgetOthers(search.view().id());
        advance(
                search,
                State.SUCCEEDED,
                Step.GROUP,
                search.view().total(),
                search.view().done(),
                0,
                0);
    }

    private void advance(Search search, State state, Step step, long total, long done, long more, long nextId) {
        DuplicateSearchView view = search.view();
        repository.advance(view.id(), state, step, total, done, view.found() + more, nextId, now());
    }

    private Instant now() {
        return clock.instant();
    }
}
