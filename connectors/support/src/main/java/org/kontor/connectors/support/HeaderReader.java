package org.kontor.connectors.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.HeaderMatch.HeaderProblem;

/**
 * Compares one header with a layout.
 *
 * @param <R> the kind of row
 */
final class HeaderReader<R extends TableRow> {

    /** A header with all required columns and a distinctive one. */
    private static final int FITS = 80;
    /** Not reached while no distinctive column is there: others may fit better. */
    private static final int MERELY_COMMON = 45;
    /** Reached when every required column is missing by a letter only. */
    private static final int ALMOST = 70;
    /** Longer texts in a header are sentences, and nobody meant a column by them. */
    private static final int LONGEST = 80;
    /** Names compared with each column that is missing; a header with more that are unknown is of another kind. */
    private static final int COMPARED = 200;

    private final Layout<R> layout;
    private final Map<Place<R>, List<String>> found = new LinkedHashMap<>();
    private final Map<String, Integer> unknown = new LinkedHashMap<>();
    private final Set<String> ignored = new LinkedHashSet<>();
    private final Set<String> suggested = new LinkedHashSet<>();
    private final List<String> header;
    private int named;
    private int expected;

    HeaderReader(Layout<R> layout, List<String> header) {
        this.layout = layout;
        this.header = header;
        for (String name : header) {
            if (Names.trimmed(name).isEmpty()) {
                continue;
            }
            named++;
            Optional<Place<R>> place = layout.place(name);
            if (place.isPresent()) {
                found.computeIfAbsent(place.get(), p -> new ArrayList<>()).add(name);
            } else {
                expected += layout.isNotImported(name) ? 1 : 0;
                unknown.merge(Names.trimmed(name), 1, Integer::sum);
                ignored.add(name);
            }
        }
    }

    HeaderMatch match() {
        List<TableColumn<R>> missing = layout.columns().stream()
                .filter(TableColumn::required)
                .filter(c -> !found.containsKey(new Place.Single<>(c)))
                .toList();
        List<HeaderProblem> missed = missing.stream().map(this::missing).toList();
        int near = suggested.size();
        if (found.isEmpty() && near == 0) {
            return new HeaderMatch(0, List.of(noHeader()), List.copyOf(ignored));
        }
        List<HeaderProblem> problems = new ArrayList<>(missed);
        found.values().stream()
                .filter(names -> names.size() > 1)
                .map(this::repeated)
                .forEach(problems::add);
        unknown.forEach((name, times) -> {
            if (times > 1) {
                problems.add(repeated(name, times));
            }
        });
        return new HeaderMatch(score(missing.size(), near), problems, List.copyOf(ignored), suggestions());
    }

    private int score(int missing, int near) {
        boolean distinct = layout.isDistinct(header, found.keySet());
        int score;
        if (missing == 0) {
            score = FITS + (100 - FITS) * (found.size() + expected) / named;
        } else {
            long required =
                    layout.columns().stream().filter(TableColumn::required).count();
            score = (int) Math.round(ALMOST * (required - missing + near / 2.0) / required);
        }
        return Math.max(1, Math.min(100, distinct ? score : Math.min(score, MERELY_COMMON)));
    }

    private HeaderProblem noHeader() {
        String names = layout.columns().stream().limit(5).map(TableColumn::name).collect(Collectors.joining(", "));
        return new HeaderProblem(
                "",
                "HEADER_MISSING",
                "Add a header as the first row, with names such as " + names + ": the first row has none of them.");
    }

    private HeaderProblem missing(TableColumn<R> column) {
        Optional<String> near = near(column);
        near.ifPresent(suggested::add);
        String message = near.map(name -> rename(name, column))
                .orElseGet(() -> "Add the column " + column.name() + "; its cells may stay empty.");
        return new HeaderProblem(column.name(), "COLUMN_MISSING", message);
    }

    private List<HeaderProblem> suggestions() {
        List<HeaderProblem> suggestions = new ArrayList<>();
        for (TableColumn<R> column : layout.columns()) {
            if (!column.required() && !found.containsKey(new Place.Single<>(column))) {
                near(column).ifPresent(name -> {
                    suggested.add(name);
                    suggestions.add(new HeaderProblem(name, "COLUMN_SIMILAR", rename(name, column)));
                });
            }
        }
        return suggestions;
    }

    private String rename(String name, TableColumn<R> column) {
        return "Rename the column \"" + shortened(name) + "\": did you mean " + column.name() + "?";
    }

    private Optional<String> near(TableColumn<R> column) {
        String wanted = Names.letters(column.name());
        List<String> others = column.aliases().stream().map(Names::letters).toList();
        int limit = wanted.length() < 5 ? 0 : wanted.length() < 9 ? 1 : 2;
        String best = null;
        int least = limit + 1;
        for (String name : ignored.size() > COMPARED ? List.<String>of() : ignored) {
            if (suggested.contains(name) || name.length() > LONGEST || layout.isNotImported(name)) {
                continue;
            }
            String letters = Names.letters(name);
            int distance = others.contains(letters) ? 0 : Names.distance(letters, wanted, limit);
            if (distance < least) {
                best = name;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    private HeaderProblem repeated(List<String> names) {
        Set<String> different = names.stream().map(Names::trimmed).collect(Collectors.toCollection(LinkedHashSet::new));
        if (different.size() == 1) {
            return repeated(names.get(0), names.size());
        }
        String list =
                different.stream().map(name -> "\"" + shortened(name) + "\"").collect(Collectors.joining(" and "));
        return new HeaderProblem(
                names.get(0), "COLUMN_REPEATED", "Keep only one of the columns " + list + ": they mean the same.");
    }

    private HeaderProblem repeated(String name, int times) {
        return new HeaderProblem(
                name,
                "COLUMN_REPEATED",
                "Keep only one column \"" + shortened(name) + "\", or rename the others: it stands in the header "
                        + times + " times.");
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 59) + "\u2026";
    }
}
