package org.kontor.subscription;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An invoice that was made by a subscription.
 *
 * @param period number of the period, counted from 0
 * @param startsOn first day of the period
 * @param endsOn last day of the period
 * @param invoiceId the invoice; empty for a draft that was thrown away
 * @param number its number, or {@code #} and its id before it has one; empty for one that was thrown away
 * @param madeAt when it was made
 */
public record SubscriptionInvoiceView(
        int period, LocalDate startsOn, LocalDate endsOn, Optional<Long> invoiceId, String number, Instant madeAt) {}
