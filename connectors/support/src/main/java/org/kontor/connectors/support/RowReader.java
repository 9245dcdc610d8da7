package org.kontor.connectors.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kontor.spi.ImportFormat.RowMapper;
import org.kontor.spi.RowProblem;
import org.kontor.spi.RowProblem.Severity;
import org.kontor.spi.RowResult;

/**
 * Reads rows below one header.
 *
 * @param <R> the kind of row
 */
final class RowReader<R extends TableRow> implements RowMapper {

    private final Layout<R> layout;
    private final Supplier<R> rows;
    private final List<Source<R>> sources = new ArrayList<>();
    private final List<Bundle<R>> bundles = new ArrayList<>();
    private final List<Integer> ignored = new ArrayList<>();
    private final Predicate<List<String>> data;

    private record Source<R extends TableRow>(int index, String name, TableColumn<R> column) {}

    private record Bundle<R extends TableRow>(int number, GroupTarget<? super R> target, List<Part> parts) {}

    private record Part(int index, String name, String field) {}

    RowReader(Layout<R> layout, List<String> header, Supplier<R> rows, Predicate<List<String>> data) {
        this.layout = layout;
        this.rows = rows;
        this.data = data;
        Map<TableGroup<R>, TreeMap<Integer, List<Part>>> parts = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            Place<R> place = layout.place(header.get(i)).orElse(null);
            if (place instanceof Place.Single<R> single) {
                sources.add(new Source<>(i, header.get(i), single.column()));
            } else if (place instanceof Place.Member<R> member) {
                parts.computeIfAbsent(member.group(), g -> new TreeMap<>())
                        .computeIfAbsent(member.number(), n -> new ArrayList<>())
                        .add(new Part(i, header.get(i), member.field()));
            } else {
                ignored.add(i);
            }
        }
        // In the order of the declaration, so that the order of the file does not matter (S3-13).
        sources.sort(Comparator.comparingInt(source -> layout.columns().indexOf(source.column())));
        for (TableGroup<R> group : layout.groups()) {
            parts.getOrDefault(group, new TreeMap<>())
                    .forEach((number, members) -> bundles.add(new Bundle<>(number, group.target(), members)));
        }
    }

    @Override
    public boolean isData(List<String> cells) {
        return data.test(cells);
    }

    @Override
    public RowResult map(List<String> cells) {
        R row = rows.get();
        boolean empty = true;
        for (Source<R> source : sources) {
            String value = value(cells, source.index());
            if (!Cell.isBlank(value)) {
                source.column().target().accept(row, Cell.of(source.name(), value));
                empty = false;
            }
        }
        for (Bundle<R> bundle : bundles) {
            Map<String, Cell> members = members(bundle, cells);
            if (!members.isEmpty()) {
                bundle.target().accept(row, new Group(bundle.number(), members));
                empty = false;
            }
        }
        return empty ? withoutProfile(cells) : row.result();
    }

    private Map<String, Cell> members(Bundle<R> bundle, List<String> cells) {
        Map<String, Cell> members = new HashMap<>();
        for (Part part : bundle.parts()) {
            String value = value(cells, part.index());
            if (!Cell.isBlank(value)) {
                members.put(part.field(), Cell.of(part.name(), value));
            }
        }
        return members;
    }

    private RowResult withoutProfile(List<String> cells) {
        if (ignored.stream().allMatch(i -> Cell.isBlank(value(cells, i)))) {
            return RowResult.blank();
        }
        String names = layout.columns().stream().limit(3).map(TableColumn::name).collect(Collectors.joining(", "));
        return new RowResult(
                Optional.empty(),
                List.of(new RowProblem(
                        "",
                        "",
                        "ROW_WITHOUT_PROFILE",
                        "Fill in a column that is imported, such as " + names
                                + ": this row has values in ignored columns only.",
                        Severity.REJECT)));
    }

    private static String value(List<String> cells, int index) {
        return index < cells.size() ? cells.get(index) : "";
    }
}
