package org.kontor.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A statement in figures: those of the paper of the same day (S4-23, S4-24).
 *
 * @param customerId the customer
 * @param customerName display name
 * @param accountNumber may be empty
 * @param form what it lists
 * @param asOf its day
 * @param from the first day of a balance forward; empty otherwise
 * @param sections one for each currency
 */
public record StatementView(
        long customerId,
        String customerName,
        String accountNumber,
        StatementKind form,
        LocalDate asOf,
        Optional<LocalDate> from,
        List<Section> sections) {

    /** Copies the list. */
    public StatementView {
        sections = List.copyOf(sections);
    }

    /**
     * What there is in a currency.
     *
     * @param currency ISO 4217 code
     * @param opening the balance before the first day of a balance forward; empty otherwise
     * @param balance what is owed less what is held, at the end of the day of the statement
     * @param buckets the same by age: {@code current}, {@code d1_30} and so on, {@code unapplied} (a minus), {@code total}
     * @param lines what is open, or what changed the balance; the oldest first
     */
    public record Section(
            String currency,
            Optional<BigDecimal> opening,
            BigDecimal balance,
            Map<String, BigDecimal> buckets,
            List<Line> lines) {

        /** Copies the list, and the map in its order. */
        public Section {
            buckets = Collections.unmodifiableMap(new LinkedHashMap<>(buckets));
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line.
     *
     * @param id of the document that is open, or of the posting
     * @param kind what it is, such as {@code INVOICE} or {@code PAYMENT}
     * @param number its number or reference; may be empty
     * @param date when it was issued, or from which day on it counts
     * @param dueDate when it is due; empty for what is held for the customer and for changes
     * @param amount plus is owed, minus is held or takes something off
     * @param open what is left of it on the day of the statement; empty for changes
     * @param balance what is owed less what is held after this change; empty for what is open
     */
    public record Line(
            long id,
            String kind,
            String number,
            LocalDate date,
            Optional<LocalDate> dueDate,
            BigDecimal amount,
            Optional<BigDecimal> open,
            Optional<BigDecimal> balance) {}
}
