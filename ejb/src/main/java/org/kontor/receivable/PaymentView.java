package org.kontor.receivable;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * A payment, and what is left of it.
 *
 * @param id Kontor's own number
 * @param version counts what was done with it
 * @param createdAt when it was recorded
 * @param createdBy who recorded it
 * @param updatedAt when something was last done with it
 * @param customerId who paid
 * @param customerName display name of the customer now
 * @param entityId the company entity that it was paid to
 * @param amount what arrived
 * @param currency ISO 4217 code
 * @param receivedOn when the money arrived
 * @param source how it came
 * @param method by which means
 * @param reference number of a check or transfer
 * @param note what else is to be said
 * @param unapplied what is not applied and not refunded
 * @param refunded what went back to the customer
 * @param voided whether it was voided
 * @param voidReason why
 * @param customFields values of custom fields by key
 */
public record PaymentView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        long customerId,
        String customerName,
        long entityId,
        BigDecimal amount,
        String currency,
        LocalDate receivedOn,
        PaymentSource source,
        PaymentMethod method,
        String reference,
        String note,
        BigDecimal unapplied,
        BigDecimal refunded,
        boolean voided,
        String voidReason,
        Map<String, JsonValue> customFields) {}
