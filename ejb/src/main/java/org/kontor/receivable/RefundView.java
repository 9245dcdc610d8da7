package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Money that went back to a customer.
 *
 * @param id Kontor's own number
 * @param itemId the payment, credit, credit memo or opening balance that it was taken from
 * @param customerId the customer
 * @param amount how much
 * @param currency ISO 4217 code
 * @param effectiveDate when it went
 * @param recordedAt when it was recorded
 * @param recordedBy who recorded it
 * @param method by which means
 * @param reference number of the transfer
 * @param reason why
 */
public record RefundView(
        long id,
        long itemId,
        long customerId,
        BigDecimal amount,
        String currency,
        LocalDate effectiveDate,
        Instant recordedAt,
        String recordedBy,
        PaymentMethod method,
        String reference,
        String reason) {}
