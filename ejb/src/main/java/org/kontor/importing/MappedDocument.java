package org.kontor.importing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.kontor.spi.LedgerEntry;
import org.kontor.spi.LedgerEntryBuilder;
import org.kontor.spi.RowProblem;

/** The document of a row whose columns a person assigned. Used for one row. */
final class MappedDocument {

    private static final int LONGEST_WORD = 40;
    private static final Set<String> VOID = Set.of("void", "voided", "cancelled", "canceled", "deleted", "storniert");
    private static final Set<String> DRAFT = Set.of("draft", "entwurf");
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x", "ja");

    private final LedgerEntryBuilder entry = LedgerEntry.builder(LedgerEntry.Kind.INVOICE);
    private final Optional<DateOrder> dateOrder;
    private final List<RowProblem> problems = new ArrayList<>(0);
    private Optional<String> description = Optional.empty();
    private Optional<BigDecimal> quantity = Optional.empty();
    private Optional<BigDecimal> unitPrice = Optional.empty();
    private Optional<BigDecimal> discount = Optional.empty();
    private Optional<BigDecimal> taxRate = Optional.empty();
    private Optional<BigDecimal> tax = Optional.empty();
    private String number = "";

    MappedDocument(Optional<DateOrder> dateOrder) {
        this.dateOrder = dateOrder;
    }

    /** What kind it is. */
    void kind(String name) {
        entry.kind(LedgerEntry.Kind.valueOf(name));
    }

    void currency(String text) {
        entry.currency(text.length() > LONGEST_WORD ? text : text.toUpperCase(Locale.ROOT));
    }

    /**
     * Takes a cell.
     *
     * @param field one that says something of money, but the kind
     * @param column its column
     * @param text not blank
     */
    void set(ImportField field, String column, String text) {
        switch (field) {
            case DOCUMENT_NUMBER -> {
                number = text;
                entry.number(text);
            }
            case DOCUMENT_DATE -> date(column, text, entry::date);
            case DUE_DATE -> date(column, text, entry::due);
            case SETTLED_ON -> date(column, text, entry::settledOn);
            case AMOUNT -> number(column, text, entry::amount);
            case OPEN_AMOUNT -> number(column, text, entry::open);
            case QUANTITY -> number(column, text, value -> quantity = Optional.of(value));
            case UNIT_PRICE -> number(column, text, value -> unitPrice = Optional.of(value));
            case DISCOUNT -> number(column, text.replace("%", ""), value -> discount = Optional.of(value));
            case TAX_RATE -> number(column, text.replace("%", ""), value -> taxRate = Optional.of(value));
            case TAX_AMOUNT -> number(column, text, value -> tax = Optional.of(value));
            case LINE_DESCRIPTION -> description = Optional.of(text);
            case DOCUMENT_STATUS -> status(column, text);
            case DISPUTED -> entry.disputed(YES.contains(word(text)));
            case SETTLES -> entry.settles(text);
            case REFERENCE -> entry.reference(text);
            default -> throw new IllegalArgumentException(field + " says nothing of money");
        }
    }

    /** A word in lower case; changing the case of a long cell of nothing but ß would take minutes. */
    private static String word(String text) {
        return text.length() > LONGEST_WORD ? "" : text.toLowerCase(Locale.ROOT);
    }

    private void status(String column, String text) {
        String word = word(text);
        entry.voided(VOID.contains(word));
        if (DRAFT.contains(word)) {
            reject(column, text, "DRAFT", "Leave it out: a draft is owed by nobody.");
        }
    }

    private void date(String column, String text, Consumer<LocalDate> setter) {
        Optional<LocalDate> day = dateOrder.isPresent() ? dateOrder.get().read(text) : DateOrder.only(text);
        if (day.isPresent()) {
            setter.accept(day.get());
        } else if (DateOrder.ambiguous(text)) {
            reject(
                    column,
                    text,
                    "DATE_AMBIGUOUS",
                    "Write the date as 2026-05-31, or say in the mapping whether the day or the month comes first.");
        } else {
            reject(column, text, "DATE_UNKNOWN", "Write the date as 2026-05-31.");
        }
    }

    private void number(String column, String text, Consumer<BigDecimal> setter) {
        Optional<BigDecimal> value = Decimals.read(text);
        if (value.isPresent()) {
            setter.accept(value.get());
        } else {
            reject(column, text, "NUMBER_UNKNOWN", "Write the number as 1234.50.");
        }
    }

    private void reject(String column, String value, String code, String message) {
        problems.add(new RowProblem(column, value, code, message, RowProblem.Severity.REJECT));
    }

    /** What is wrong with its cells. */
    List<RowProblem> problems() {
        return problems;
    }

    /** The document. */
    LedgerEntry entry() {
        if (unitPrice.isPresent()) {
            entry.line(new LedgerEntry.Line(
                    description.orElse("Invoice " + number), quantity, unitPrice, discount, taxRate, tax));
        } else if (description.isPresent()) {
            LedgerEntry whole = entry.build();
            whole.amount()
                    .filter(amount ->
                            whole.kind() == LedgerEntry.Kind.INVOICE || whole.kind() == LedgerEntry.Kind.CREDIT_MEMO)
                    .ifPresent(amount -> entry.line(new LedgerEntry.Line(
                            description.get(),
                            Optional.empty(),
                            Optional.of(amount),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())));
        }
        return entry.build();
    }
}
