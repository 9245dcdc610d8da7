package org.kontor.importing;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kontor.importing.ImportProblem.Outcome;
import org.kontor.receivable.IntakeDraft;
import org.kontor.receivable.InvoiceLineDraft;
import org.kontor.receivable.ItemKind;
import org.kontor.spi.LedgerEntry;

/**
 * The rows of one document.
 *
 * @param rows at least one, in the order of the file
 */
record LedgerDocument(List<Mapped> rows) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final int RATE_DECIMALS = 6;

    /**
     * Rows put together to documents. A row that could not be read stands between the lines of one when those around it belong
     * together.
     */
    static List<LedgerDocument> of(List<Mapped> rows) {
        List<LedgerDocument> documents = new ArrayList<>();
        List<Mapped> together = new ArrayList<>();
        List<Mapped> unread = new ArrayList<>();
        for (Mapped row : rows) {
            if (row.ledger().isEmpty()) {
                unread.add(row);
                continue;
            }
            if (!together.isEmpty() && row.continues(together.get(together.size() - 1))) {
                together.addAll(unread);
            } else {
                close(documents, together);
                unread.forEach(each -> documents.add(new LedgerDocument(List.of(each))));
            }
            unread.clear();
            together.add(row);
        }
        close(documents, together);
        unread.forEach(each -> documents.add(new LedgerDocument(List.of(each))));
        return documents;
    }

    private static void close(List<LedgerDocument> documents, List<Mapped> together) {
        if (!together.isEmpty()) {
            documents.add(new LedgerDocument(List.copyOf(together)));
            together.clear();
        }
    }

    /** The first row, which tells whose it is. */
    Mapped first() {
        return rows.get(0);
    }

    /** Whether a row of it was rejected before anybody looked at the ledger. */
    boolean rejected() {
        return rows.stream().anyMatch(LedgerDocument::rejected);
    }

    static boolean rejected(Mapped row) {
        return row.problems().stream().anyMatch(problem -> problem.outcome() == Outcome.REJECTED);
    }

    /** Every number that it has or names. */
    List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        entries().forEach(entry -> {
            numbers.add(entry.number());
            numbers.add(entry.settles());
        });
        return numbers;
    }

    private List<LedgerEntry> entries() {
        return rows.stream()
                .flatMap(row -> row.ledger().stream())
                .map(LedgerRow::entry)
                .toList();
    }

    /**
     * What it says, all rows together.
     *
     * @param customerId whose it is
     * @param currency of a customer who is not there yet
     */
    IntakeDraft draft(long customerId, String currency) {
        List<LedgerEntry> entries = entries();
        LedgerEntry first = entries.get(0);
        boolean payment = first.kind() == LedgerEntry.Kind.PAYMENT;
        List<IntakeDraft.Settles> settles = entries.stream()
                .filter(entry -> !entry.settles().isEmpty())
                .map(entry -> new IntakeDraft.Settles(
                        entry.settles(), entries.size() > 1 && payment ? entry.amount() : Optional.empty()))
                .toList();
        Optional<BigDecimal> amount = payment
                ? entries.stream().flatMap(entry -> entry.amount().stream()).reduce(BigDecimal::add)
                : one(entries, LedgerEntry::amount);
        return new IntakeDraft(
                customerId,
                ItemKind.valueOf(first.kind().name()),
                first.number(),
                text(entries, LedgerEntry::currency).orElse(currency),
                one(entries, LedgerEntry::date),
                one(entries, LedgerEntry::due),
                amount,
                one(entries, LedgerEntry::open),
                one(entries, LedgerEntry::settledOn),
                entries.stream()
                        .flatMap(entry -> entry.lines().stream())
                        .map(LedgerDocument::line)
                        .toList(),
                settles,
                text(entries, LedgerEntry::reference).orElse(""),
                entries.stream().anyMatch(LedgerEntry::disputed),
                entries.stream().anyMatch(LedgerEntry::voided),
                customFields());
    }

    /** The first value that a row has for each field. */
    private Map<String, Optional<JsonValue>> customFields() {
        Map<String, Optional<JsonValue>> values = new HashMap<>();
        rows.stream()
                .flatMap(row -> row.ledger().stream())
                .forEach(row -> row.customFields().forEach(values::putIfAbsent));
        return values;
    }

    private static <T> Optional<T> one(List<LedgerEntry> entries, Function<LedgerEntry, Optional<T>> field) {
        return entries.stream().flatMap(entry -> field.apply(entry).stream()).findFirst();
    }

    private static Optional<String> text(List<LedgerEntry> entries, Function<LedgerEntry, String> field) {
        return entries.stream().map(field).filter(value -> !value.isEmpty()).findFirst();
    }

    private static InvoiceLineDraft line(LedgerEntry.Line line) {
        return new InvoiceLineDraft(
                "",
                line.description(),
                line.quantity(),
                line.unitPrice(),
                line.discount(),
                "",
                line.taxRate().or(() -> rate(line)).or(() -> Optional.of(BigDecimal.ZERO)));
    }

    /** The rate that a tax amount comes from. */
    private static Optional<BigDecimal> rate(LedgerEntry.Line line) {
        BigDecimal net = line.quantity()
                .orElse(BigDecimal.ONE)
                .multiply(line.unitPrice().orElse(BigDecimal.ZERO))
                .multiply(HUNDRED.subtract(line.discount().orElse(BigDecimal.ZERO)))
                .divide(HUNDRED, MathContext.DECIMAL64);
        return line.tax().filter(tax -> net.signum() != 0).map(tax -> {
            BigDecimal exact = tax.multiply(HUNDRED).divide(net, RATE_DECIMALS, RoundingMode.HALF_UP);
            BigDecimal usual = exact.setScale(2, RoundingMode.HALF_UP);
            return net.multiply(usual)
                                    .divide(HUNDRED, tax.scale(), RoundingMode.HALF_UP)
                                    .compareTo(tax)
                            == 0
                    ? usual
                    : exact;
        });
    }
}
