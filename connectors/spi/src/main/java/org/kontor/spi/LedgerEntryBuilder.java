package org.kontor.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a {@link LedgerEntry} together. Not for several threads. */
public final class LedgerEntryBuilder {

    private LedgerEntry.Kind kind;
    private String number = "";
    private Optional<LocalDate> date = Optional.empty();
    private Optional<LocalDate> due = Optional.empty();
    private String currency = "";
    private Optional<BigDecimal> amount = Optional.empty();
    private Optional<BigDecimal> open = Optional.empty();
    private Optional<LocalDate> settledOn = Optional.empty();
    private final List<LedgerEntry.Line> lines = new ArrayList<>(1);
    private String settles = "";
    private String reference = "";
    private boolean disputed;
    private boolean voided;

    LedgerEntryBuilder(LedgerEntry.Kind kind) {
        this.kind = kind;
    }

    /** Says what it is after all. */
    public LedgerEntryBuilder kind(LedgerEntry.Kind value) {
        kind = value;
        return this;
    }

    /** Number of the document. */
    public LedgerEntryBuilder number(String value) {
        number = value;
        return this;
    }

    /** Date of the document, or day on which money arrived. */
    public LedgerEntryBuilder date(LocalDate value) {
        date = Optional.of(value);
        return this;
    }

    /** When it is to be paid. */
    public LedgerEntryBuilder due(LocalDate value) {
        due = Optional.of(value);
        return this;
    }

    /** ISO 4217 code. */
    public LedgerEntryBuilder currency(String value) {
        currency = value;
        return this;
    }

    /** What it comes to, with tax. */
    public LedgerEntryBuilder amount(BigDecimal value) {
        amount = Optional.of(value);
        return this;
    }

    /** How much of it is still owed. */
    public LedgerEntryBuilder open(BigDecimal value) {
        open = Optional.of(value);
        return this;
    }

    /** When the rest was paid. */
    public LedgerEntryBuilder settledOn(LocalDate value) {
        settledOn = Optional.of(value);
        return this;
    }

    /** Adds a line. */
    public LedgerEntryBuilder line(LedgerEntry.Line value) {
        lines.add(value);
        return this;
    }

    /** Number of the invoice that the money is for. */
    public LedgerEntryBuilder settles(String value) {
        settles = value;
        return this;
    }

    /** Number of a check or transfer, or of the customer's order. */
    public LedgerEntryBuilder reference(String value) {
        reference = value;
        return this;
    }

    /** Whether the customer contests it. */
    public LedgerEntryBuilder disputed(boolean value) {
        disputed = value;
        return this;
    }

    /** Whether it no longer counts. */
    public LedgerEntryBuilder voided(boolean value) {
        voided = value;
        return this;
    }

    /** The entry. */
    public LedgerEntry build() {
        return new LedgerEntry(
                kind, number, date, due, currency, amount, open, settledOn, lines, settles, reference, disputed,
                voided);
    }
}
