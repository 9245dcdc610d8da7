package org.kontor.receivable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds the invoices of the rows and deals the money out, in the order of the file. Pure: what is open is handed in. */
final class RemittanceMatching {

    private final Map<String, List<OpenItem>> byNumber = new HashMap<>();
    private final Map<Long, BigDecimal> open;
    private final Map<Long, BigDecimal> applied = new LinkedHashMap<>();
    private final String currency;
    private BigDecimal left;

    /**
     * Prepares it.
     *
     * @param items what the customers of the tree owe or owed under these numbers
     * @param open what may be taken from each
     * @param money what arrived
     */
    RemittanceMatching(List<OpenItem> items, Map<Long, BigDecimal> open, String currency, BigDecimal money) {
        items.forEach(item -> byNumber.computeIfAbsent(folded(item.number()), number -> new ArrayList<>())
                .add(item));
        this.open = new HashMap<>(open);
        this.currency = currency;
        left = money;
    }

    /** A number as it is compared. */
    static String folded(String number) {
        String bare = number.strip();
        return (bare.startsWith("#") ? bare.substring(1).strip() : bare).toUpperCase(Locale.ROOT);
    }

    /** What becomes of a row. Rows are asked in their order. */
    RemittanceMatch match(RemittanceLine line) {
        if (line.number().isEmpty()) {
            return of(line, RemittanceOutcome.NO_NUMBER, Optional.empty());
        }
        if (line.amount().filter(amount -> amount.signum() <= 0).isPresent()) {
            return of(line, RemittanceOutcome.NOT_POSITIVE, Optional.empty());
        }
        List<OpenItem> named = byNumber.getOrDefault(folded(line.number()), List.of());
        List<OpenItem> inCurrency =
                named.stream().filter(item -> item.currency().equals(currency)).toList();
        if (inCurrency.isEmpty()) {
            return of(
                    line,
                    named.isEmpty() ? RemittanceOutcome.NOT_FOUND : RemittanceOutcome.OTHER_CURRENCY,
                    named.stream().findFirst());
        }
        List<OpenItem> takers =
                inCurrency.stream().filter(item -> left(item).signum() > 0).toList();
        if (takers.isEmpty()) {
            return of(line, RemittanceOutcome.NOTHING_OPEN, inCurrency.stream().findFirst());
        }
        Optional<OpenItem> taker = only(takers)
                .or(() -> only(takers.stream()
                        .filter(item -> line.amount()
                                .filter(amount -> amount.compareTo(left(item)) == 0)
                                .isPresent())
                        .toList()));
        return taker.map(item -> apply(line, item))
                .orElseGet(() -> of(line, RemittanceOutcome.SEVERAL, Optional.empty()));
    }

    private RemittanceMatch apply(RemittanceLine line, OpenItem item) {
        BigDecimal before = left(item);
        BigDecimal wanted = line.amount().orElse(before);
        BigDecimal possible = wanted.min(before);
        BigDecimal amount = possible.min(left);
        left = left.subtract(amount);
        open.put(item.id(), before.subtract(amount));
        if (amount.signum() > 0) {
            applied.merge(item.id(), amount, BigDecimal::add);
        }
        RemittanceOutcome outcome;
        if (amount.compareTo(possible) < 0) {
            outcome = RemittanceOutcome.NO_MONEY_LEFT;
        } else if (wanted.compareTo(before) > 0) {
            outcome = RemittanceOutcome.OVER;
        } else {
            outcome = wanted.compareTo(before) < 0 ? RemittanceOutcome.SHORT : RemittanceOutcome.SETTLED;
        }
        return new RemittanceMatch(
                line.row(),
                line.number(),
                line.amount(),
                outcome,
                Optional.of(item.id()),
                Optional.of(item.customerId()),
                "",
                before,
                amount);
    }

    private RemittanceMatch of(RemittanceLine line, RemittanceOutcome outcome, Optional<OpenItem> item) {
        return new RemittanceMatch(
                line.row(),
                line.number(),
                line.amount(),
                outcome,
                item.map(OpenItem::id),
                item.map(OpenItem::customerId),
                "",
                item.map(this::left).orElse(BigDecimal.ZERO),
                BigDecimal.ZERO);
    }

    /** What each invoice gets, for the ledger. */
    List<AllocationLine> lines() {
        return applied.entrySet().stream()
                .map(each -> new AllocationLine(each.getKey(), Optional.of(each.getValue())))
                .toList();
    }

    private BigDecimal left(OpenItem item) {
        return open.getOrDefault(item.id(), BigDecimal.ZERO);
    }

    private static Optional<OpenItem> only(List<OpenItem> items) {
        return items.size() == 1 ? Optional.of(items.get(0)) : Optional.empty();
    }
}
