package org.kontor.web.page;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kontor.access.Permission;
import org.kontor.lifecycle.DuplicateDecision;
import org.kontor.lifecycle.DuplicateGroup;
import org.kontor.lifecycle.DuplicateGroup.Member;
import org.kontor.lifecycle.DuplicateSearchView;
import org.kontor.lifecycle.DuplicateSearchView.State;
import org.kontor.lifecycle.DuplicateSearches;
import org.kontor.lifecycle.MatchScore;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;

/**
 * Customers who may be one: the search for them, and the queue of what it found, each group side by side with what speaks for it and
 * against it (S3-47, S3-51, S3-52). {@code band} ({@code certain} or {@code likely}) and {@code cursor} stand in the address.
 */
@Named("duplicatesPage")
@ViewScoped
public class DuplicatesPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int AT_ONCE = 10;
    private static final int LATEST = 50;
    private static final int LATER_DAYS = 30;

    @Inject
    DuplicateSearches searches;

    @Inject
    ShellPage shell;

    @Inject
    DuplicateCases cases;

    @Inject
    Texts texts;

    @Inject
    Notices notices;

    @Inject
    Clock clock;

    private String band = "";
    private String cursor = "";
    private Optional<DuplicateSearchView> latest = Optional.empty();
    private Optional<DuplicateSearchView> done = Optional.empty();
    private List<DuplicateCases.Case> shown = List.of();
    private Optional<String> next = Optional.empty();

    /** Fetches searches and queue; called once when the page is opened. */
    public void open() {
        shell.require(Permission.FIND_DUPLICATE);
        refresh();
        list();
    }

    /** Looks how far the search is; when it is over, its queue shows. */
    public void refresh() {
        boolean ran = isRunning();
        List<DuplicateSearchView> all =
                searches.list(new PageRequest(LATEST, Optional.empty())).items();
        latest = all.stream().findFirst();
        done = all.stream().filter(each -> each.state() == State.SUCCEEDED).findFirst();
        if (ran && !isRunning()) {
            notices.go("/duplicates.xhtml");
        }
    }

    private void list() {
        List<DuplicateGroup> found = new ArrayList<>();
        next = cursor.isEmpty() ? Optional.empty() : Optional.of(cursor);
        // Groups that dissolved since the search leave gaps.
        done.ifPresent(search -> {
            do {
                Page<DuplicateGroup> page =
                        searches.groups(search.id(), chosen(), new PageRequest(AT_ONCE - found.size(), next));
                found.addAll(page.items());
                next = page.nextCursor();
            } while (found.size() < AT_ONCE && next.isPresent());
        });
        shown = found.stream().map(cases::of).toList();
    }

    private Optional<MatchScore.Band> chosen() {
        return Arrays.stream(MatchScore.Band.values())
                .filter(each -> each != MatchScore.Band.UNLIKELY && each.name().equalsIgnoreCase(band))
                .findFirst();
    }

    /** Starts a search over all customers. */
    public void search() {
        act(() -> {
            searches.start();
            notices.go("/duplicates.xhtml");
        });
    }

    /** Stops the search. */
    public void cancel() {
        act(() -> {
            searches.cancel(latest.orElseThrow().id());
            notices.go("/duplicates.xhtml");
        });
    }

    /** Those of the group that are shown are different, each from each: remembered. */
    public void different(DuplicateCases.Case one) {
        decide(one, DuplicateDecision.Kind.NOT_DUPLICATE, Optional.empty(), "duplicates.keptApart");
    }

    /** To be looked at in a month. */
    public void later(DuplicateCases.Case one) {
        LocalDate until = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(LATER_DAYS);
        decide(one, DuplicateDecision.Kind.LATER, Optional.of(until), "duplicates.putOff");
    }

    /** One of the group is somebody else than the others. */
    public void other(DuplicateCases.Case one, Member member) {
        act(() -> {
            one.shown().stream()
                    .map(Member::id)
                    .filter(id -> id != member.id())
                    .forEach(id -> searches.decide(
                            done.orElseThrow().id(),
                            new DuplicateDecision(
                                    List.of(member.id(), id), DuplicateDecision.Kind.NOT_DUPLICATE, Optional.empty())));
            notices.done(texts.of("duplicates.keptApart", member.displayName()));
        });
        list();
    }

    private void decide(
            DuplicateCases.Case one, DuplicateDecision.Kind kind, Optional<LocalDate> until, String message) {
        List<Long> ids = one.shown().stream().map(Member::id).toList();
        act(() -> {
            searches.decide(done.orElseThrow().id(), new DuplicateDecision(ids, kind, until));
            notices.done(texts.of(
                    message,
                    one.shown().stream().map(Member::displayName).distinct().collect(Collectors.joining(", "))));
        });
        list();
    }

    private void act(Runnable work) {
        try {
            work.run();
        } catch (AppException e) {
            if (e.kind() != ErrorKind.CONFLICT && e.kind() != ErrorKind.ABSENT) {
                throw e;
            }
            notices.refused(String.valueOf(e.getMessage()));
            refresh();
        }
    }

    /** Whether a search is under way. */
    public boolean isRunning() {
        return latest.map(DuplicateSearchView::state)
                .filter(state -> state == State.PENDING || state == State.RUNNING)
                .isPresent();
    }

    /** How far the step is, in hundredths. */
    public long getPercent() {
        return latest.filter(each -> each.total() > 0)
                .map(each -> Math.min(100, each.done() * 100 / each.total()))
                .orElse(0L);
    }

    /** What the search does now, in words. */
    public String getStep() {
        return latest.map(each -> texts.of("duplicates.step." + each.step(), each.done(), each.total(), each.found()))
                .orElse("");
    }

    /** The latest search; null when there was none. */
    public @Nullable DuplicateSearchView getLatest() {
        return latest.orElse(null);
    }

    /** The search whose queue is shown; null when none has succeeded yet. */
    public @Nullable DuplicateSearchView getDone() {
        return done.orElse(null);
    }

    /** Groups on the page. */
    public List<DuplicateCases.Case> getCases() {
        return shown;
    }

    /** Address of the next groups; empty when these are the last. */
    public String getMore() {
        return next.map(after -> PageAddress.of("/duplicates.xhtml")
                        .with("band", band)
                        .with("cursor", after)
                        .toString())
                .orElse("");
    }

    /** Address of the queue narrowed to a band; of all of it for an empty one. */
    public String narrowed(String other) {
        return PageAddress.of("/duplicates.xhtml").with("band", other).toString();
    }

    /** Band that is shown: {@code certain}, {@code likely}, or empty for both. */
    public String getBand() {
        return chosen().map(each -> each.name().toLowerCase(Locale.ROOT)).orElse("");
    }

    /** Sets it. */
    public void setBand(@Nullable String value) {
        band = value == null ? "" : value;
    }

    /** Where the queue goes on. */
    public String getCursor() {
        return cursor;
    }

    /** Sets it. */
    public void setCursor(@Nullable String value) {
        cursor = value == null ? "" : value;
    }
}
