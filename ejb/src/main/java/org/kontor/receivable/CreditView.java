package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A credit given by hand, or a balance brought from elsewhere, and what is left of it.
 *
 * @param id Kontor's own number
 * @param version counts what was done with it
 * @param createdAt when it was added
 * @param createdBy who added it
 * @param updatedAt when something was last done with it
 * @param kind CREDIT or OPENING_BALANCE
 * @param owed whether the customer owes it; false for what is held for them
 * @param customerId whose it is
 * @param customerName display name of the customer now
 * @param entityId company entity
 * @param number number that it has elsewhere; may be empty
 * @param amount what it began with
 * @param currency ISO 4217 code
 * @param date from which day on
 * @param dueDate when it is due
 * @param description what it is for
 * @param remainder what is left of it
 * @param voided whether it was voided
 * @param voidReason why
 */
public record CreditView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        ItemKind kind,
        boolean owed,
        long customerId,
        String customerName,
        long entityId,
        String number,
        BigDecimal amount,
        String currency,
        LocalDate date,
        LocalDate dueDate,
        String description,
        BigDecimal remainder,
        boolean voided,
        String voidReason) {}
