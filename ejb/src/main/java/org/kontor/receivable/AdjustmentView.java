package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A settled invoice had a balance again.
 *
 * @param id its number
 * @param invoiceId the invoice
 * @param amount what was owed again
 * @param currency ISO 4217 code
 * @param effectiveDate from which day on
 * @param recordedAt when it was noted
 * @param recordedBy who made it so
 * @param reason why
 */
public record AdjustmentView(
        long id,
        long invoiceId,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        Instant recordedAt,
        String recordedBy,
        String reason) {}
