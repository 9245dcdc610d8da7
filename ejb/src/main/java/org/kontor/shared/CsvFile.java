package org.kontor.shared;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Files of rows for spreadsheets: RFC 4180 in UTF-8, formulas made harmless. */
public final class CsvFile {

    private CsvFile() {}

    /**
     * Writes a header row and what {@code rows} gives, row by row.
     *
     * @param out gets the bytes as they come; not closed
     */
    public static void write(OutputStream out, List<String> header, Consumer<Consumer<List<String>>> rows) {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(header);
        rows.accept(cells ->
                csv.writeRecord(cells.stream().map(SpreadsheetText::harmless).toList()));
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
