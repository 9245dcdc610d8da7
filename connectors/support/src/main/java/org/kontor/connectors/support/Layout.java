package org.kontor.connectors.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.spi.ImportFormat.Column;

/**
 * Which columns a format has, and which of them a name in a header means.
 *
 * @param <R> the kind of row
 */
final class Layout<R extends TableRow> {

    /** Highest number of a group's columns; columns above are ignored and named like any unknown one. */
    static final int LAST_NUMBER = 50;

    private final Names names;
    private final List<TableColumn<R>> columns;
    private final List<TableGroup<R>> groups;
    private final Traits traits;
    private final Set<String> notImported = new HashSet<>();
    private final Set<String> distinctiveTraces = new HashSet<>();
    private final List<Set<String>> signatures;
    private final Map<String, Place<R>> places = new HashMap<>();

    Layout(Names names, List<TableColumn<R>> columns, List<TableGroup<R>> groups, Traits traits) {
        this.names = names;
        this.columns = List.copyOf(columns);
        this.groups = List.copyOf(groups);
        this.traits = traits;
        this.signatures = traits.signatures().stream().map(Layout::spelled).toList();
        Set<String> known = new HashSet<>(traits.notImported());
        for (TableColumn<R> column : columns) {
            known.add(column.name());
            add(column.name(), new Place.Single<>(column));
            if (names == Names.LIBERAL) {
                column.aliases().forEach(alias -> add(alias, new Place.Single<>(column)));
            }
        }
        for (TableGroup<R> group : groups) {
            known.add(group.name());
            for (int number = 1; number <= LAST_NUMBER; number++) {
                for (GroupField field : group.fields()) {
                    Place<R> place = new Place.Member<>(group, number, field.name());
                    add(group.columnName(number, field.name()), place);
                    if (!field.alias().isEmpty()) {
                        add(group.columnName(number, field.alias()), place);
                    }
                }
            }
        }
        if (!known.containsAll(traits.distinctive())) {
            throw new IllegalArgumentException("Distinctive names must be columns or groups: " + traits.distinctive());
        }
        for (String name : traits.notImported()) {
            if (places.containsKey(names.key(name))) {
                throw new IllegalArgumentException("The column name \"" + name + "\" is imported and not imported");
            }
            notImported.add(names.key(name));
            if (traits.distinctive().contains(name)) {
                distinctiveTraces.add(names.key(name));
            }
        }
    }

    private static Set<String> spelled(Collection<String> header) {
        return header.stream().map(Names::spelled).collect(Collectors.toUnmodifiableSet());
    }

    private void add(String name, Place<R> place) {
        String key = names.key(name);
        Place<R> former = places.put(key, place);
        if (key.isEmpty() || (former != null && !former.equals(place))) {
            throw new IllegalArgumentException("The column name \"" + name + "\" is empty or declared twice");
        }
    }

    Optional<Place<R>> place(String headerName) {
        return Optional.ofNullable(places.get(names.key(headerName)));
    }

    List<TableColumn<R>> columns() {
        return columns;
    }

    List<TableGroup<R>> groups() {
        return groups;
    }

    /** Whether the app is known to write such a column that is not imported. */
    boolean isNotImported(String headerName) {
        return notImported.contains(names.key(headerName));
    }

    /**
     * Whether a header belongs to this layout rather than to another one with the same common names.
     *
     * @param header its names
     * @param found what they mean
     */
    boolean isDistinct(Collection<String> header, Set<Place<R>> found) {
        if (traits.none()
                || found.stream().anyMatch(place -> traits.distinctive().contains(place.owner()))) {
            return true;
        }
        if (!distinctiveTraces.isEmpty() && header.stream().map(names::key).anyMatch(distinctiveTraces::contains)) {
            return true;
        }
        if (!signatures.isEmpty()) {
            Set<String> spelled = spelled(header);
            if (signatures.stream().anyMatch(spelled::containsAll)) {
                return true;
            }
        }
        return columns.stream().map(Place.Single::new).allMatch(found::contains);
    }

    /** The columns as the SPI tells them: of each group those with the number 1. */
    List<Column> described() {
        List<Column> all = new ArrayList<>();
        columns.forEach(c -> all.add(new Column(c.name(), c.required(), c.description())));
        for (TableGroup<R> group : groups) {
            for (GroupField field : group.fields()) {
                all.add(new Column(group.columnName(1, field.name()), false, field.description()));
            }
        }
        return List.copyOf(all);
    }
}
