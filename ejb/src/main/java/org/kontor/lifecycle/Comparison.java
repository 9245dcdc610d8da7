package org.kontor.lifecycle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.kontor.customer.CustomerDraft;
import org.kontor.customer.EntryCheck;
import org.kontor.lifecycle.RecordRepository.Known;

/** Finds who has something in common with customers that are asked about, and compares them. */
@ApplicationScoped
class Comparison implements EntryCheck {

    private static final int MOST = 20;

    @Inject
    RecordRepository records;

    @Override
    public List<List<Alike>> alike(List<CustomerDraft> drafts) {
        return of(drafts.stream().map(Asked::of).toList(), found -> found).stream()
                .map(alike -> alike.stream()
                        .map(view -> new Alike(view.customerId(), view.band() == MatchScore.Band.CERTAIN))
                        .toList())
                .toList();
    }

    /**
     * Who may be the same as each, the surest first.
     *
     * @param allowed those of the ids found that may be answered
     */
    List<List<DuplicateView>> of(List<Asked> asked, Function<Set<Long>, Collection<Long>> allowed) {
        List<Set<Long>> found = records.alike(asked);
        Set<Long> all = new TreeSet<>();
        found.forEach(all::addAll);
        Map<Long, Known> known = records.of(allowed.apply(all));
        return IntStream.range(0, asked.size())
                .mapToObj(i -> found.get(i).stream()
                        .filter(known::containsKey)
                        .map(id -> view(asked.get(i), Objects.requireNonNull(known.get(id))))
                        .filter(view -> view.band() != MatchScore.Band.UNLIKELY)
                        .sorted(Comparator.comparing(DuplicateView::band).thenComparing(view -> -view.score()))
                        .limit(MOST)
                        .toList())
                .toList();
    }

    private static DuplicateView view(Asked asked, Known other) {
        MatchScore score = DuplicateMatcher.compare(asked.record(), other.record());
        return new DuplicateView(
                other.member().id(), other.member().displayName(), score.band(), score.score(), score.reasons());
    }
}
