package org.kontor.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a row of a table says of money: a document with its lines, a payment, or what was owed when the books were opened. Whoever it
 * concerns stands in the {@link RowResult#profile()} of the same row.
 *
 * <p>Rows that follow each other with the same kind, number and customer are one document: the lines of an invoice are put one below
 * the other, the amounts of a payment are added up, each for the document that its row names. Of the other values the first that is
 * given counts.
 *
 * @param kind what it is
 * @param number number of the document, or what names a payment; may be empty for payments and opening balances
 * @param date date of the document; day on which money arrived
 * @param due when it is to be paid; empty for the usual days
 * @param currency ISO 4217 code; empty for that of the customer
 * @param amount with tax; more than zero but for opening balances, where less than zero is held for the customer. May be left out where
 *     {@code lines} tell it; otherwise they must come to it
 * @param open how much of an invoice is still owed; empty when the file does not say
 * @param settledOn when the rest was paid; with no {@code open} all of it was
 * @param lines what is charged; empty for one line with the whole amount
 * @param settles number of the invoice that the money is for; empty for none
 * @param reference number of a check or transfer, or of the customer's order
 * @param disputed whether the customer contests it
 * @param voided whether it no longer counts
 */
public record LedgerEntry(
        Kind kind,
        String number,
        Optional<LocalDate> date,
        Optional<LocalDate> due,
        String currency,
        Optional<BigDecimal> amount,
        Optional<BigDecimal> open,
        Optional<LocalDate> settledOn,
        List<Line> lines,
        String settles,
        String reference,
        boolean disputed,
        boolean voided) {

    /** Kinds of entries. */
    public enum Kind {
        /** What is owed. */
        INVOICE,
        /** What is owed less. */
        CREDIT_MEMO,
        /** Money that came in. */
        PAYMENT,
        /** What was owed, or held for the customer, when the books were opened. */
        OPENING_BALANCE
    }

    /**
     * A line of a document.
     *
     * @param description what is charged
     * @param quantity how many; empty means 1
     * @param unitPrice price of one
     * @param discount percent off; empty means none
     * @param taxRate percent; empty means none, or what {@code tax} tells
     * @param tax tax on the line, for files that have no rate
     */
    public record Line(
            String description,
            Optional<BigDecimal> quantity,
            Optional<BigDecimal> unitPrice,
            Optional<BigDecimal> discount,
            Optional<BigDecimal> taxRate,
            Optional<BigDecimal> tax) {

        /** Refuses null. */
        public Line {
            Objects.requireNonNull(description, "description");
        }
    }

    /** Copies the list; refuses null. */
    public LedgerEntry {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(number, "number");
        lines = List.copyOf(lines);
    }

    /** An entry with nothing but its kind, to be filled. */
    public static LedgerEntryBuilder builder(Kind kind) {
        return new LedgerEntryBuilder(kind);
    }
}
