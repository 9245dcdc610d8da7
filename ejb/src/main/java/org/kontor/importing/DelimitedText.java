package org.kontor.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides a text into records and cells as RFC 4180 says, with any line ends. What the RFC forbids is kept as typed and told:
 * text behind a closing quote, a quote that is never closed. Used by one thread.
 */
public final class DelimitedText implements Closeable {

    /** Longest cell in characters. A longer one is as good as surely a quote that was never closed. */
    static final int MAX_CELL = 1 << 20;

    /** Most cells of a record; no spreadsheet has more columns. */
    static final int MAX_CELLS = 16_384;

    private static final int MAX_RECORD = 1 << 22;
    private static final int END = -1;

    private final Reader text;
    private final char delimiter;
    private final char[] buffer = new char[1 << 14];
    private int position;
    private int limit;
    private long line = 1;

    private final StringBuilder cell = new StringBuilder();
    private int lengthOfRecord;
    private long firstLine;
    private boolean quoteMisplaced;
    private boolean quoteOpen;

    /**
     * @param text the text; a byte order mark is skipped
     * @param delimiter what stands between cells
     */
    public DelimitedText(Reader text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
        if (peek() == '\ufeff') {
            position++;
        }
    }

    /**
     * Reads the next record, blank ones included.
     *
     * @return its cells, at least one; empty behind the last record
     * @throws TooLong when a cell or a record is longer than any table has
     */
    public List<String> next() {
        if (peek() == END) {
            return List.of();
        }
        firstLine = line;
        lengthOfRecord = 0;
        quoteMisplaced = false;
        quoteOpen = false;
        List<String> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
            cell.setLength(0);
            more = readCell();
            cells.add(cell.toString());
            if (cells.size() > MAX_CELLS) {
                throw new TooLong();
            }
        }
        return cells;
    }

    /** The line where the record read last begins; the first line of the file is 1. */
    long firstLine() {
        return firstLine;
    }

    /** Whether there is text behind a closing quote in the record read last; the cell stands as typed, quotes included. */
    boolean quoteMisplaced() {
        return quoteMisplaced;
    }

    /** Whether the record read last ends with the file because a quote in it is never closed. */
    boolean quoteOpen() {
        return quoteOpen;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** Reads one cell and what ends it; answers whether another cell follows in the record. */
    private boolean readCell() {
        if (peek() == '"') {
            position++;
            readQuoted();
        }
        int c = read();
        while (c != END && c != delimiter && !endsLine(c)) {
            append(c);
            c = read();
        }
        return c == delimiter;
    }

    /** Reads to the end of a quoted cell; what stands behind its closing quote is left to the caller. */
    private void readQuoted() {
        while (true) {
            int c = read();
            if (c == END) {
                quoteOpen = true;
                return;
            }
            if (c == '"') {
                if (peek() != '"') {
                    endQuoted();
                    return;
                }
                position++;
            } else if (c == '\n' || (c == '\r' && peek() != '\n')) {
                line++;
            }
            append(c);
        }
    }

    private void endQuoted() {
        StringBuilder blanks = new StringBuilder(0);
        while ((peek() == ' ' || peek() == '\t') && peek() != delimiter) {
            blanks.append((char) read());
            lengthOfRecord++;
            if (lengthOfRecord > MAX_RECORD) {
                throw new TooLong();
            }
        }
        int c = peek();
        if (c != END && c != delimiter && c != '\n' && c != '\r') {
            quoteMisplaced = true;
            cell.insert(0, '"').append('"').append(blanks);
        }
    }

    private boolean endsLine(int c) {
        if (c == '\r' && peek() == '\n') {
            position++;
        }
        if (c == '\r' || c == '\n') {
            line++;
            return true;
        }
        return false;
    }

    private void append(int c) {
        cell.append((char) c);
        lengthOfRecord++;
        if (cell.length() > MAX_CELL || lengthOfRecord > MAX_RECORD) {
            throw new TooLong();
        }
    }

    private int read() {
        int c = peek();
        position++;
        return c;
    }

    private int peek() {
        if (position >= limit) {
            if (limit == END) {
                return END;
            }
            fill();
            if (limit == END) {
                return END;
            }
        }
        return buffer[position];
    }

    private void fill() {
        try {
            position = 0;
            do {
                limit = text.read(buffer, 0, buffer.length);
            } while (limit == 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cell or a record is longer than any table has. */
    public static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooLong() {
            super("A cell or a record is longer than any table has");
        }
    }
}
