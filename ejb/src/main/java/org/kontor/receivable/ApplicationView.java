package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money linked to what it settles, or the counter-entry of such a link.
 *
 * @param id Kontor's own number
 * @param version 1, or 2 when it was taken back
 * @param createdAt when it was recorded
 * @param createdBy who recorded it
 * @param updatedAt when it was recorded, or taken back
 * @param creditItemId the payment, credit, credit memo or opening balance
 * @param creditKind what that is
 * @param creditNumber its number or reference; may be empty
 * @param debitItemId the invoice or opening balance
 * @param debitKind what that is
 * @param debitNumber its number; may be empty
 * @param customerId whose money it is
 * @param amount how much
 * @param currency ISO 4217 code
 * @param effectiveDate from which day on
 * @param rule which rule chose it
 * @param reason why it was taken back; empty for one that applies
 * @param reverses the application that this one takes back
 * @param reversedBy the one that takes this one back
 */
public record ApplicationView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        long creditItemId,
        ItemKind creditKind,
        String creditNumber,
        long debitItemId,
        ItemKind debitKind,
        String debitNumber,
        long customerId,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        ApplicationRule rule,
        String reason,
        Optional<Long> reverses,
        Optional<Long> reversedBy) {}
