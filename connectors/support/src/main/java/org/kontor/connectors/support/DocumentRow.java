package org.kontor.connectors.support;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kontor.spi.CustomerProfile;
import org.kontor.spi.LedgerEntry;
import org.kontor.spi.LedgerEntryBuilder;
import org.kontor.spi.RowProblem;
import org.kontor.spi.RowResult;

/**
 * A row of a table of invoices, payments or credit memos: the customer as in {@link CustomerRow}, of an app that keeps accounts, and what
 * {@link DocumentField} tells of the document. Dates are read as the format says and never guessed.
 */
public class DocumentRow extends CustomerRow {

    private static final int LONGEST = 40;
    private static final int CURRENCY = 3;
    private static final Pattern PLAIN = Pattern.compile("-?(\\d+(\\.\\d+)?|\\.\\d+)");
    private static final Pattern GROUPS = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern SIGNS = Pattern.compile("[\\p{Sc}\\s]|^[A-Z]{1,3}(?=\\p{Sc})");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)\\s?%");
    private static final Pattern NO_TAX =
            Pattern.compile("(?i)(no vat|tax exempt|exempt|zero rated|tax on .*|none|non|out of scope|no tax).*");

    private final LedgerEntryBuilder entry = LedgerEntry.builder(LedgerEntry.Kind.INVOICE);
    private final Dates dates;
    private String number = "";
    private boolean leftOut;
    private Optional<String> description = Optional.empty();
    private Optional<BigDecimal> amount = Optional.empty();
    private Optional<BigDecimal> paid = Optional.empty();
    private Optional<BigDecimal> quantity = Optional.empty();
    private Optional<BigDecimal> unitPrice = Optional.empty();
    private Optional<BigDecimal> lineAmount = Optional.empty();
    private Optional<BigDecimal> discount = Optional.empty();
    private Optional<BigDecimal> taxRate = Optional.empty();
    private Optional<BigDecimal> tax = Optional.empty();

    /** @param dates how the app writes dates */
    public DocumentRow(Dates dates) {
        super(true);
        this.dates = dates;
    }

    /** The document, for what the fields do not tell. */
    public final LedgerEntryBuilder entry() {
        return entry;
    }

    final void number(Cell cell) {
        number = cell.text();
        entry.number(number);
    }

    final void date(Cell cell, Consumer<LocalDate> setter) {
        Dates.Reading reading = dates.read(cell.text());
        reading.date().ifPresentOrElse(setter, () -> reject(cell, reading.code(), reading.message()));
    }

    /** Reads an amount such as {@code 1,234.50}, {@code $12.00} or {@code (5.00)}; else rejects the row with NUMBER_FORMAT. */
    public final void decimal(Cell cell, Consumer<BigDecimal> setter) {
        String text = cell.text().length() > LONGEST ? "" : cell.text();
        boolean negative = text.startsWith("(") && text.endsWith(")");
        String bare = SIGNS.matcher(negative ? text.substring(1, text.length() - 1) : text)
                .replaceAll("");
        String plain = GROUPS.matcher(bare).matches() ? bare.replace(",", "") : bare;
        if (PLAIN.matcher(plain).matches()) {
            BigDecimal value = new BigDecimal(plain);
            setter.accept(negative ? value.negate() : value);
        } else {
            reject(cell, "NUMBER_FORMAT", "Write the number with a point before the decimals, such as 1234.50.");
        }
    }

    /** Sets what the document comes to. */
    public final void amount(BigDecimal value) {
        amount = Optional.of(value);
    }

    final void paid(BigDecimal value) {
        paid = Optional.of(value);
    }

    final void currency(Cell cell) {
        if (cell.text().length() == CURRENCY) {
            entry.currency(cell.text().toUpperCase(Locale.ROOT));
        } else {
            reject(cell, "CURRENCY_FORMAT", "Write the code of the currency, such as USD or EUR.");
        }
    }

    final void description(Cell cell) {
        description = Optional.of(cell.text());
    }

    final void quantity(BigDecimal value) {
        quantity = Optional.of(value);
    }

    final void unitPrice(BigDecimal value) {
        unitPrice = Optional.of(value);
    }

    final void lineAmount(BigDecimal value) {
        lineAmount = Optional.of(value);
    }

    final void discount(BigDecimal value) {
        discount = Optional.of(value);
    }

    final void tax(BigDecimal value) {
        tax = Optional.of(value);
    }

    final void taxName(Cell cell) {
        String name = cell.text().length() > 2 * LONGEST ? "" : cell.text();
        Matcher percent = PERCENT.matcher(name);
        if (percent.find()) {
            taxRate = Optional.of(new BigDecimal(percent.group(1)));
        } else if (NO_TAX.matcher(name).matches()) {
            taxRate = Optional.of(BigDecimal.ZERO);
        }
    }

    final void status(Cell cell) {
        switch (Names.lower(cell.text())) {
            case "void", "voided", "cancelled", "canceled", "deleted", "reversed" -> entry.voided(true);
            case "draft" -> reject(cell, "DRAFT", "Leave it out: a draft is owed by nobody.");
            default -> {
                // What is paid and what is not is told by amounts.
            }
        }
    }

    /** Leaves the row out, which is no mistake: what it says is told elsewhere. */
    public final void leaveOut(Cell cell, String code, String message) {
        note(cell, code, message);
        leftOut = true;
    }

    @Override
    final Optional<RowResult> document(CustomerProfile profile, List<RowProblem> problems) {
        return Optional.of(
                leftOut ? new RowResult(Optional.empty(), problems) : RowResult.of(profile, entry.build(), problems));
    }

    /** Puts the document together. A subclass that overrides this calls it last. */
    @Override
    protected void finish() {
        super.finish();
        amount.ifPresent(entry::amount);
        amount.flatMap(whole -> paid.map(whole::subtract)).ifPresent(entry::open);
        Optional<BigDecimal> price = unitPrice.or(() -> lineAmount.filter(whole -> quantity.isEmpty()));
        price.ifPresent(each -> entry.line(new LedgerEntry.Line(
                description.orElse(number.isEmpty() ? "Invoice" : "Invoice " + number),
                quantity,
                Optional.of(each),
                discount,
                tax.isPresent() ? Optional.empty() : taxRate,
                tax)));
    }
}
