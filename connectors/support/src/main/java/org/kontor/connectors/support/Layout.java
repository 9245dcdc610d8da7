package org.kontor.connectors.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Set<String> distinctive;
    private final Map<String, Place<R>> places = new HashMap<>();

    Layout(Names names, List<TableColumn<R>> columns, List<TableGroup<R>> groups, Set<String> distinctive) {
        this.names = names;
        this.columns = List.copyOf(columns);
        this.groups = List.copyOf(groups);
        this.distinctive = Set.copyOf(distinctive);
        Set<String> known = new HashSet<>();
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
        if (!known.containsAll(distinctive)) {
            throw new IllegalArgumentException("Distinctive names must be columns or groups: " + distinctive);
        }
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

    boolean isDistinctive(Place<R> place) {
        return distinctive.isEmpty() || distinctive.contains(place.owner());
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
