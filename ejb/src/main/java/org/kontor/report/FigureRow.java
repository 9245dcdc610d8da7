package org.kontor.report;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An invoice behind a figure.
 *
 * @param key what it is ordered by beside its day
 * @param id the invoice
 * @param number its number
 * @param customerId whose it is
 * @param customerName their display name
 * @param currency ISO 4217 code
 * @param day when it was issued or voided ({@link FigureKind#SALES}), issued ({@link FigureKind#ISSUED}) or settled ({@link
 *     FigureKind#SETTLED})
 * @param dueDate when it was due
 * @param daysLate days from its due date to its day, at least 0
 * @param amount its amount; a minus when it was voided
 * @param open what is left of it now
 */
public record FigureRow(
        long key,
        long id,
        String number,
        long customerId,
        String customerName,
        String currency,
        LocalDate day,
        LocalDate dueDate,
        long daysLate,
        BigDecimal amount,
        BigDecimal open) {

    /** What of the amount is settled by now. */
    public BigDecimal settled() {
        return amount.subtract(open);
    }
}
