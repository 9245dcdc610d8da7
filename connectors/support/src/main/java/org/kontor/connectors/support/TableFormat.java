package org.kontor.connectors.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.ImportFormat;

/**
 * An import format that is declared column by column.
 *
 * <p>A header is refused when a required column is missing (with "did you mean" where a name comes near, S3-12) or a name
 * stands in it twice (S3-26). Order does not matter (S3-13), unknown columns are named as ignored (S3-25). Blank cells are
 * left out, so they are accepted everywhere (S3-14). A row whose known cells are all blank holds no customer; it is
 * rejected with {@code ROW_WITHOUT_PROFILE} when ignored columns have values, so that counts add up (S3-28).
 *
 * @param <R> the kind of row
 */
public final class TableFormat<R extends TableRow> implements ImportFormat {

    private final String id;
    private final String name;
    private final Layout<R> layout;
    private final List<Column> columns;
    private final Supplier<R> rows;
    private final Map<String, String> seconds;
    private final Predicate<List<String>> data;
    private final boolean ledger;

    TableFormat(
            String id,
            String name,
            Layout<R> layout,
            Supplier<R> rows,
            Map<String, String> seconds,
            Predicate<List<String>> data,
            boolean ledger) {
        this.id = id;
        this.name = name;
        this.layout = layout;
        this.columns = layout.described();
        this.rows = rows;
        this.seconds = Map.copyOf(seconds);
        this.data = data;
        this.ledger = ledger;
    }

    /**
     * Begins a format whose column names must stand in the header letter by letter (S3-11).
     *
     * @param id stable name
     * @param name name for people
     */
    public static TableFormatBuilder<TableRow> exact(String id, String name) {
        return new TableFormatBuilder<>(id, name, Names.EXACT, TableRow::new);
    }

    /**
     * Begins a format whose column names may differ in case, blanks and punctuation.
     *
     * @param id stable name
     * @param name name for people
     */
    public static TableFormatBuilder<TableRow> liberal(String id, String name) {
        return new TableFormatBuilder<>(id, name, Names.LIBERAL, TableRow::new);
    }

    /**
     * As {@link #liberal(String, String)}, with rows of an own kind.
     *
     * @param rows makes an empty row; called by many threads
     */
    public static <R extends TableRow> TableFormatBuilder<R> liberal(String id, String name, Supplier<R> rows) {
        return new TableFormatBuilder<>(id, name, Names.LIBERAL, rows);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean ledger() {
        return ledger;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public HeaderMatch match(List<String> header) {
        return new HeaderReader<>(layout, withoutSeconds(header)).match();
    }

    @Override
    public RowMapper mapper(List<String> header) {
        return new RowReader<>(layout, withoutSeconds(header), rows, data);
    }

    /** The header with the second of two equal names replaced by the column that it means. */
    private List<String> withoutSeconds(List<String> header) {
        if (seconds.isEmpty()) {
            return header;
        }
        List<String> replaced = new ArrayList<>(header);
        seconds.forEach((name, column) -> {
            int first = replaced.indexOf(name);
            int last = replaced.lastIndexOf(name);
            if (first < last && !replaced.contains(column)) {
                replaced.set(last, column);
            }
        });
        return replaced;
    }
}
