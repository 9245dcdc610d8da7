package org.kontor.connectors.tck;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kontor.spi.HeaderMatch;
import org.kontor.spi.ImportFormat;
import org.kontor.spi.ImportFormat.RowMapper;
import org.kontor.spi.LedgerEntry;
import org.kontor.spi.RowResult;

/** A small file in the shape of those that an app writes, and what a format makes of it. */
public final class Fixture {

    private final HeaderMatch match;
    private final List<RowResult> results;

    private Fixture(HeaderMatch match, List<RowResult> results) {
        this.match = match;
        this.results = List.copyOf(results);
    }

    /**
     * Reads a file whose header must belong to the format: usable, with a score of at least 80.
     *
     * @param delimiter between cells
     * @param text header and rows; cells may be in quotes
     */
    public static Fixture of(ImportFormat format, char delimiter, String text) {
        List<List<String>> rows = rows(text, delimiter);
        HeaderMatch match = format.match(rows.get(0));
        assertTrue(match.usable(), () -> "problems: " + match.problems());
        assertTrue(match.score() >= 80, () -> "score " + match.score());
        RowMapper mapper = format.mapper(rows.get(0));
        return new Fixture(
                match,
                rows.stream().skip(1).filter(mapper::isData).map(mapper::map).toList());
    }

    /** The columns that are named as ignored. */
    public List<String> ignored() {
        return match.ignored();
    }

    /** How many rows were data. */
    public int size() {
        return results.size();
    }

    /**
     * What a row became: {@code name=value} of all that is not empty, in the order of the profile, and the codes of problems.
     *
     * @param index the first row below the header is 0
     */
    public String row(int index) {
        RowResult result = results.get(index);
        Stream<String> told = result.profile().stream().flatMap(Fixture::told);
        Stream<String> codes = result.problems().stream().map(problem -> problem.code());
        return Stream.concat(told, codes).collect(Collectors.joining(", "));
    }

    /**
     * What a row says of money: kind, number, dates, currency and reference, then lines (description, quantity, price, discount, rate, tax)
     * and what else is there.
     */
    public String entry(int index) {
        LedgerEntry entry = results.get(index).entries().get(0);
        Stream<String> head = Stream.of(
                entry.kind().name(),
                entry.number(),
                shown(entry.date()),
                shown(entry.due()),
                entry.currency(),
                entry.reference());
        Stream<String> lines = entry.lines().stream()
                .map(line -> "[" + line.description() + " "
                        + Stream.of(line.quantity(), line.unitPrice(), line.discount(), line.taxRate(), line.tax())
                                .map(value ->
                                        value.map(BigDecimal::toPlainString).orElse("-"))
                                .collect(Collectors.joining(" "))
                        + "]");
        Stream<String> tail = Stream.of(
                entry.amount().map(value -> "amount " + value.toPlainString()).orElse(""),
                entry.open().map(value -> "open " + value.toPlainString()).orElse(""),
                entry.voided() ? "void" : "");
        return Stream.of(head, lines, tail)
                .flatMap(part -> part)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String shown(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static Stream<String> told(Object owner) {
        return Stream.of(owner.getClass().getRecordComponents()).flatMap(component -> {
            Object value = Texts.read(component, owner);
            if (component.getName().equals("address")) {
                return told(value);
            }
            Object shown = value instanceof Optional<?> optional
                    ? optional.map(Object::toString).orElse("")
                    : value;
            if (shown instanceof List<?> list) {
                shown = list.stream().map(Fixture::shortly).collect(Collectors.joining(" "));
            }
            return shown.toString().isEmpty() ? Stream.empty() : Stream.of(component.getName() + "=" + shown);
        });
    }

    private static String shortly(Object value) {
        if (!(value instanceof Record)) {
            return value.toString();
        }
        return Stream.of(value.getClass().getRecordComponents())
                .map(component -> String.valueOf(Texts.read(component, value)))
                .collect(Collectors.joining(":"));
    }

    private static List<List<String>> rows(String text, char delimiter) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == delimiter || c == '\n')) {
                row.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else {
                cell.append(c);
            }
        }
        return rows;
    }
}
