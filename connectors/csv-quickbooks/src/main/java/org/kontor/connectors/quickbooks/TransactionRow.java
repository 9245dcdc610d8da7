package org.kontor.connectors.quickbooks;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kontor.connectors.support.Cell;
import org.kontor.connectors.support.Dates;
import org.kontor.connectors.support.DocumentRow;
import org.kontor.spi.LedgerEntry;

/**
 * A row of the list of transactions. What payments and credit memos have settled is told by the balances of the invoices, so of
 * themselves only what is left comes in.
 */
final class TransactionRow extends DocumentRow {

    private static final int LONGEST = 40;
    private static final Map<String, LedgerEntry.Kind> KINDS = Map.of(
            "invoice",
            LedgerEntry.Kind.INVOICE,
            "payment",
            LedgerEntry.Kind.PAYMENT,
            "receive payment",
            LedgerEntry.Kind.PAYMENT,
            "credit memo",
            LedgerEntry.Kind.CREDIT_MEMO);

    private LedgerEntry.Kind kind = LedgerEntry.Kind.INVOICE;
    private Optional<BigDecimal> total = Optional.empty();
    private Optional<BigDecimal> balance = Optional.empty();
    private Optional<Cell> balanceCell = Optional.empty();

    TransactionRow(Dates dates) {
        super(dates);
    }

    void kind(Cell cell) {
        String name = cell.text().length() > LONGEST ? "" : cell.text().toLowerCase(Locale.ROOT);
        if (KINDS.containsKey(name)) {
            kind = KINDS.getOrDefault(name, LedgerEntry.Kind.INVOICE);
            entry().kind(kind);
        } else {
            reject(cell, "TYPE_UNKNOWN", "Leave it out: only invoices, payments and credit memos are imported.");
        }
    }

    void total(Cell cell) {
        decimal(cell, value -> total = Optional.of(value));
    }

    void balance(Cell cell) {
        decimal(cell, value -> {
            balance = Optional.of(value);
            balanceCell = Optional.of(cell);
        });
    }

    @Override
    protected void finish() {
        if (kind == LedgerEntry.Kind.INVOICE) {
            total.ifPresent(this::amount);
            balance.ifPresent(entry()::open);
        } else {
            Optional<BigDecimal> left = balance.or(() -> total).map(BigDecimal::abs);
            left.ifPresent(this::amount);
            balanceCell
                    .filter(cell -> left.isPresent() && left.get().signum() == 0)
                    .ifPresent(cell -> leaveOut(
                            cell,
                            "NOTHING_LEFT",
                            "Nothing is left of it: the balances of the invoices tell what it settled."));
        }
        super.finish();
    }
}
