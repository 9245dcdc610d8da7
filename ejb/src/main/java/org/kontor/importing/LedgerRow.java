package org.kontor.importing;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.kontor.settings.CustomFieldValues;
import org.kontor.shared.FieldError;
import org.kontor.spi.LedgerEntry;

/**
 * What a row says of money.
 *
 * @param entry what the format made of it
 * @param header the names of the columns
 * @param cells the cells, for telling which of them is wrong
 * @param customFields values of custom fields of the document or payment, by key, as the cells have them
 */
record LedgerRow(
        LedgerEntry entry, List<String> header, List<String> cells, Map<String, Optional<JsonValue>> customFields) {

    private static final String CUSTOM = "customFields.";

    /** Whether this row and the one before are one document. */
    boolean continues(LedgerRow before) {
        return !entry.number().isEmpty()
                && entry.kind() == before.entry().kind()
                && entry.number().equals(before.entry().number());
    }

    /** The column that an error is about: the one whose cell has the value that the error names. */
    OptionalInt column(FieldError error) {
        if (error.field().startsWith(CUSTOM)) {
            return customFields.getOrDefault(error.field().substring(CUSTOM.length()), Optional.empty()).stream()
                    .map(value -> text(CustomFieldValues.text(value)))
                    .findFirst()
                    .orElse(OptionalInt.empty());
        }
        return switch (error.field().replaceAll(".*\\.", "")) {
            case "number" -> text(entry.number());
            case "currency" -> text(entry.currency());
            case "settles" -> text(entry.settles());
            case "reference", "purchaseOrder" -> text(entry.reference());
            case "description" -> line(LedgerEntry.Line::description);
            case "amount" -> number(entry.amount());
            case "open" -> number(entry.open());
            case "quantity" -> number(entry.lines().stream().findFirst().flatMap(LedgerEntry.Line::quantity));
            case "unitPrice" -> number(entry.lines().stream().findFirst().flatMap(LedgerEntry.Line::unitPrice));
            case "discount" -> number(entry.lines().stream().findFirst().flatMap(LedgerEntry.Line::discount));
            case "date", "issueDate" -> date(entry.date());
            case "dueDate" -> date(entry.due());
            case "settledOn" -> date(entry.settledOn());
            default -> OptionalInt.empty();
        };
    }

    private OptionalInt line(java.util.function.Function<LedgerEntry.Line, String> of) {
        return entry.lines().stream().findFirst().map(of).map(this::text).orElse(OptionalInt.empty());
    }

    private OptionalInt text(String value) {
        return value.isEmpty()
                ? OptionalInt.empty()
                : first(cell -> cell.strip().equals(value));
    }

    private OptionalInt number(Optional<BigDecimal> value) {
        return value.map(wanted -> first(cell -> Decimals.read(cell)
                        .filter(n -> n.compareTo(wanted) == 0)
                        .isPresent()))
                .orElse(OptionalInt.empty());
    }

    private OptionalInt date(Optional<LocalDate> value) {
        return value.map(wanted -> first(cell -> DateOrder.DMY.read(cell).equals(value)
                        || DateOrder.MDY.read(cell).equals(value)))
                .orElse(OptionalInt.empty());
    }

    private OptionalInt first(Predicate<String> fits) {
        return IntStream.range(0, Math.min(header.size(), cells.size()))
                .filter(i -> fits.test(cells.get(i)))
                .findFirst();
    }
}
