package org.kontor.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kontor.connector.ShippedConnectors;
import org.kontor.importing.ImportFiles.StoredFile;
import org.kontor.shared.AppException;
import org.kontor.spi.ImportFormat;

/** Reads a file as an import does, from its bytes to its customers, without a database. */
final class Reading {

    private static final int SAMPLE = 256 * 1024;

    private final FormatChoice formats = new FormatChoice();
    private final UploadInspection inspection = new UploadInspection();

    Reading() throws IOException {
        formats.registry = ShippedConnectors.registry();
        inspection.formats = formats;
        inspection.clock = Clock.systemUTC();
    }

    /**
     * What a file is.
     *
     * @param view with the format that Kontor would take, and those that could fit
     * @param header where its table begins
     * @param rows the rows below, with their defects
     * @param customers rows that became customers
     * @param unread why the rest of the file could not be read; empty when it could
     */
    record Result(
            ImportView view, List<String> header, List<Table.Row> rows, long customers, Optional<String> unread) {}

    /**
     * Reads a file to its end.
     *
     * @throws AppException when it is refused as a whole
     */
    Result read(String name, byte[] file) throws IOException {
        byte[] text = Unpacking.read(new ByteArrayInputStream(file), in -> in.readAllBytes());
        CharsetSniffer sniffer = new CharsetSniffer();
        sniffer.update(text, text.length);
        Charset charset = sniffer.charset();
        String sample = Unpacking.requireText(new String(Arrays.copyOf(text, Math.min(text.length, SAMPLE)), charset));
        ImportView view = inspection.inspect(
                1,
                name,
                "tester",
                new StoredFile(text.length, "", charset, true, sample),
                Optional.empty(),
                Optional.empty());
        try (Reader reader = new InputStreamReader(new ByteArrayInputStream(text), charset);
                Table table = Table.open(reader, view.delimiter().charAt(0), view.header())) {
            return rows(view, table);
        }
    }

    private Result rows(ImportView view, Table table) {
        Optional<ImportFormat> format =
                view.headerProblems().isEmpty() && !view.format().isEmpty()
                        ? formats.byId(view.format()).map(provided -> provided.capability())
                        : Optional.empty();
        Optional<RowMapping> mapping =
                format.map(known -> new RowMapping(known, table.header(), view.ignoredColumns()));
        List<Table.Row> rows = new ArrayList<>();
        long customers = 0;
        try {
            for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get());
                if (mapping.isPresent()
                        && mapping.get().map(row.get()).customer().isPresent()) {
                    customers++;
                }
            }
            return new Result(view, table.header(), rows, customers, Optional.empty());
        } catch (AppException e) {
            return new Result(view, table.header(), rows, customers, Optional.of(String.valueOf(e.getMessage())));
        }
    }
}
