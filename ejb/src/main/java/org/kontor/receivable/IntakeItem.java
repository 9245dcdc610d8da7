package org.kontor.receivable;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kontor.receivable.InvoiceRules.Checked;

/** An item while a file is taken in: one of the ledger that the file settles, or one that it brings. Used by one thread. */
final class IntakeItem {

    private final OpenItem item;
    private final Optional<Checked> document;
    private final Optional<IntakeDraft> draft;
    private final TreeMap<LocalDate, BigDecimal> left = new TreeMap<>();
    private Map<String, JsonValue> values = Map.of();

    /** An item that the file brings: whole from its date on. */
    IntakeItem(OpenItem item, Optional<Checked> document, IntakeDraft draft) {
        this.item = item;
        this.document = document;
        this.draft = Optional.of(draft);
        left.put(item.issueDate(), item.amount());
    }

    /** An item of the ledger with what moved it, day by day, without sign. */
    IntakeItem(OpenItem item, Map<LocalDate, BigDecimal> moved) {
        this.item = item;
        this.document = Optional.empty();
        this.draft = Optional.empty();
        left.putAll(moved);
    }

    OpenItem item() {
        return item;
    }

    /** Values of its custom fields, checked; none of what the file does not bring. */
    Map<String, JsonValue> values() {
        return document.map(Checked::customFields).orElse(values);
    }

    /** Sets those of a payment. */
    void values(Map<String, JsonValue> checked) {
        values = checked;
    }

    Optional<Checked> document() {
        return document;
    }

    /** What the file says of it; only of what it brings. */
    IntakeDraft draft() {
        return draft.orElseThrow();
    }

    /** Whether the file brings it. */
    boolean brought() {
        return item.id() < 0;
    }

    /** What is left of it in the end. */
    BigDecimal open() {
        return left.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What may be taken on a day so that on no day from then on less than nothing is left, as {@link LedgerWriter#capacity} has it. */
    BigDecimal capacity(LocalDate day) {
        BigDecimal running = left.headMap(day, true).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal least = running;
        for (BigDecimal later : left.tailMap(day, false).values()) {
            running = running.add(later);
            least = least.min(running);
        }
        return least;
    }

    void take(LocalDate day, BigDecimal amount) {
        left.merge(day, amount.negate(), BigDecimal::add);
    }
}
