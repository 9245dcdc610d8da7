package org.kontor.settings;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kontor.shared.Page;
import org.kontor.shared.PageRequest;
import org.kontor.shared.SpreadsheetText;

/** Records as CSV with a header row and a column for each custom field, a piece in memory at a time. */
@ApplicationScoped
public class RecordCsv {

    @Inject
    CustomFieldLookup fields;

    /**
     * What a file tells of a record.
     *
     * @param header names of the columns, without those of custom fields
     * @param cells what stands in them
     * @param values custom fields of a record by key
     */
    public record Layout<T>(
            List<String> header, Function<T, List<String>> cells, Function<T, Map<String, JsonValue>> values) {

        /** Copies the list. */
        public Layout {
            header = List.copyOf(header);
        }
    }

    /**
     * Writes all pieces.
     *
     * @param pieces gives the piece that is asked for
     * @param out gets the bytes as they come; not closed
     */
    public <T> void write(
            CustomFieldOwner owner, Layout<T> layout, Function<PageRequest, Page<T>> pieces, OutputStream out) {
        List<String> keys = fields.of(owner).stream().map(CustomFieldView::key).toList();
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(Stream.concat(layout.header().stream(), keys.stream().map(key -> "CustomField:" + key))
                .toList());
        Optional<String> cursor = Optional.empty();
        do {
            Page<T> piece = pieces.apply(new PageRequest(PageRequest.MAX_LIMIT, cursor));
            for (T record : piece.items()) {
                Map<String, JsonValue> values = layout.values().apply(record);
                csv.writeRecord(Stream.concat(
                                layout.cells().apply(record).stream(),
                                keys.stream()
                                        .map(key -> Optional.ofNullable(values.get(key))
                                                .map(CustomFieldValues::text)
                                                .orElse("")))
                        .map(SpreadsheetText::harmless)
                        .toList());
            }
            cursor = piece.nextCursor();
        } while (cursor.isPresent());
        try {
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
