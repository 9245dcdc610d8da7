package org.kontor.connectors.support;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.kontor.spi.Connectors;

/**
 * Collects the declaration of a {@link TableFormat}. Columns are declared in the order of a template file.
 *
 * @param <R> the kind of row
 */
public final class TableFormatBuilder<R extends TableRow> {

    private final String id;
    private final String name;
    private final Names names;
    private final Supplier<R> rows;
    private final List<TableColumn<R>> columns = new ArrayList<>();
    private final List<TableGroup<R>> groups = new ArrayList<>();
    private final Set<String> distinctive = new LinkedHashSet<>();

    TableFormatBuilder(String id, String name, Names names, Supplier<R> rows) {
        if (!Connectors.isId(id)) {
            throw new IllegalArgumentException(
                    "A format's id has lower case letters, digits and hyphens, not \"" + id + "\"");
        }
        this.id = id;
        this.name = name;
        this.names = names;
        this.rows = rows;
    }

    /** Declares a column that the header must have; its cells may be blank (S3-14). */
    public TableFormatBuilder<R> required(String column, String description, CellTarget<? super R> target) {
        columns.add(new TableColumn<>(column, true, description, List.of(), target));
        return this;
    }

    /** Declares a column that the header may have. */
    public TableFormatBuilder<R> optional(String column, String description, CellTarget<? super R> target) {
        columns.add(new TableColumn<>(column, false, description, List.of(), target));
        return this;
    }

    /**
     * Gives the column declared last other names. A liberal format takes them for the column; an exact one suggests to
     * rename them.
     *
     * @throws IllegalStateException when no column was declared yet
     */
    public TableFormatBuilder<R> alias(String... others) {
        if (columns.isEmpty()) {
            throw new IllegalStateException("Declare a column before its other names");
        }
        TableColumn<R> last = columns.remove(columns.size() - 1);
        columns.add(
                new TableColumn<>(last.name(), last.required(), last.description(), List.of(others), last.target()));
        return this;
    }

    /**
     * Declares columns that repeat with a number from 1 to 50: {@code <group> 1 - <field>}.
     *
     * @param group what stands before the number, such as {@code Phone}
     * @param fields what stands behind it
     * @param target takes the cells of one number together
     */
    public TableFormatBuilder<R> group(String group, List<GroupField> fields, GroupTarget<? super R> target) {
        groups.add(new TableGroup<>(group, fields, target));
        return this;
    }

    /**
     * Names columns or groups that tell this layout from others. A header with none of them scores below 50, so that the
     * format is never chosen for a file that merely has common names; a person may still choose it.
     */
    public TableFormatBuilder<R> distinctive(String... columnsOrGroups) {
        distinctive.addAll(List.of(columnsOrGroups));
        return this;
    }

    /**
     * Makes the format.
     *
     * @throws IllegalArgumentException when two columns have the same name, or nothing tells the layout from another: no
     *     required and no distinctive column
     */
    public TableFormat<R> build() {
        if (distinctive.isEmpty() && columns.stream().noneMatch(TableColumn::required)) {
            throw new IllegalArgumentException("Declare a required or a distinctive column for " + id);
        }
        return new TableFormat<>(id, name, new Layout<>(names, columns, groups, distinctive), rows);
    }
}
