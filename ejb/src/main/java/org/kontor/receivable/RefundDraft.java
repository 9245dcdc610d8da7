package org.kontor.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money that went back to a customer.
 *
 * @param itemId id of the payment, credit, credit memo or opening balance that it is taken from
 * @param amount more than zero, in the decimals of its currency
 * @param effectiveDate when it went; empty means today, or the last day on which something moved the item if that is later
 * @param method by which means; empty means OTHER
 * @param reference number of the transfer, up to 200 characters; may be empty
 * @param reason why, required, up to 500 characters
 * @param reopen whether applications are taken back, the latest first, when more is refunded than is unapplied
 */
public record RefundDraft(
        long itemId,
        Optional<BigDecimal> amount,
        Optional<LocalDate> effectiveDate,
        Optional<PaymentMethod> method,
        String reference,
        String reason,
        boolean reopen) {}
