package org.kontor.connectors.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
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
    private final List<Set<String>> signatures = new ArrayList<>();
    private final Set<String> notImported = new LinkedHashSet<>();
    private final Map<String, String> seconds = new LinkedHashMap<>();
    private Predicate<List<String>> data = cells -> true;
    private boolean ledger;

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

    /** Declares a column that the header must have, with the usual description of its target. */
    public TableFormatBuilder<R> required(String column, Described<? super R> target) {
        return required(column, target.description(), target);
    }

    /** Declares a column that the header may have, with the usual description of its target. */
    public TableFormatBuilder<R> optional(String column, Described<? super R> target) {
        return optional(column, target.description(), target);
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
     * Names columns or groups of which each alone tells this layout from others; columns that are {@link #notImported} count
     * too. A header without any of them and without any columns {@link #together} scores below 50, so that the format is
     * never chosen for a file that merely has common names; a person may still choose it. A template with all declared
     * columns always fits.
     */
    public TableFormatBuilder<R> distinctive(String... columnsOrGroups) {
        distinctive.addAll(List.of(columnsOrGroups));
        return this;
    }

    /**
     * Names columns that tell this layout from others when all of them are there, though none does alone. They are compared
     * as they stand here, whether the format has such columns or not; only case and what is invisible do not count.
     */
    public TableFormatBuilder<R> together(String... names) {
        signatures.add(Set.of(names));
        return this;
    }

    /**
     * Names columns that the app writes and that are no profile of a customer (S3-08), such as sums and dates of visits.
     * Like any unknown column they are ignored and named; a file that has them is known the more surely.
     */
    public TableFormatBuilder<R> notImported(String... names) {
        notImported.addAll(List.of(names));
        return this;
    }

    /** Says that rows are invoices, payments or credit memos; they are {@link DocumentRow}s. */
    public TableFormatBuilder<R> ledger() {
        ledger = true;
        return this;
    }

    /**
     * Says that the app writes a name twice, and what the second one means.
     *
     * @param name the name that stands in the header twice
     * @param column the declared column that the second one is
     */
    public TableFormatBuilder<R> second(String name, String column) {
        seconds.put(name, column);
        return this;
    }

    /**
     * Says which rows belong to the table; the others (totals, notes under the table, other lists of the same file) are left
     * out.
     *
     * @param rule gets the cells of a row, at least one; called by many threads, must not throw
     */
    public TableFormatBuilder<R> data(Predicate<List<String>> rule) {
        data = rule;
        return this;
    }

    /**
     * Makes the format.
     *
     * @throws IllegalArgumentException when nothing tells the layout from another: no required column, no distinctive one,
     *     none together
     */
    public TableFormat<R> build() {
        if (distinctive.isEmpty() && signatures.isEmpty() && columns.stream().noneMatch(TableColumn::required)) {
            throw new IllegalArgumentException("Declare a required or a distinctive column for " + id);
        }
        Layout<R> layout = new Layout<>(names, columns, groups, new Traits(distinctive, signatures, notImported));
        return new TableFormat<>(id, name, layout, rows, seconds, data, ledger);
    }
}
