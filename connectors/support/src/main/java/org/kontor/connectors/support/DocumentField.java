package org.kontor.connectors.support;

import java.math.BigDecimal;
import java.util.function.BiConsumer;

/** What columns of invoices and payments usually hold. */
@SuppressWarnings("ImmutableEnumChecker") // A target keeps nothing: its contract says so.
public enum DocumentField implements Described<DocumentRow> {
    /** Number of the document. Rows below each other with the same one are its lines. */
    NUMBER("Number of the document; rows below each other with the same one are its lines", DocumentRow::number),
    /** Date of the document. */
    DATE("Date of the document", (row, cell) -> row.date(cell, row.entry()::date)),
    /** When it is to be paid. */
    DUE("Day on which it is to be paid", (row, cell) -> row.date(cell, row.entry()::due)),
    /** When it was paid. */
    SETTLED_ON("Day on which it was paid", (row, cell) -> row.date(cell, row.entry()::settledOn)),
    /** What the whole document comes to. */
    AMOUNT("What the document comes to, with tax", number(DocumentRow::amount)),
    /** How much is still owed. */
    OPEN("How much of it is still owed", (row, cell) -> row.decimal(cell, row.entry()::open)),
    /** How much was paid. */
    PAID("How much of it was paid", number(DocumentRow::paid)),
    /** ISO 4217 code. */
    CURRENCY("Currency, such as USD", DocumentRow::currency),
    /** Number of the invoice that money is for. */
    SETTLES(
            "Number of the invoice that the money is for",
            (row, cell) -> row.entry().settles(cell.text())),
    /** Number of a check, a transfer or the customer's order. */
    REFERENCE(
            "Number of a check, a transfer or the customer's order",
            (row, cell) -> row.entry().reference(cell.text())),
    /** Voided documents come in as such, drafts not at all. */
    STATUS("Void, cancelled or deleted documents come in as void, drafts not at all", DocumentRow::status),
    /** What a line is for. */
    DESCRIPTION("What is charged", DocumentRow::description),
    /** How many. */
    QUANTITY("How many", number(DocumentRow::quantity)),
    /** Price of one. */
    UNIT_PRICE("Price of one, without tax", number(DocumentRow::unitPrice)),
    /** What the line comes to; used where no price of one is given. */
    LINE_AMOUNT(
            "What the line comes to, without tax; used where there is no price of one",
            number(DocumentRow::lineAmount)),
    /** Percent off. */
    DISCOUNT("Percent off", number(DocumentRow::discount)),
    /** Name of a tax rate, with its percent in it. */
    TAX_NAME(
            "Name of the tax rate with its percent, such as 20% (VAT on Income); used where there is no amount",
            DocumentRow::taxName),
    /** Tax on the line. */
    TAX_AMOUNT("Tax on the line", number(DocumentRow::tax));

    private final String description;
    private final CellTarget<DocumentRow> target;

    DocumentField(String description, CellTarget<DocumentRow> target) {
        this.description = description;
        this.target = target;
    }

    private static CellTarget<DocumentRow> number(BiConsumer<DocumentRow, BigDecimal> setter) {
        return (row, cell) -> row.decimal(cell, value -> setter.accept(row, value));
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public void accept(DocumentRow row, Cell cell) {
        target.accept(row, cell);
    }
}
