package org.kontor.importing;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.Closeable;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
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

    /** Longest cell in characters. A longer one is as good as surely a quote that was never closed. */
    static final int MAX_CELL = 1 << 20;

    private static final int MAX_CELLS = 2_000;
    private static final int MAX_ROW = 1 << 22;

    /** Stands as a row of its own behind the last one; inside a cell when the last quote was never closed. */
    private static final String END = "\n\u0000\u0001kontor:end\u0001\u0000";

    private static final String END_CELL = END.substring(1);

    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private long number;
    private long line;

    private Table(Reader text, char delimiter) {
        records = reader(text, delimiter).iterator();
        header = nextRecord().map(CsvRecord::getFields).orElse(List.of());
    }

    /**
     * Starts reading.
     *
     * @param text the file; a byte order mark is skipped
     */
    static Table open(Reader text, char delimiter) {
        return new Table(text, delimiter);
    }

    @SuppressWarnings("removal") // The reader offers no other way yet to go on behind text after a closing quote.
    private static CsvReader<CsvRecord> reader(Reader text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(true)
                .maxBufferSize(MAX_ROW)
                .build(
                        CsvRecordHandler.builder()
                                .maxFields(MAX_CELLS)
                                .maxFieldSize(MAX_CELL)
                                .maxRecordSize(MAX_ROW)
                                .build(),
                        new Marked(text));
    }

    /** The first row that is not blank; empty when there is none. */
    List<String> header() {
        return header;
    }

    /** The next row that is not blank. */
    Optional<Row> next() {
        Optional<CsvRecord> record = nextRecord();
        if (record.isEmpty()) {
            return Optional.empty();
        }
        number++;
        List<String> cells = record.get().getFields();
        line = record.get().getStartingLineNumber();
        return Optional.of(new Row(number, line, withoutEnd(cells), defect(cells)));
    }

    private Optional<CsvRecord> nextRecord() {
        try {
            while (records.hasNext()) {
                CsvRecord record = records.next();
                if (record.getFieldCount() == 1 && record.getField(0).equals(END_CELL)) {
                    return Optional.empty();
                }
                if (!blank(record)) {
                    return Optional.of(record);
                }
            }
            return Optional.empty();
        } catch (CsvParseException e) {
            throw new AppException(
                    ErrorKind.INVALID,
                    "TABLE_UNREADABLE",
                    "Look behind line " + Math.max(line, 1)
                            + " of the file for a quote (\") that is not closed, close it,"
                            + " and upload the file again. A row is longer than any table has.");
        } catch (UncheckedIOException e) {
            throw e;
        }
    }

    private static boolean blank(CsvRecord record) {
        for (int i = 0; i < record.getFieldCount(); i++) {
            if (!record.getField(i).isBlank()) {
                return false;
            }
        }
        return true;
    }

    private Optional<Defect> defect(List<String> cells) {
        String last = cells.get(cells.size() - 1);
        if (last.endsWith(END_CELL)) {
            return Optional.of(new Defect(
                    "QUOTE_NOT_CLOSED",
                    "Close the quote (\") that opens in this row: everything behind it was taken for one cell."));
        }
        for (String cell : cells) {
            if (cell.indexOf('\u0000') >= 0) {
                return Optional.of(new Defect(
                        "CHARACTER_NOT_ALLOWED", "Remove the zero character (NUL) from this row: no text has it."));
            }
        }
        if (cells.size() != header.size()) {
            return Optional.of(new Defect(
                    "CELL_COUNT",
                    "Give this row " + header.size() + " cells like the header; it has " + cells.size()
                            + ". Often a delimiter inside a cell needs quotes (\") around the cell."));
        }
        return Optional.empty();
    }

    private static List<String> withoutEnd(List<String> cells) {
        String last = cells.get(cells.size() - 1);
        if (!last.endsWith(END_CELL)) {
            return cells;
        }
        String[] copy = cells.toArray(String[]::new);
        String kept = last.substring(0, last.length() - END_CELL.length());
        copy[copy.length - 1] = kept.endsWith("\n") ? kept.substring(0, kept.length() - 1) : kept;
        return List.of(copy);
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
    record Row(long number, long line, List<String> cells, Optional<Defect> defect) {}

    /** Why a row cannot be understood. */
    record Defect(String code, String message) {}

    /** The text without byte order mark and with the end marked. */
    private static final class Marked extends FilterReader {
        private boolean first = true;
        private int end;

        Marked(Reader text) {
            super(text);
        }

        @Override
        public int read() throws IOException {
            char[] one = new char[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(char[] target, int offset, int length) throws IOException {
            if (end == 0) {
                int count = in.read(target, offset, length);
                if (count > 0 && first) {
                    first = false;
                    if (target[offset] == '\ufeff') {
                        System.arraycopy(target, offset + 1, target, offset, count - 1);
                        return count > 1 ? count - 1 : read(target, offset, length);
                    }
                }
                if (count >= 0) {
                    return count;
                }
            }
            if (end == END.length()) {
                return -1;
            }
            int count = Math.min(length, END.length() - end);
            END.getChars(end, end + count, target, offset);
            end += count;
            return count;
        }
    }
}
