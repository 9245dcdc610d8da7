package org.kontor.importing;

import jakarta.ejb.Stateless;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.access.Permission;
import org.kontor.access.Requires;
import org.kontor.receivable.RemittanceLine;
import org.kontor.shared.AppException;
import org.kontor.shared.ErrorKind;
import org.kontor.shared.FieldError;

/**
 * Reads the file of a remittance advice, as liberally as any import: packed or not, any charset and delimiter, a title above the
 * table, a workbook. Nothing is kept of it.
 */
@Stateless
public class RemittanceFiles {

    private static final int MOST_BYTES = 5 << 20;
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_ERRORS = 20;
    private static final int SAMPLE = 256 * 1024;

    private static final List<String> NUMBER = Stream.concat(
                    ImportField.DOCUMENT_NUMBER.aliases().stream(),
                    Stream.of("number", "document", "bill", "billnumber", "belegnummer", "nummer", "reference"))
            .toList();

    private static final List<String> AMOUNT = Stream.concat(
                    Stream.of(
                            "paid",
                            "payment",
                            "amountpaid",
                            "paidamount",
                            "paymentamount",
                            "netamount",
                            "zahlbetrag",
                            "zahlung"),
                    ImportField.AMOUNT.aliases().stream())
            .toList();

    /**
     * Reads it.
     *
     * @param fileName name for people
     * @param content the bytes; read to the end, not closed
     * @param reading what is known of its text
     * @param numberColumn the column with the numbers of invoices; empty to find it
     * @param amountColumn the column with the amounts; empty to find it
     * @throws AppException {@link ErrorKind#INVALID} when it is no table, when no column holds numbers of invoices, or with the rows
     *     whose amounts cannot be read; {@link ErrorKind#TOO_LARGE} over 5 MB
     */
    @Requires(Permission.WRITE_RECEIVABLE)
    public RemittanceFile read(
            String fileName, InputStream content, ImportReading reading, String numberColumn, String amountColumn) {
        reading.check();
        String text = text(content, reading);
        TableStart start = TableStart.find(
                text.substring(0, Math.min(SAMPLE, text.length())),
                reading.chosenDelimiter(),
                header -> find(header, numberColumn, NUMBER).isPresent() ? 100 : 0);
        List<String> header = start.header();
        if (header.isEmpty()) {
            throw AppException.invalid(
                    "file", "FILE_EMPTY", "Choose a file with a header and rows: this one is empty.");
        }
        int number = find(header, numberColumn, NUMBER)
                .orElseThrow(() -> unknown("numberColumn", "the numbers of the invoices", header));
        Optional<Integer> amount = find(header, amountColumn, AMOUNT).filter(column -> column != number);
        if (amount.isEmpty() && !amountColumn.isBlank()) {
            throw unknown("amountColumn", "the amounts", header);
        }
        return new RemittanceFile(
                fileName,
                header,
                header.get(number),
                amount.map(header::get).orElse(""),
                lines(Table.open(new StringReader(text), start.delimiter(), header), number, amount));
    }

    private static String text(InputStream content, ImportReading reading) {
        try {
            return Unpacking.read(content, stream -> {
                byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    throw new AppException(
                            ErrorKind.TOO_LARGE, "FILE_TOO_LARGE", "Choose a file of at most 5 MB, or split this one.");
                }
                CharsetSniffer sniffer = new CharsetSniffer();
                sniffer.update(bytes, bytes.length);
                Charset charset = reading.chosenCharset().orElseGet(sniffer::charset);
                return Unpacking.requireText(new String(bytes, charset));
            });
        } catch (IOException e) {
            throw new AppException(
                    ErrorKind.MALFORMED, "UPLOAD_INTERRUPTED", "Upload the file again: it did not arrive whole.");
        }
    }

    private static List<RemittanceLine> lines(Table table, int number, Optional<Integer> amount) {
        List<RemittanceLine> lines = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        try (table) {
            for (Optional<Table.Row> row = table.next(); row.isPresent(); row = table.next()) {
                read(row.get(), number, amount, lines, errors);
                if (lines.size() > MOST_ROWS) {
                    throw AppException.invalid(
                            "file",
                            "TOO_MANY_ROWS",
                            "Split the file: at most " + MOST_ROWS + " rows are read at once.");
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("Reading a text in memory failed", e);
        }
        if (!errors.isEmpty()) {
            throw AppException.invalid(errors.subList(0, Math.min(MOST_ERRORS, errors.size())));
        }
        return lines;
    }

    private static void read(
            Table.Row row, int number, Optional<Integer> amount, List<RemittanceLine> lines, List<FieldError> errors) {
        if (row.defect().isPresent() && !row.couldBeNoData()) {
            errors.add(error(row, row.defect().get().message()));
            return;
        }
        String named = cell(row, Optional.of(number));
        String stated = cell(row, amount);
        if (named.isEmpty() && stated.isEmpty()) {
            return;
        }
        if (stated.isEmpty()) {
            lines.add(new RemittanceLine(row.number(), named, Optional.empty()));
            return;
        }
        Decimals.read(stated)
                .ifPresentOrElse(
                        value -> lines.add(new RemittanceLine(row.number(), named, Optional.of(value))),
                        () -> errors.add(
                                error(row, "Write the amount as 1234.50: \u201c" + stated + "\u201d cannot be read.")));
    }

    private static FieldError error(Table.Row row, String cure) {
        return new FieldError("file", "ROW_UNREADABLE", "Row " + row.number() + " (line " + row.line() + "): " + cure);
    }

    private static String cell(Table.Row row, Optional<Integer> column) {
        return column.filter(index -> index < row.cells().size())
                .map(index -> row.cells().get(index).strip())
                .orElse("");
    }

    private static Optional<Integer> find(List<String> header, String chosen, List<String> names) {
        List<String> folded = header.stream().map(ImportField::folded).toList();
        return (chosen.isBlank() ? names.stream() : Stream.of(ImportField.folded(chosen)))
                .map(folded::indexOf)
                .filter(index -> index >= 0)
                .findFirst();
    }

    private static AppException unknown(String field, String what, List<String> header) {
        return AppException.invalid(
                field,
                "COLUMN_UNKNOWN",
                "Name the column that holds " + what + ": one of " + String.join(", ", header) + ".");
    }
}
