package org.kontor.receivable;

import java.math.BigDecimal;

/**
 * How a customer stands in one currency (S4-48, S4-68).
 *
 * @param currency ISO 4217 code
 * @param outstanding what is owed
 * @param pastDue what of it is past due
 * @param unapplied what is held for the customer and not applied
 * @param balance what is owed less what is held
 * @param openItems how many items are owed
 * @param buckets what is owed by days past due; they add up to {@code outstanding}
 */
public record AccountView(
        String currency,
        BigDecimal outstanding,
        BigDecimal pastDue,
        BigDecimal unapplied,
        BigDecimal balance,
        long openItems,
        AgingBuckets buckets) {}
