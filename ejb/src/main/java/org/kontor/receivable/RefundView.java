package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Money that went back to a customer.
 *
 * @param id Kontor's own number
 * @param version 1: a refund is never changed
 * @param createdAt when it was recorded
 * @param createdBy who recorded it
 * @param updatedAt when it was recorded
 * @param itemId the payment, credit, credit memo or opening balance that it was taken from
 * @param customerId the customer
 * @param amount how much
 * @param currency ISO 4217 code
 * @param effectiveDate when it went
 * @param method by which means
 * @param reference number of the transfer
 * @param reason why
 */
public record RefundView(
        long id,
        long version,
        Instant createdAt,
        String createdBy,
        Instant updatedAt,
        long itemId,
        long customerId,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        PaymentMethod method,
        String reference,
        String reason) {}
