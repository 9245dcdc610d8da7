package org.kontor.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;

/**
 * Reads delimited text row by row, with the number of the row (blank rows are not counted) and the line of the file where
 * it starts. Liberal where the meaning is clear; what is not is a {@link Defect} of its row, and only what makes the rest
 * unreadable ends the reading.
 */
final class Table implements Closeable {

    private final DelimitedText records;
    private final List<String> header;
    private long number;
    private long line;

    private Table(DelimitedText records, List<String> header) {
        this.records = records;
        this.header = header;
    }

    /**
     * Starts reading a text whose first row that is not blank is the header.
     *
     * @param text the file; a byte order mark is skipped
     */
    static Table open(Reader text, char delimiter) {
        DelimitedText records = new DelimitedText(text, delimiter);
        return new Table(records, new Table(records, List.of()).nextRecord());
    }

    /**
     * Starts reading below a header that stands somewhere in the file, often under a title.
     *
     * @param text the file; a byte order mark is skipped
     * @param header as {@link TableStart} found it
     */
    static Table open(Reader text, char delimiter, List<String> header) {
        DelimitedText records = new DelimitedText(text, delimiter);
        Table title = new Table(records, List.of());
        List<String> record = title.nextRecord();
        while (!record.isEmpty() && !record.equals(header)) {
            record = title.nextRecord();
        }
        return new Table(records, header);
    }

    /** The header; empty when the file has nothing but blanks. */
    List<String> header() {
        return header;
    }

    /**
     * The next row that is not blank.
     *
     * @throws AppException when the rest of the file cannot be read
     */
    Optional<Row> next() {
        List<String> cells = nextRecord();
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        number++;
        line = records.firstLine();
        List<String> ofHeader = withoutBlanksBehindHeader(cells);
        return Optional.of(new Row(number, line, ofHeader, defect(ofHeader)));
    }

    private List<String> nextRecord() {
        try {
            List<String> cells = records.next();
            while (!cells.isEmpty() && cells.stream().allMatch(String::isBlank)) {
                cells = records.next();
            }
            return cells;
        } catch (DelimitedText.TooLong e) {
            throw new AppException(
                    ErrorKind.INVALID,
                    "TABLE_UNREADABLE",
                    "Look behind line " + Math.max(line, 1)
                            + " of the file for a quote (\") that is not closed, close it,"
                            + " and upload the file again. A row is longer than any table has.");
        }
    }

    /** Spreadsheets leave delimiters behind rows; nothing is lost without the blank cells between them. */
    private List<String> withoutBlanksBehindHeader(List<String> cells) {
        if (cells.size() <= header.size()
                || !cells.subList(header.size(), cells.size()).stream().allMatch(String::isBlank)) {
            return cells;
        }
        return cells.subList(0, header.size());
    }

    private Optional<Defect> defect(List<String> cells) {
        if (records.quoteOpen()) {
            return Optional.of(new Defect(
                    "QUOTE_NOT_CLOSED",
                    "Close the quote (\") that opens in this row: everything behind it was taken for one cell."));
        }
        if (records.quoteMisplaced()) {
            return Optional.of(new Defect(
                    "QUOTE_MISPLACED",
                    "Write a quote inside a cell twice (\"\"): in this row there is text behind a closing quote."));
        }
        for (String cell : cells) {
            if (cell.indexOf('\u0000') >= 0) {
                return Optional.of(new Defect(
                        "CHARACTER_NOT_ALLOWED", "Remove the zero character (NUL) from this row: no text has it."));
            }
        }
        if (cells.size() != header.size()) {
            return Optional.of(new Defect(
                    Defect.CELL_COUNT,
                    "Give this row " + header.size() + " cells like the header; it has " + cells.size()
                            + ". Often a delimiter inside a cell needs quotes (\") around the cell."));
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    /**
     * A row.
     *
     * @param number the first one after the header is 1
     * @param line the first line of the file is 1
     * @param cells as they stand in the file
     * @param defect why the row cannot be understood
     */
    record Row(long number, long line, List<String> cells, Optional<Defect> defect) {

        /** Whether nothing but the number of cells is wrong, as in totals and notes under a table. */
        boolean couldBeNoData() {
            return defect.isEmpty() || defect.get().code().equals(Defect.CELL_COUNT);
        }
    }

    /** Why a row cannot be understood. */
    record Defect(String code, String message) {

        /** The row has more or fewer cells than the header. */
        static final String CELL_COUNT = "CELL_COUNT";
    }
}
